// The check of one agency: how far it is, what is to be done, and its list; whoever answers goes through it one by one, or confirms many.
import Alert from '@mui/material/Alert';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useMay, useViewer } from '../data/viewer.js';
import { ScanButton } from '../decisions/ScanButton.js';
import { DateVi, MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { CheckActs } from './CheckActs.js';
import { CheckLines } from './CheckLines.js';
import { CheckSignals } from './fields.js';
import type { AgencyCheck } from './documents.js';
import { CheckStateMark } from './state.js';
import { Substitutes } from './Substitutes.js';

export function CheckShow() {
  return <RecordPage<AgencyCheck>>{(check) => <CheckPage check={check} />}</RecordPage>;
}

function CheckPage({ check }: { check: AgencyCheck }) {
  const t = useTranslate();
  const { day, number } = useFormat();
  const nameOf = useAgencyName();
  const viewer = useViewer();
  const mayAnswer = useMay('finding.check');
  const seesSignals = useMay('agencyCheck.readSignals');
  const { review, head } = check;
  const isContact = viewer?.agency?.id === check.agency.id;
  const isOpen = review.state === 'OPEN';
  return (
    <>
      <PageHead
        title={nameOf(check.agency)}
        hint={`${review.title} (${review.reference}) · ${t('checks.until', { day: day(review.checkUntil) })}`}
        trail={[{ to: '/checks', words: t('checks.title') }]}
        actions={<CheckActs check={check} />}
      />
      {check.returnReason && check.state === 'CHECKING' && (
        <Alert severity="warning" variant="outlined">
          {t('checks.returned', { reason: check.returnReason })}
        </Alert>
      )}
      <Section title={t('checks.standing')} hint={isOpen ? t(`checks.silence.${review.silence}`) : undefined}>
        <Facts
          facts={[
            [t('checks.column.state'), <CheckStateMark check={check} />],
            [t('checks.column.answered'), t('checks.answeredOf', { answered: number(check.answered), findings: number(check.findings) })],
            [t('checks.column.contested'), number(check.contested)],
            [t('checks.column.head'), head ? [head.fullName, head.post].filter(Boolean).join(', ') : t('checks.noHead')],
            !!check.submittedAt &&
              check.state !== 'CHECKING' && [t('checks.submitted'), <WhoAndWhen by={check.submittedBy} at={check.submittedAt} />],
            !!check.confirmedAt && [t('checks.confirmed'), <WhoAndWhen by={check.confirmedBy} at={check.confirmedAt} />],
            !!check.paperNumber && [
              t('checks.paper'),
              <>
                {check.paperNumber}, <DateVi value={check.paperOn} />
                {check.attachmentId && <ScanButton id={check.attachmentId} fileName={`${check.paperNumber}.pdf`} />}
              </>,
            ],
            seesSignals && check.signals.length > 0 && [t('checks.column.signals'), <CheckSignals check={check} />],
          ]}
        />
        {seesSignals && check.signals.length > 0 && (
          <Alert severity="info" variant="outlined" sx={{ mt: 2 }}>
            {t('checks.signalsHint')}
          </Alert>
        )}
      </Section>
      <CheckLines check={check} mayAnswer={mayAnswer && isOpen && (check.state === 'CHECKING' || seesSignals)} />
      {(isContact || seesSignals) && <Substitutes agencyId={check.agency.id} />}
      <AuditTrail subject={`agencyCheck:${check.id}`} />
    </>
  );
}

function WhoAndWhen({ by, at }: { by: string | null; at: string }) {
  return (
    <>
      {by}, <MomentVi value={at} />
    </>
  );
}
