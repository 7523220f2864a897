// One setting of a mail system as the server describes it; what usually holds is shown where nothing is typed, a secret is never shown.
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { wrong } from '../ui/wrong.js';
import type { SettingField } from './documents.js';

interface SettingInputProps {
  field: SettingField;
  value: string;
  onChange: (value: string) => void;
  /** A secret that is stored already. */
  isSet: boolean;
  error: string | undefined;
}

/** The words of a value that is chosen, not typed. */
export function useChoiceWords(): (field: SettingField, value: string) => string {
  const t = useTranslate();
  return ({ type, choices }, value) => {
    if (type === 'YES_NO') return t(value === 'true' ? 'ui.yes' : 'ui.no');
    return choices.find((choice) => choice.value === value)?.label ?? value;
  };
}

export function SettingInput({ field, value, onChange, isSet, error }: SettingInputProps) {
  const t = useTranslate();
  const wordsOf = useChoiceWords();
  const { name, type, label, usual, isRequired, choices } = field;
  const isSecret = type === 'SECRET';
  const isChosen = type === 'CHOICE' || type === 'YES_NO';
  const hint = [field.hint, isSecret && isSet && t('mailSystems.form.secretKept')].filter(Boolean).join(' ');
  const options = type === 'YES_NO' ? ['true', 'false'] : choices.map((choice) => choice.value);
  const look = wrong(error, hint || undefined);
  return (
    <TextField
      name={`settings.${name}`}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      required={isRequired && !(isSecret && isSet)}
      fullWidth
      autoComplete={isSecret ? 'new-password' : 'off'}
      {...(isSecret && { type: 'password' })}
      {...(type === 'LONG_TEXT' && { multiline: true, minRows: 2, maxRows: 8 })}
      {...(isChosen && { select: true })}
      placeholder={isSecret && isSet ? t('mailSystems.form.secretStored') : (usual ?? '')}
      error={look.error}
      helperText={look.helperText}
      slotProps={{
        ...look.slotProps,
        inputLabel: { shrink: true },
        ...(isChosen && { select: { displayEmpty: true } }),
        ...(type === 'NUMBER' && { htmlInput: { inputMode: 'numeric' } }),
      }}
    >
      {isChosen && (
        <MenuItem value="">
          {usual === null ? t('mailSystems.form.notChosen') : t('mailSystems.form.usual', { value: wordsOf(field, usual) })}
        </MenuItem>
      )}
      {isChosen &&
        options.map((option) => (
          <MenuItem key={option} value={option}>
            {wordsOf(field, option)}
          </MenuItem>
        ))}
    </TextField>
  );
}
