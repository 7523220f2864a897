// What waits for whoever checks: findings to answer for, lists to confirm, and for the task force what is overdue or contested.
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay, useViewer } from '../data/viewer.js';
import { WorkLine } from '../dashboard/WorkLine.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import Box from '@mui/material/Box';
import { CHECK_WORK, FORCE_WORK } from './work.documents.js';

export function CheckWork() {
  const t = useTranslate();
  const { number, day } = useFormat();
  const viewer = useViewer();
  const may = useMay('agencyCheck.read');
  const isForce = useMay('agencyCheck.readSignals');
  // The task force sees every check; its work is those that name it or its agency.
  const isInvolved = !isForce || !!viewer?.agency;
  const own = useAsk(CHECK_WORK, {}, may && isInvolved).data?.agencyChecks.nodes ?? [];
  const force = useAsk(FORCE_WORK, {}, isForce).data;
  if (!viewer || !may) return null;
  const lines = own.flatMap(({ id, left, availableActions, review }) => {
    const to = `/checks/${id}/show`;
    const until = day(review.checkUntil);
    if (availableActions.includes('SUBMIT'))
      return [
        {
          id,
          to,
          words: left > 0 ? t('checks.work.answer', { count: number(left), until }) : t('checks.work.submit', { until }),
          button: t('checks.work.toCheck'),
        },
      ];
    const isHead = availableActions.includes('RETURN');
    if (isHead) return [{ id, to, words: t('checks.work.confirm', { review: review.title, until }), button: t('checks.act.CONFIRM') }];
    if (availableActions.includes('CONFIRM'))
      return [{ id, to, words: t('checks.work.waits', { until }), button: t('checks.work.toCheck') }];
    return [];
  });
  const listOf = (noun: string, filter: object) => `/${noun}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  if (force && force.overdue.totalCount > 0)
    lines.push({
      id: 'overdue',
      to: listOf('checks', { isOpen: true, isOverdue: true }),
      words: t('checks.work.overdue', { count: number(force.overdue.totalCount) }),
      button: t('checks.work.toList'),
    });
  if (force && force.contests.totalCount > 0)
    lines.push({
      id: 'contests',
      to: listOf('findings', { isContestOpen: true }),
      words: t('checks.work.contests', { count: number(force.contests.totalCount) }),
      button: t('checks.work.toAnswer'),
    });
  if (lines.length === 0) return null;
  return (
    <Section title={t('checks.work.title')}>
      <Box component="ul" data-part="check-work" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map(({ id, to, words, button }) => (
          <WorkLine key={id} to={to} button={button} isUrgent={id === 'overdue'}>
            {words}
          </WorkLine>
        ))}
      </Box>
    </Section>
  );
}
