// A difference in words: what decisions want and what was found, what repairing it would do, how it was settled.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Mark } from '../ui/Mark.js';
import type { Drift } from './documents.js';

/** "Quyết định: đã thu hồi. Trên hệ thống thư: đang mở." */
export function useDifference(): (drift: Drift) => string {
  const t = useTranslate();
  const state = (name: string) => t(`mailboxes.state.${name}`);
  return ({ kind, expected, found, foundAddress }) =>
    t(`drifts.words.${kind}`, { expected: state(expected), found: state(found), address: foundAddress ?? '–' });
}

/** Which order is given again, by which decision. */
export function useRepairWords(): (drift: Drift) => string {
  const t = useTranslate();
  return ({ kind, repair }) => {
    if (!repair) return t(kind === 'MISSING' || kind === 'OTHER_STATE' ? 'drifts.repair.noDecision' : `drifts.repair.never.${kind}`);
    const order = t(`decisions.order.${repair.kind}`);
    if (repair.isEmergency) return t('drifts.repair.emergency', { order });
    return repair.decisionNumber
      ? t('drifts.repair.byDecision', { order, number: repair.decisionNumber })
      : t('drifts.repair.byUnnumbered', { order });
  };
}

export function DriftStanding({ drift }: { drift: Drift }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const repair = useRepairWords()(drift);
  const { settledAt, settlement, note } = drift;
  return (
    <Box>
      {settledAt ? (
        <Mark look={settlement === 'ACCEPTED' ? 'quiet' : 'good'}>{t(`drifts.settlement.${settlement ?? 'GONE'}`)}</Mark>
      ) : (
        <Mark look="look">{t('drifts.open')}</Mark>
      )}
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        {settledAt ? [moment(settledAt), note].filter(Boolean).join(' · ') : repair}
      </Box>
    </Box>
  );
}
