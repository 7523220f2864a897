// A day typed as 23/11/2026, whatever the language of the browser: its own date field would turn day and month around.
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { dayOfWords, looksLikeDay } from './day-words.js';
import { useFormat } from './format.js';
import { wrong } from './wrong.js';

interface DayFieldProps {
  name: string;
  label: string;
  /** 2026-11-23; empty while no day is written. */
  value: string;
  onChange: (day: string) => void;
  error?: string | undefined;
  hint: string;
  isOptional?: boolean;
  /** What is typed, day or not. */
  onWords?: (words: string) => void;
}

export function DayField({ name, label, value, onChange, error, hint, isOptional = false, onWords }: DayFieldProps) {
  const t = useTranslate();
  const { day } = useFormat();
  const [words, setWords] = useState(value ? day(value) : '');
  const [isLeft, setLeft] = useState(false);
  const notADay =
    isLeft && !(isOptional && words.trim() === '') && dayOfWords(words) === null
      ? t(looksLikeDay(words) ? 'ui.noSuchDay' : 'ui.notADay', { day: words.trim() })
      : undefined;
  return (
    <TextField
      name={name}
      label={label}
      value={words}
      onChange={(event) => {
        setWords(event.target.value);
        onWords?.(event.target.value);
        onChange(dayOfWords(event.target.value) ?? '');
      }}
      onBlur={() => setLeft(true)}
      required={!isOptional}
      placeholder={t('ui.dayPattern')}
      autoComplete="off"
      {...wrong(error ?? notADay, hint)}
    />
  );
}
