// A day and a time of the city, typed as 02/12/2026 and 08:30: browsers' own fields would follow their own language and zone.
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { clockOfWords } from './city-time.js';
import { dayOfWords, looksLikeDay } from './day-words.js';
import { useFormat } from './format.js';
import { wrong } from './wrong.js';

interface DayWordsProps {
  name: string;
  label: string;
  /** 2026-12-02; empty while none is written. */
  value: string;
  onChange: (day: string) => void;
  error?: string | undefined;
  hint?: string;
  required?: boolean;
}

/** A day; small, for a row of fields. */
export function DayWords({ name, label, value, onChange, error, hint, required = true }: DayWordsProps) {
  const t = useTranslate();
  const { day } = useFormat();
  const [words, setWords] = useState(value ? day(value) : '');
  const [isLeft, setLeft] = useState(false);
  // Changed from outside, by a tap on "the next day".
  const shown = value && dayOfWords(words) !== value ? day(value) : words;
  const isMissing = isLeft && (required || words.trim() !== '') && dayOfWords(shown) === null;
  const complaint = isMissing ? t(looksLikeDay(shown) ? 'ui.noSuchDay' : 'ui.notADay', { day: shown.trim() }) : undefined;
  return (
    <TextField
      name={name}
      label={label}
      size="small"
      value={shown}
      onChange={(event) => {
        setWords(event.target.value);
        onChange(dayOfWords(event.target.value) ?? '');
      }}
      onBlur={() => setLeft(true)}
      required={required}
      placeholder={t('ui.dayPattern')}
      autoComplete="off"
      {...wrong(error ?? complaint, hint)}
    />
  );
}

interface ClockFieldProps {
  name: string;
  label: string;
  /** 08:30; empty while none is written. */
  value: string;
  onChange: (clock: string) => void;
  error?: string | undefined;
  required?: boolean;
}

/** A time of day: 8:30, 8h30 and 0830 are understood. */
export function ClockField({ name, label, value, onChange, error, required = true }: ClockFieldProps) {
  const t = useTranslate();
  const [words, setWords] = useState(value);
  const [isLeft, setLeft] = useState(false);
  const shown = value && clockOfWords(words) !== value ? value : words;
  const isMissing = isLeft && (required || words.trim() !== '') && clockOfWords(shown) === null;
  return (
    <TextField
      name={name}
      label={label}
      size="small"
      value={shown}
      onChange={(event) => {
        setWords(event.target.value);
        onChange(clockOfWords(event.target.value) ?? '');
      }}
      onBlur={() => {
        setLeft(true);
        setWords(clockOfWords(shown) ?? shown);
      }}
      required={required}
      placeholder={t('ui.clockPattern')}
      autoComplete="off"
      {...wrong(error ?? (isMissing ? t('ui.notAClock') : undefined))}
    />
  );
}

interface MomentFieldProps {
  name: string;
  label: string;
  day: string;
  clock: string;
  onChange: (day: string, clock: string) => void;
  error?: string | undefined;
  hint?: string;
}

/** A day and a time beside it; both empty where none is set. */
export function MomentField({ name, label, day, clock, onChange, error, hint }: MomentFieldProps) {
  const t = useTranslate();
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 104px', sm: '1fr 120px' } }}>
      <DayWords
        name={`${name}Day`}
        label={label}
        value={day}
        onChange={(next) => onChange(next, clock)}
        error={error}
        required={false}
        {...(hint && { hint })}
      />
      <ClockField name={`${name}Clock`} label={t('ui.clock')} value={clock} onChange={(next) => onChange(day, next)} required={false} />
    </Box>
  );
}
