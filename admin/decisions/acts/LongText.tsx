// A text of several lines with the sentence of the server under it where it was refused.
import TextField from '@mui/material/TextField';
import { wrong } from '../../ui/wrong.js';

interface LongTextProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  hint?: string;
  isOptional?: boolean;
  rows?: number;
}

export function LongText({ name, label, value, onChange, error, hint, isOptional = false, rows = 4 }: LongTextProps) {
  return (
    <TextField
      name={name}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      multiline
      minRows={rows}
      maxRows={14}
      required={!isOptional}
      {...wrong(error, hint)}
    />
  );
}
