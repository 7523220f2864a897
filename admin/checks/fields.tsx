// Parts of a check as they stand in lists and on its page.
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { AgencyCheck } from './documents.js';

export function Answered({ check: { answered, findings } }: { check: Pick<AgencyCheck, 'answered' | 'findings'> }) {
  const t = useTranslate();
  const { number } = useFormat();
  const words = t('checks.answeredOf', { answered: number(answered), findings: number(findings) });
  return (
    <Box sx={{ minWidth: 120 }}>
      {words}
      <LinearProgress
        variant="determinate"
        value={findings > 0 ? (answered / findings) * 100 : 0}
        aria-label={words}
        color={answered === findings ? 'success' : 'primary'}
        sx={{ height: 5, borderRadius: 99, mt: 0.5 }}
      />
    </Box>
  );
}

/** For the task force: what may mean that nobody looked; never a verdict (F-5). */
export function CheckSignals({ check: { signals } }: { check: Pick<AgencyCheck, 'signals'> }) {
  const t = useTranslate();
  return <>{signals.length === 0 ? '–' : signals.map((signal) => t(`checks.signal.${signal}`)).join('; ')}</>;
}
