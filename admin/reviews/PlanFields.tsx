// How the agencies check: days, reminders, what silence means, whether officers are told. Used for a review and for a definition.
import FormControlLabel from '@mui/material/FormControlLabel';
import Checkbox from '@mui/material/Checkbox';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Doing } from '../data/command.js';
import { wrong } from '../ui/wrong.js';
import type { Plan, Silence } from './campaign.documents.js';

export const usualPlan: Plan = {
  checkDays: 10,
  decideDays: 10,
  remindDays: [5, 2],
  escalateDays: 1,
  silence: 'FINDING_STAYS',
  tellsOfficers: true,
};

const silences: readonly Silence[] = ['FINDING_STAYS', 'TASK_FORCE_CHECKS'];
const wholeNumbers = (text: string): number[] =>
  text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((word) => (/^\d+$/.test(word) ? Number(word) : -1));

export function PlanFields({ plan, onChange, doing }: { plan: Plan; onChange: (plan: Plan) => void; doing: Doing }) {
  const t = useTranslate();
  const label = useId();
  const number = (field: 'checkDays' | 'decideDays' | 'escalateDays') => (
    <TextField
      type="number"
      name={field}
      label={t(`reviews.plan.${field}`)}
      defaultValue={plan[field]}
      // What is no number is sent as one that the server refuses at this field.
      onChange={(event) => onChange({ ...plan, [field]: event.target.value.trim() === '' ? -1 : Math.round(Number(event.target.value)) })}
      {...wrong(doing.errorAt(field), t(`reviews.plan.hint.${field}`))}
    />
  );
  return (
    <>
      {number('checkDays')}
      {number('decideDays')}
      <TextField
        name="remindDays"
        label={t('reviews.plan.remindDays')}
        defaultValue={plan.remindDays.join(', ')}
        onChange={(event) => onChange({ ...plan, remindDays: wholeNumbers(event.target.value) })}
        {...wrong(doing.errorAt('remindDays'), t('reviews.plan.hint.remindDays'))}
      />
      {number('escalateDays')}
      <div>
        <FormLabel id={label}>{t('reviews.plan.silence')}</FormLabel>
        <RadioGroup
          aria-labelledby={label}
          value={plan.silence}
          onChange={(event) => onChange({ ...plan, silence: event.target.value as Silence })}
        >
          {silences.map((silence) => (
            <FormControlLabel
              key={silence}
              value={silence}
              control={<Radio />}
              label={
                <>
                  {t(`reviews.plan.silences.${silence}`)}
                  <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                    {t(`checks.silence.${silence}`)}
                  </Typography>
                </>
              }
            />
          ))}
        </RadioGroup>
      </div>
      <FormControlLabel
        control={<Checkbox checked={plan.tellsOfficers} onChange={(event) => onChange({ ...plan, tellsOfficers: event.target.checked })} />}
        label={t('reviews.plan.tellsOfficers')}
      />
    </>
  );
}
