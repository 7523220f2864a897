// The first members of a committee, each with a seat; exactly one of them is the chair.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { wrong } from '../ui/wrong.js';
import type { Person } from './documents.js';
import { PersonField } from './PersonField.js';
import { hasSecretary, voterCount } from './terms.js';
import { type Seat, seats } from './words.js';

export interface SeatDraft {
  key: number;
  person: Person | null;
  seat: Seat;
}

let made = 0;
export const newSeat = (seat: Seat): SeatDraft => ({ key: ++made, person: null, seat });

/** Rows that are filled in; empty ones are left out. */
export const filled = (rows: readonly SeatDraft[]): (SeatDraft & { person: Person })[] =>
  rows.filter((row): row is SeatDraft & { person: Person } => row.person !== null);

interface MembersFieldProps {
  rows: SeatDraft[];
  onChange: (rows: SeatDraft[]) => void;
  /** What was refused of the row that was sent as this one. */
  errorAt: (field: string) => string | undefined;
}

export function MembersField({ rows, onChange, errorAt }: MembersFieldProps) {
  const t = useTranslate();
  const change = (key: number, part: Partial<SeatDraft>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const sent = filled(rows);
  const named = new Set(sent.map(({ person }) => person.id));
  const chairs = sent.filter(({ seat }) => seat === 'CHAIR').length;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {rows.map((row, index) => {
        const place = sent.findIndex(({ key }) => key === row.key);
        return (
          <Box
            key={row.key}
            role="group"
            aria-label={t('committees.memberNumber', { number: index + 1 })}
            data-part="member"
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 220px auto' }, alignItems: 'start' }}
          >
            <PersonField
              label={t('committees.field.person')}
              value={row.person}
              onChange={(person) => change(row.key, { person })}
              leftOut={named}
              required={false}
              error={place < 0 ? undefined : errorAt(`members.${place}.userId`)}
            />
            <TextField
              select
              label={t('committees.field.seat')}
              value={row.seat}
              onChange={(event) => change(row.key, { seat: event.target.value as Seat })}
              {...wrong(place < 0 ? undefined : errorAt(`members.${place}.seat`))}
            >
              {seats.map((seat) => (
                <MenuItem key={seat} value={seat}>
                  {t(`committees.seat.${seat}`)}
                </MenuItem>
              ))}
            </TextField>
            <Button
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
              disabled={rows.length === 1}
              aria-label={t('committees.takeOutNumber', { number: index + 1 })}
              sx={{ mt: { sm: 1 }, justifySelf: 'start' }}
            >
              {t('committees.takeOut')}
            </Button>
          </Box>
        );
      })}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Button variant="outlined" onClick={() => onChange([...rows, newSeat('MEMBER')])}>
          {t('committees.addMember')}
        </Button>
        <Box aria-live="polite" sx={{ color: 'text.secondary' }}>
          {t('committees.memberCount', { count: sent.length, voters: voterCount(sent) })}
        </Box>
      </Box>
      {sent.length > 0 && chairs !== 1 && (
        <Alert severity="warning" variant="outlined">
          {t(chairs === 0 ? 'committees.noChair' : 'committees.manyChairs', { count: chairs })}
        </Alert>
      )}
      {sent.length > 0 && !hasSecretary(sent) && (
        <Alert severity="warning" variant="outlined" data-part="no-secretary">
          {t('committees.noSecretary')}
        </Alert>
      )}
    </Box>
  );
}
