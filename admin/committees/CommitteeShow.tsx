// One committee: who sits in it, what it decides and by which rules, on what it stands, what came before and after.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { PageMissing } from '../shell/faults.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { COMMITTEE, COMMITTEE_CASES, type NamedCommittee, type WholeCommittee } from './documents.js';
import { Members } from './Members.js';
import { PlannedMergers } from './merge/PlannedMergers.js';
import { Rules } from './Rules.js';
import { casesOf } from './words.js';

export function CommitteeShow() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk(COMMITTEE, { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={360} aria-busy="true" />;
  return data.committee ? <CommitteePage committee={data.committee} /> : <PageMissing />;
}

function CommitteePage({ committee }: { committee: WholeCommittee }) {
  const t = useTranslate();
  const { day } = useFormat();
  const mayMerge = useMay('committee.change') && !committee.closedOn;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={committee.name}
        hint={[
          committee.code,
          t('ui.since', { day: day(committee.effectiveOn) }),
          committee.closedOn && t('committees.closedOn', { day: day(committee.closedOn) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        trail={[{ to: '/committees', words: t('committees.title') }]}
        actions={
          mayMerge && (
            <Button component={Link} to={`/committees/merge?with=${committee.id}`} variant="outlined">
              {t('committees.merge.withOther')}
            </Button>
          )
        }
      />
      <PlannedMergers committeeId={committee.id} />
      {committee.successor && (
        <Alert severity="info" variant="outlined" data-part="successor">
          {t('committees.closedInto', { day: day(committee.closedOn) })}{' '}
          <Link to={`/committees/${committee.successor.id}/show`}>{committee.successor.name}</Link>
          {'. '}
          {t('committees.closedKeeps')}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Section title={t('committees.facts')}>
          <Facts
            facts={[
              [t('committees.field.competences'), <Competences committee={committee} />],
              [t('committees.field.legalBasis'), committee.legalBasis],
              [t('committees.field.numberSymbol'), t('committees.numberLike', { symbol: committee.numberSymbol })],
              committee.predecessors.length > 0 && [t('committees.predecessors'), <Others committees={committee.predecessors} />],
            ]}
          />
        </Section>
        <Cases committee={committee} />
      </Box>
      <Members committee={committee} />
      <Rules committee={committee} />
      <AuditTrail subject={`committee:${committee.id}`} />
    </Box>
  );
}

function Competences({ committee }: { committee: WholeCommittee }) {
  const t = useTranslate();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {committee.competences.map((kind) => (
        <li key={kind}>{t(`committees.kind.${kind}`)}</li>
      ))}
    </Box>
  );
}

function Others({ committees }: { committees: NamedCommittee[] }) {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Box component="ul" data-part="predecessors" sx={{ m: 0, pl: 2.5 }}>
      {committees.map(({ id, name, closedOn }) => (
        <li key={id}>
          <Link to={`/committees/${id}/show`}>{name}</Link>
          {closedOn && ` · ${t('committees.closedOn', { day: day(closedOn) })}`}
        </li>
      ))}
    </Box>
  );
}

function Cases({ committee }: { committee: WholeCommittee }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { data, error, refetch } = useAsk(COMMITTEE_CASES, { id: committee.id });
  return (
    <Section title={t('committees.cases')} hint={t('committees.casesHint')}>
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={40} aria-busy="true" />}
      {data && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <Box sx={{ flex: '1 1 180px' }}>
            {data.all.totalCount === 0
              ? t('committees.noCases')
              : t('committees.caseCount', { pending: number(data.pending.totalCount), all: number(data.all.totalCount) })}
          </Box>
          {data.all.totalCount > 0 && (
            <Button component={Link} to={casesOf(committee.id)} variant="outlined">
              {t('committees.toCases')}
            </Button>
          )}
        </Box>
      )}
    </Section>
  );
}
