// The values of a voting rule, each with what it means in plain words.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { wrong } from '../ui/wrong.js';
import type { RuleValues } from './documents.js';
import { appealSettlers, type DecisionKind, isAdverse, thresholds } from './words.js';

type NumberField = 'minimumVoters' | 'noticeDays' | 'voteDays' | 'appealDays' | 'appealSettleDays' | 'secondAppealDays';

interface RuleFieldsProps {
  kind: DecisionKind;
  rule: RuleValues;
  onChange: (rule: RuleValues) => void;
  errorAt: (field: string) => string | undefined;
}

export function RuleFields({ kind, rule, onChange, errorAt }: RuleFieldsProps) {
  const t = useTranslate();
  const set = (part: Partial<RuleValues>) => onChange({ ...rule, ...part });
  const hint = (field: string) =>
    t(`committees.rule.${field}.${isAdverse(kind) ? 'hint' : 'hintMild'}`, { _: t(`committees.rule.${field}.hint`) });
  const number = (field: NumberField) => (
    <TextField
      name={field}
      label={t(`committees.rule.${field}.name`)}
      value={Number.isNaN(rule[field]) ? '' : rule[field]}
      onChange={(event) => set({ [field]: /^\d{1,4}$/.test(event.target.value.trim()) ? Number(event.target.value) : Number.NaN })}
      required
      {...wrong(errorAt(field), hint(field))}
      slotProps={{ ...wrong(errorAt(field)).slotProps, htmlInput: { inputMode: 'numeric' } }}
    />
  );
  const threshold = (field: 'quorum' | 'majority') => (
    <TextField
      select
      name={field}
      label={t(`committees.rule.${field}.name`)}
      value={rule[field]}
      onChange={(event) => set({ [field]: event.target.value })}
      {...wrong(errorAt(field), hint(field))}
    >
      {thresholds.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`committees.threshold.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
  const tick = (field: 'isTieAdopted' | 'isByChairAlone') => (
    <Box>
      <FormControlLabel
        control={<Checkbox name={field} checked={rule[field]} onChange={(event) => set({ [field]: event.target.checked })} />}
        label={t(`committees.rule.${field}.name`)}
      />
      <FormHelperText error={errorAt(field) !== undefined} sx={{ mt: 0, ml: 4 }}>
        {errorAt(field) ?? hint(field)}
      </FormHelperText>
    </Box>
  );
  const pair = { display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'start' };
  return (
    <>
      {!isAdverse(kind) && tick('isByChairAlone')}
      {!rule.isByChairAlone && (
        <>
          <Box sx={pair}>
            {threshold('quorum')}
            {threshold('majority')}
          </Box>
          {tick('isTieAdopted')}
          <Box sx={pair}>
            {number('minimumVoters')}
            {number('voteDays')}
          </Box>
        </>
      )}
      {isAdverse(kind) && (
        <>
          <Box sx={pair}>
            {number('noticeDays')}
            {number('appealDays')}
          </Box>
          <TextField
            select
            name="appealSettledBy"
            label={t('committees.rule.appealSettledBy.name')}
            value={rule.appealSettledBy}
            onChange={(event) => set({ appealSettledBy: event.target.value as RuleValues['appealSettledBy'] })}
            {...wrong(errorAt('appealSettledBy'), t(`committees.settlerHint.${rule.appealSettledBy}`))}
          >
            {appealSettlers.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`committees.settler.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <Box sx={pair}>
            {number('appealSettleDays')}
            {number('secondAppealDays')}
          </Box>
        </>
      )}
    </>
  );
}
