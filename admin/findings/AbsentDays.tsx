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
  /** What goes along with the contest. */
  chosen: { fromOn?: string; untilOn?: string };
}

export function useAbsentDays(): ChosenDays {
  const [fromOn, setFromOn] = useState('');
  const [untilOn, setUntilOn] = useState('');
  return { fromOn, untilOn, setFromOn, setUntilOn, chosen: { ...(fromOn && { fromOn }), ...(untilOn && { untilOn }) } };
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
      />
      <DayField
        name="untilOn"
        label={t('findings.contest.untilOn')}
        value={days.untilOn}
        onChange={days.setUntilOn}
        error={doing.errorAt('untilOn')}
        hint=" "
      />
    </Box>
  );
}
