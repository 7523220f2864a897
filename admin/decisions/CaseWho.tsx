// Left in a case: who it is about, what was found, and the days under it.
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Evidence } from '../findings/FindingEvidence.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { CASE_EVIDENCE, type Case } from './documents.js';

interface CaseWhoProps {
  one: Case;
  /** The finding it rests on, once known. */
  findingId: string | undefined;
  isPending: boolean;
}

export function CaseWho({ one, findingId, isPending }: CaseWhoProps) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const mayOfficers = useMay('officer.read');
  const { officer } = one;
  return (
    <>
      <Section title={t('decisions.who.title')}>
        <Facts
          facts={[
            [
              t('officers.column.fullName'),
              mayOfficers ? <Link to={`/officers/${officer.id}/show`}>{officer.fullName}</Link> : officer.fullName,
            ],
            [t('officers.column.code'), officer.code],
            !!officer.post && [t('officers.column.post'), officer.post],
            [t('officers.column.agency'), agencyName(officer.agency)],
          ]}
        />
      </Section>
      {!one.isRecused && !isPending && findingId && <CaseEvidence id={one.id} />}
    </>
  );
}

function CaseEvidence({ id }: { id: string }) {
  const t = useTranslate();
  const { data, error, isPending, refetch } = useAsk(CASE_EVIDENCE, { id });
  return (
    <Evidence
      title={t('decisions.who.finding')}
      file={data?.decision?.finding}
      error={error}
      isPending={isPending}
      onRetry={() => void refetch()}
    />
  );
}
