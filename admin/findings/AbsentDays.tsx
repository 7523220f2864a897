// Days of leave, illness, secondment or without a device that explain a finding; both or none.
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Doing } from '../data/command.js';
import { DayField } from '../ui/DayField.js';

export interface ChosenDays {
  fromOn: string;
  untilOn: string;
  setFromOn: (day: string) => void;
  setUntilOn: (day: string) => void;
  setFromWords: (words: string) => void;
  setUntilWords: (words: string) => void;
  /** Something was typed that is no day, or one of the two alone: nothing is sent as long as that stands. */
  isUnclear: boolean;
  /** What goes along with the contest. */
  chosen: { fromOn?: string; untilOn?: string };
}

export function useAbsentDays(): ChosenDays {
  const [fromOn, setFromOn] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const [fromWords, setFromWords] = useState('');
  const [untilWords, setUntilWords] = useState('');
  const isNoDay = (words: string, day: string) => words.trim() !== '' && day === '';
  return {
    fromOn,
    untilOn,
    setFromOn,
    setUntilOn,
    setFromWords,
    setUntilWords,
    isUnclear: isNoDay(fromWords, fromOn) || isNoDay(untilWords, untilOn) || !fromOn !== !untilOn,
    chosen: { ...(fromOn && { fromOn }), ...(untilOn && { untilOn }) },
  };
}

export function AbsentDays({ days, doing }: { days: ChosenDays; doing: Doing }) {
  const t = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } }}>
      <DayField
        name="fromOn"
        label={t('findings.contest.fromOn')}
        value={days.fromOn}
        onChange={days.setFromOn}
        error={doing.errorAt('fromOn')}
        hint={t('findings.contest.daysHint')}
        isOptional
        onWords={(words) => days.setFromWords(words)}
      />
      <DayField
        name="untilOn"
        label={t('findings.contest.untilOn')}
        value={days.untilOn}
        onChange={days.setUntilOn}
        error={doing.errorAt('untilOn')}
        hint=" "
        isOptional
        onWords={(words) => days.setUntilWords(words)}
      />
    </Box>
  );
}
