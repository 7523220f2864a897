// Where a case stands, in a word with a shape beside it.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { type DecisionState, isToAnswer } from './case.js';

const looks: Record<DecisionState, { colour: string; isFilled: boolean; isSquare?: boolean }> = {
  PROPOSED: { colour: 'text.secondary', isFilled: false },
  NOTIFIED: { colour: 'info.main', isFilled: false },
  READY: { colour: 'info.main', isFilled: true },
  VOTING: { colour: 'warning.main', isFilled: false },
  ADOPTED: { colour: 'success.main', isFilled: false },
  IN_FORCE: { colour: 'success.main', isFilled: true },
  APPEALED: { colour: 'warning.main', isFilled: true },
  REJECTED: { colour: 'text.secondary', isFilled: true, isSquare: true },
  LAPSED: { colour: 'error.main', isFilled: false, isSquare: true },
  REVERSED: { colour: 'error.main', isFilled: true, isSquare: true },
  EXPIRED: { colour: 'text.secondary', isFilled: true },
  WITHDRAWN: { colour: 'text.secondary', isFilled: false, isSquare: true },
  JOINED: { colour: 'text.secondary', isFilled: false, isSquare: true },
};

type Standing = { state: DecisionState; explainedOn: string | null; answeredAt: string | null };

/** The word of a state; somebody who has explained waits for the answer, not for the explanation. */
export const stateKey = (one: Standing): string => (isToAnswer(one) ? 'decisions.stateExplained' : `decisions.state.${one.state}`);

/** The colour of a state in a bar; what is only outlined elsewhere is pale. */
export const barOf = (state: DecisionState): { bgcolor: string; opacity: number } => ({
  bgcolor: looks[state].colour,
  opacity: looks[state].isFilled ? 1 : 0.45,
});

export function CaseStateWords({ one }: { one: Standing }) {
  const t = useTranslate();
  const { state } = one;
  const { colour, isFilled, isSquare = false } = looks[state];
  return (
    <Box
      component="span"
      className="keep-colour"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: colour, fontWeight: 600 }}
    >
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          width: 10,
          height: 10,
          flex: 'none',
          border: 2,
          borderRadius: isSquare ? 0.5 : '50%',
          bgcolor: isFilled ? colour : 'transparent',
        }}
      />
      {t(stateKey(one))}
    </Box>
  );
}
