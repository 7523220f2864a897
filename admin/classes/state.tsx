// Where a class or somebody in it stands, in a word with a shape beside it.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ClassState } from './class.js';
import type { EnrolmentState } from './enrolment.js';

interface Look {
  colour: string;
  isFilled: boolean;
  isSquare?: boolean;
}

const ofClass: Record<ClassState, Look> = {
  PLANNED: { colour: 'text.secondary', isFilled: false },
  OPEN: { colour: 'info.main', isFilled: false },
  RUNNING: { colour: 'success.main', isFilled: true },
  COMPLETED: { colour: 'text.secondary', isFilled: true },
  CANCELLED: { colour: 'error.main', isFilled: false, isSquare: true },
};

const ofEnrolment: Record<EnrolmentState, Look> = {
  REQUESTED: { colour: 'warning.main', isFilled: false },
  ENROLLED: { colour: 'success.main', isFilled: true },
  WAITLISTED: { colour: 'info.main', isFilled: false },
  DECLINED: { colour: 'text.secondary', isFilled: false, isSquare: true },
  WITHDRAWN: { colour: 'text.secondary', isFilled: false, isSquare: true },
  COMPLETED: { colour: 'success.main', isFilled: true },
  INCOMPLETE: { colour: 'warning.main', isFilled: true },
  NO_SHOW: { colour: 'error.main', isFilled: true },
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

export function ClassStateWords({ state }: { state: ClassState }) {
  const t = useTranslate();
  return <Shaped look={ofClass[state]} words={t(`classes.state.${state}`)} />;
}

export function EnrolmentStateWords({ state, position }: { state: EnrolmentState; position?: number | null }) {
  const t = useTranslate();
  const words = position ? t('classes.waitingAt', { position }) : t(`classes.enrolment.${state}`);
  return <Shaped look={ofEnrolment[state]} words={words} />;
}
