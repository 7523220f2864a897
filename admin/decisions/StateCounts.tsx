// How many cases stand where: a bar in the colours of the states, with the numbers under it in words.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { DecisionState } from './case.js';
import { barOf } from './state.js';

interface StateCountsProps {
  /** In the order in which they are drawn; none of them 0. */
  states: readonly { state: DecisionState; cases: number }[];
}

export function StateCounts({ states }: StateCountsProps) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        aria-hidden="true"
        className="keep-colour"
        sx={{ display: 'flex', gap: '2px', height: 10, borderRadius: 1, overflow: 'hidden', mb: 0.75 }}
      >
        {states.map(({ state, cases }) => (
          <Box key={state} sx={{ flex: cases, ...barOf(state) }} />
        ))}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.875rem' }}>
        {states.map(({ state, cases }) => (
          <li key={state}>{t('decisions.dockets.inState', { state: t(`decisions.state.${state}`), count: number(cases) })}</li>
        ))}
      </Box>
    </Box>
  );
}
