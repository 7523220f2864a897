// Việc của tôi: what waits for whoever looks, each a sentence with the way to it, most urgent first; nothing waiting is said.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay, useViewer } from '../data/viewer.js';
import { isToAnswer } from '../decisions/case.js';
import { useDaysLeft, useKindSentence } from '../decisions/words.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { WorkLine } from './WorkLine.js';
import { AGENCY_CASES, CASE_WORK, OWN_WORK, type OwnWork, SEATS } from './work.documents.js';
import { isChairIn, workLines } from './work.js';

const inCommittee = ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER'];

export function WorkList() {
  const t = useTranslate();
  const { number } = useFormat();
  const viewer = useViewer();
  const left = useDaysLeft();
  const may = useMay('decision.read');
  const isInCommittee = !!viewer?.roles.some((role) => inCommittee.includes(role));
  const isContact = !!viewer?.agency;
  const work = useAsk(CASE_WORK, {}, may && isInCommittee);
  const mayHaveSeat = useMay('committee.read') && !!viewer?.roles.includes('COMMITTEE_MEMBER');
  const seats = useAsk(SEATS, {}, may && mayHaveSeat);
  const ofAgency = useAsk(AGENCY_CASES, { agencyId: viewer?.agency?.id ?? '' }, may && isContact);
  const own = useAsk(OWN_WORK, { officerId: viewer?.officer?.id ?? '' }, may && !!viewer?.officer);
  if (!viewer || !may) return null;
  if (work.isLoading || seats.isLoading || ofAgency.isLoading || own.isLoading) {
    return <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 90 }} />;
  }
  const lines = work.data ? workLines(work.data, { ...viewer, isChair: !!seats.data && isChairIn(seats.data, viewer.id) }) : [];
  const toExplain = ofAgency.data?.decisions.totalCount ?? 0;
  const mine = (own.data?.decisions.nodes ?? []).filter(({ availableActions }) =>
    availableActions.some((action) => action === 'EXPLAIN' || action === 'APPEAL'),
  );
  const isNothing = lines.length + toExplain + mine.length === 0;
  // Who has no part in cases of others and no own one is not told that nothing waits.
  if (isNothing && !isInCommittee) return null;
  return (
    <Section title={t('dashboard.work.title')}>
      {isNothing ? (
        <Typography data-part="no-work">{t('dashboard.work.nothing')}</Typography>
      ) : (
        <Box component="ul" data-part="work" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {mine.map((one) => (
            <OwnLine key={one.id} one={one} />
          ))}
          {lines.map(({ name, count, firstAt, to }) => {
            const far = firstAt && left(firstAt);
            return (
              <WorkLine key={name} to={to} button={t(`dashboard.work.button.${name}`)} isUrgent={name === 'overdue' || name === 'toVote'}>
                {t(`dashboard.work.${name}`, { count: number(count) })}
                {far && ` · ${far}`}
              </WorkLine>
            );
          })}
          {toExplain > 0 && (
            <WorkLine
              to={`/decisions?filter=${encodeURIComponent(JSON.stringify({ state: ['NOTIFIED'] }))}`}
              button={t('dashboard.work.button.toExplain')}
              isUrgent={false}
            >
              {t('dashboard.work.toExplain', { count: number(toExplain) })}
            </WorkLine>
          )}
        </Box>
      )}
    </Section>
  );
}

function OwnLine({ one }: { one: OwnWork }) {
  const t = useTranslate();
  const { day } = useFormat();
  const left = useDaysLeft();
  const sentence = useKindSentence();
  const isExplaining = one.availableActions.includes('EXPLAIN');
  const until = isExplaining ? one.explainUntil : one.appealUntil;
  const far = until && left(until);
  return (
    <WorkLine to="/my-case" button={t('dashboard.work.button.own')} isUrgent={isExplaining && !one.explainedOn}>
      {t(isExplaining ? (isToAnswer(one) ? 'dashboard.work.ownExplained' : 'dashboard.work.ownExplain') : 'dashboard.work.ownAppeal', {
        what: sentence(one),
        on: day(until),
      })}
      {far && ` · ${far}`}
    </WorkLine>
  );
}
