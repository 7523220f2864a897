// Where a case stands: its steps with their days, what comes next, and which rules keep the vote from opening.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { isOver } from './case.js';
import { type CaseStep, stepsOf } from './case-steps.js';
import type { AppealFile, Case } from './documents.js';
import { CaseStateWords } from './state.js';
import { useBlockWords, useVoteEndWords } from './words.js';

export function CaseStanding({ one, appeals = [] }: { one: Case; appeals?: readonly AppealFile[] | undefined }) {
  const t = useTranslate();
  const blockWords = useBlockWords();
  const settleBy = appeals.find(({ settledOn }) => settledOn === null)?.settleBy ?? null;
  const beforeVote = ['PROPOSED', 'NOTIFIED', 'READY'].includes(one.state);
  return (
    <Section title={t('decisions.standing.title')}>
      <Box sx={{ mb: 2 }}>
        <CaseStateWords one={one} />
      </Box>
      {beforeVote && one.blockedBy.length > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }} data-part="blocks">
          {t('decisions.standing.blocked')}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {blockWords(one).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </Box>
        </Alert>
      )}
      <Box component="ol" data-part="steps" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {stepsOf({ ...one, settleBy }).map((step, index) => (
          <StepLine key={step.name} step={step} number={index + 1} isOver={isOver(one.state)} />
        ))}
      </Box>
    </Section>
  );
}

function StepLine({ step: { name, mark, on, isUntil }, number, isOver }: { step: CaseStep; number: number; isOver: boolean }) {
  const t = useTranslate();
  const { day, moment } = useFormat();
  const voteEnd = useVoteEndWords();
  const isNow = mark === 'now';
  const isDone = mark === 'done' || mark === 'without';
  const at = on && (on.length <= 10 ? day(on) : isUntil ? voteEnd(on) : moment(on));
  const tint = isDone ? 'success.main' : isNow ? 'primary.main' : 'text.secondary';
  return (
    <Box component="li" aria-current={isNow ? 'step' : undefined} sx={{ display: 'flex', gap: 1.5, py: 0.75, alignItems: 'flex-start' }}>
      <Box
        aria-hidden="true"
        sx={{
          width: 24,
          height: 24,
          flex: 'none',
          borderRadius: '50%',
          border: 2,
          borderColor: tint,
          color: tint,
          display: 'grid',
          placeItems: 'center',
          fontSize: '0.75rem',
          fontWeight: 600,
        }}
      >
        {mark === 'without' ? '–' : isDone ? '✓' : number}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: isNow ? 600 : 400, color: isDone || isNow ? 'text.primary' : 'text.secondary' }}>
          {t(`decisions.step.${name}`)}
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {' · '}
            {t(`decisions.mark.${mark === 'now' && isOver ? 'done' : mark}`)}
          </Box>
        </Typography>
        {at && mark !== 'left' && mark !== 'without' && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {name === 'settled' ? t('decisions.standing.settleBy', { on: at }) : isUntil ? t('ui.until', { day: at }) : at}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
