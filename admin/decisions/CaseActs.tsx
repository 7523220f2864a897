// What the viewer can do with a case now, by what the server allows; what they might look for in vain is explained.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useViewer } from '../data/viewer.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { PanelAct } from './acts/CaseDialog.js';
import type { DecisionAction } from './case.js';
import type { Case } from './documents.js';
import { FollowUp } from './FollowUp.js';
import { missingActs, whoseTurn } from './missing-acts.js';
import { useBlockWords, useNextDayWords } from './words.js';

/** The acts that move a case on stand first, each in a strong button; the others after them. */
const forward: readonly DecisionAction[] = [
  'CAST_VOTE',
  'GIVE_NOTICE',
  'EXPLAIN',
  'ANSWER_EXPLANATION',
  'OPEN_VOTE',
  'ENTER_INTO_FORCE',
  'SETTLE_APPEAL',
];
const besides: readonly DecisionAction[] = ['APPEAL', 'CLOSE_VOTE', 'DECLARE_CONFLICT', 'WITHDRAW'];

interface CaseActsProps {
  /** Cases that wait for my vote. */
  waiting: readonly { id: string }[];
  one: Case;
  isOwn: boolean;
  onAct: (act: PanelAct) => void;
}

export function CaseActs({ one, isOwn, waiting, onAct }: CaseActsProps) {
  const t = useTranslate();
  const { day, number } = useFormat();
  const blockWords = useBlockWords();
  const viewer = useViewer();
  const nextDay = useNextDayWords();
  const mayNotice = useMay('decision.giveNotice');
  const can = (action: DecisionAction) => one.availableActions.includes(action);
  const missing = missingActs(one, viewer?.roles ?? [], isOwn);
  const next = nextDay(one);
  const others = waiting.filter(({ id }) => id !== one.id);
  const isWaiting = others.length < waiting.length;
  // The notice is written first and recorded after it was handed over; and after my vote the next case comes, not this one again.
  const isAfter = (action: DecisionAction) => (action === 'GIVE_NOTICE' && mayNotice) || (action === 'CAST_VOTE' && one.myChoice !== null);
  const label = (action: DecisionAction) =>
    action === 'CAST_VOTE' && one.myChoice
      ? t('decisions.cast.change')
      : t(
          isOwn && action === 'EXPLAIN'
            ? 'decisions.explain.submitOwn'
            : isOwn && action === 'APPEAL'
              ? 'decisions.appeal.submitOwn'
              : `decisions.act.${action}`,
        );
  return (
    <Section title={t('decisions.acts.title')}>
      <Box data-part="acts" sx={{ display: 'grid', gap: 1.25 }}>
        <Typography>
          {t(`decisions.turn.${whoseTurn(one)}`)}
          {next && <b> {next}.</b>}
        </Typography>
        {one.myChoice && (
          <Alert severity="success" variant="outlined" icon={false}>
            {t('decisions.cast.mine', {
              choice: t(one.vote?.purpose === 'APPEAL' ? `decisions.choiceOnAppeal.${one.myChoice}` : `decisions.choice.${one.myChoice}`),
            })}
          </Alert>
        )}
        {one.vote && !isWaiting && others[0] && (
          <Button component={Link} to={`/decisions/${others[0].id}/show`} variant="contained" size="large" data-part="next-vote">
            {t('decisions.votes.nextCase', { count: number(others.length) })}
          </Button>
        )}
        {mayNotice && can('GIVE_NOTICE') && (
          <Button variant="contained" size="large" onClick={() => onAct('PREPARE_NOTICE')}>
            {t('decisions.act.PREPARE_NOTICE')}
          </Button>
        )}
        {forward.filter(can).map((action) => (
          <Button key={action} variant={isAfter(action) ? 'outlined' : 'contained'} size="large" onClick={() => onAct(action)}>
            {label(action)}
          </Button>
        ))}
        {besides.filter(can).map((action) => (
          <Button
            key={action}
            variant="outlined"
            color={action === 'WITHDRAW' || action === 'DECLARE_CONFLICT' ? 'error' : 'primary'}
            onClick={() => onAct(action)}
          >
            {label(action)}
          </Button>
        ))}
        <FollowUp one={one} isOwn={isOwn} />
        {missing.map(({ action, why, on }) => (
          <Typography key={action} variant="body2" data-part="missing" sx={{ color: 'text.secondary' }}>
            <b>{t(`decisions.act.${action}`)}:</b>{' '}
            {why === 'blocked' ? blockWords(one).join(' ') : t(`decisions.missing.${why}`, { on: day(on) })}
          </Typography>
        ))}
        {one.availableActions.length === 0 && missing.length === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('decisions.acts.none')}
          </Typography>
        )}
      </Box>
    </Section>
  );
}
