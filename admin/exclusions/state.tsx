// Where an exclusion stands, and what is answered about an officer: a shape and words.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { EligibilityStatus, Exclusion, ExclusionState } from './documents.js';

interface Look {
  colour: string;
  isFilled: boolean;
  isSquare?: boolean;
}

export const lookOf: Record<ExclusionState, Look> = {
  IN_FORCE: { colour: 'error.main', isFilled: true },
  APPEALED: { colour: 'warning.main', isFilled: false },
  EXPIRED: { colour: 'text.secondary', isFilled: true },
};

const ofAnswer: Record<EligibilityStatus, Look> = {
  ELIGIBLE: { colour: 'success.main', isFilled: true },
  EXCLUDED: { colour: 'error.main', isFilled: true, isSquare: true },
  UNDER_APPEAL: { colour: 'warning.main', isFilled: false },
  UNKNOWN_OFFICER: { colour: 'text.secondary', isFilled: false, isSquare: true },
};

function Shaped({ look: { colour, isFilled, isSquare = false }, words }: { look: Look; words: string }) {
  return (
    <Box component="span" className="keep-colour" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: colour }}>
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          width: 10,
          height: 10,
          flex: 'none',
          border: 2,
          borderRadius: isSquare ? 0 : '50%',
          bgcolor: isFilled ? colour : 'transparent',
        }}
      />
      {words}
    </Box>
  );
}

/** In words: an exclusion whose year is over, or that was lifted, is told apart. */
export function useStateWords(): (exclusion: Pick<Exclusion, 'state' | 'endedBy'>) => string {
  const t = useTranslate();
  return ({ state, endedBy }) =>
    state === 'EXPIRED' && endedBy ? t('exclusions.liftedBy', { number: endedBy.number ?? '' }) : t(`exclusions.state.${state}`);
}

export function ExclusionStateWords({ exclusion }: { exclusion: Exclusion }) {
  const wordsOf = useStateWords();
  return <Shaped look={lookOf[exclusion.state]} words={wordsOf(exclusion)} />;
}

export function AnswerWords({ status }: { status: EligibilityStatus }) {
  const t = useTranslate();
  return <Shaped look={ofAnswer[status]} words={t(`exclusions.answer.${status}`)} />;
}
