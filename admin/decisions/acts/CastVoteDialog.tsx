// Casting or changing votes (D-6): a choice, a reason, the sentence it comes to. Many at once want a second deliberate act and leave out those voted alone (D-12).
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../ui/ActDialog.js';
import { useFormat } from '../../ui/format.js';
import { CAST_VOTE } from '../acts.documents.js';
import { type Choice, choices, splitContested } from '../case.js';
import { useKindSentence } from '../words.js';
import type { CaseDialogProps, DialogCase } from './case-dialog.js';
import { CasesReceipt } from './CasesReceipt.js';
import { LongText } from './LongText.js';
import { People } from './People.js';
import { useRequestKey } from './request-key.js';
import { useCaseAct } from './use-case-act.js';

/** What the choice comes to, one sentence for each kind of case. */
function useVoteSentences(): (choice: Choice, cases: readonly DialogCase[]) => string[] {
  const t = useTranslate();
  const { number } = useFormat();
  const sentence = useKindSentence();
  return (choice, cases) => {
    const groups = new Map<string, DialogCase[]>();
    for (const one of cases) {
      const key = `${one.vote?.purpose ?? 'CASE'} ${sentence(one)}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((group) => {
      const [first] = group;
      const who = group.length === 1 ? first!.officer.fullName : t('decisions.persons', { count: number(group.length) });
      const isAppeal = first!.vote?.purpose === 'APPEAL';
      return t(isAppeal ? `decisions.cast.onAppeal.${choice}` : `decisions.cast.say.${choice}`, { what: sentence(first!), who });
    });
  };
}

export function CastVoteDialog({ cases, onDone, onClose, onConflict }: CaseDialogProps & { onConflict?: (() => void) | undefined }) {
  const t = useTranslate();
  const { number } = useFormat();
  const label = useId();
  const sentences = useVoteSentences();
  const isOne = cases.length === 1;
  const { enBloc: together, alone } = isOne ? { enBloc: [...cases], alone: [] } : splitContested(cases);
  const { doing, receipt, submit } = useCaseAct(together, 'decisions.cast.told', onDone, onClose);
  const [only] = cases;
  const [choice, setChoice] = useState<Choice | ''>(isOne ? (only!.myChoice ?? '') : '');
  const [reason, setReason] = useState('');
  const [isConfirming, setConfirming] = useState(false);
  const [isSeen, setSeen] = useState(false);
  const keyOf = useRequestKey();
  const isAppeal = only?.vote?.purpose === 'APPEAL';
  const title = isOne
    ? t('decisions.cast.titleOne', { name: only!.officer.fullName })
    : t('decisions.cast.titleMany', { count: number(together.length) });
  if (receipt) return <CasesReceipt title={title} receipt={receipt} onClose={onClose} />;
  const send = () => {
    if (choice === '') return;
    if (!isOne && !isConfirming) return setConfirming(true);
    const request = { ids: together.map(({ id }) => id), choice, ...(reason.trim() && { reason: reason.trim() }) };
    submit(CAST_VOTE, { ...request, idempotencyKey: keyOf(request) });
  };
  const said = choice === '' ? [] : sentences(choice, together);
  return (
    <ActDialog
      title={title}
      submitLabel={
        isOne
          ? t('decisions.cast.submit')
          : isConfirming
            ? t('decisions.cast.submitMany', { count: number(together.length) })
            : t('decisions.cast.onwards')
      }
      doing={doing}
      fields={['reason', 'choice']}
      onSubmit={send}
      onClose={onClose}
      isIncomplete={choice === '' || together.length === 0 || (isConfirming && !isSeen)}
    >
      {alone.length > 0 && (
        <Alert severity="warning" variant="outlined" data-part="alone">
          {t('decisions.cast.alone', { count: number(alone.length) })}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {alone.map(({ id, officer }) => (
              <li key={id}>
                <Link to={`/decisions/${id}/show`}>{officer.fullName}</Link>
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {!isConfirming && (
        <>
          <div>
            <FormLabel id={label}>{t('decisions.cast.choice')}</FormLabel>
            <RadioGroup aria-labelledby={label} value={choice} onChange={(event) => setChoice(event.target.value as Choice)}>
              {choices.map((one) => (
                <FormControlLabel
                  key={one}
                  value={one}
                  control={<Radio />}
                  label={t(isAppeal ? `decisions.choiceOnAppeal.${one}` : `decisions.choice.${one}`)}
                />
              ))}
            </RadioGroup>
          </div>
          <LongText
            name="reason"
            label={t('decisions.cast.reason')}
            hint={t('decisions.cast.reasonHint')}
            value={reason}
            onChange={setReason}
            error={doing.errorAt('reason')}
            isOptional
            rows={2}
          />
        </>
      )}
      {said.length > 0 && (isOne || isConfirming) && (
        <Alert severity="info" icon={false} data-part="sentence" role="status">
          {said.map((words) => (
            <Typography key={words} sx={{ fontWeight: 600 }}>
              {words}
            </Typography>
          ))}
          <Typography variant="body2">{t(isOne ? 'decisions.cast.mayChange' : 'decisions.cast.noUndo')}</Typography>
        </Alert>
      )}
      {!isOne && <People cases={together} />}
      {isConfirming && (
        <FormControlLabel
          control={<Checkbox checked={isSeen} onChange={(event) => setSeen(event.target.checked)} />}
          label={t('decisions.cast.seen', { count: number(together.length) })}
        />
      )}
      {isOne && onConflict && (
        <Typography variant="body2">
          {t('decisions.cast.conflictAsk')}{' '}
          <Box
            component="button"
            type="button"
            onClick={onConflict}
            sx={{
              font: 'inherit',
              p: 0,
              border: 0,
              bgcolor: 'transparent',
              color: 'error.main',
              textDecoration: 'underline',
              cursor: 'pointer',
            }}
          >
            {t('decisions.act.DECLARE_CONFLICT')}
          </Box>
        </Typography>
      )}
    </ActDialog>
  );
}
