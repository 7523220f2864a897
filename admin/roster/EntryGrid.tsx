// The grid of a sheet: a line a person, a column a session; one cell has the focus.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslate } from 'react-admin';
import type { Mark } from '../classes/attendance.js';
import { MarkShape, markColours } from '../classes/MarkShape.js';
import type { Session } from '../classes/sessions.js';
import { cityClock, cityDay } from '../ui/city-time.js';
import { useFormat } from '../ui/format.js';
import type { Person } from './documents.js';
import type { Place } from './entry-keys.js';
import type { Marking } from './use-marking.js';

interface EntryGridProps {
  ref: Ref<HTMLTableElement>;
  people: (Person & { beside: string })[];
  sessions: Session[];
  place: Place;
  letters: Record<Mark, string>;
  marking: Marking;
  onPlace: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onMarkRest: (sessionId: string) => void;
}

export function EntryGrid({ ref, people, sessions, place, letters, marking, onPlace, onKeyDown, onMarkRest }: EntryGridProps) {
  const t = useTranslate();
  const { day } = useFormat();
  const head = { textAlign: 'left', p: 1.5, fontSize: '0.8125rem', color: 'text.secondary', verticalAlign: 'bottom' } as const;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        ref={ref}
        role="grid"
        aria-label={t('roster.entry.title')}
        onKeyDown={onKeyDown}
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          '& td, & th': { borderTop: 1, borderColor: 'divider' },
          '& thead th': { borderTop: 0 },
        }}
      >
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...head, width: 48 }}>
              {t('roster.sheet.number')}
            </Box>
            <Box component="th" scope="col" sx={head}>
              {t('officers.column.fullName')}
            </Box>
            {sessions.map((session, index) => (
              <Box component="th" scope="col" key={session.id} sx={{ ...head, minWidth: 128 }}>
                <Box sx={{ color: 'text.primary', fontWeight: 600 }}>{t('classes.sessionNumber', { number: index + 1 })}</Box>
                {cityClock(session.startsAt)} {day(cityDay(session.startsAt))}
                <Button size="small" onClick={() => onMarkRest(session.id)} sx={{ display: 'block', px: 0, minWidth: 0 }}>
                  {t('roster.entry.rest')}
                </Button>
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <tr key={person.id}>
              <Box component="td" sx={{ p: 1.5, color: 'text.secondary' }}>
                {row + 1}
              </Box>
              <Box component="th" scope="row" sx={{ textAlign: 'left', p: 1.5, fontWeight: 600, minWidth: 220 }}>
                {person.officer.fullName}
                <Box sx={{ fontWeight: 400, fontSize: '0.8125rem', color: 'text.secondary' }}>{person.beside}</Box>
              </Box>
              {sessions.map((session, column) => {
                const { mark, isUnsent } = marking.shownOf(person, session.id);
                const isHere = row === place.row && column === place.column;
                return (
                  <Box
                    component="td"
                    role="gridcell"
                    key={session.id}
                    tabIndex={isHere ? 0 : -1}
                    data-row={row}
                    data-column={column}
                    data-mark={mark ?? ''}
                    aria-label={`${person.officer.fullName}, ${t('classes.sessionNumber', { number: column + 1 })}: ${mark ? t(`classes.mark.${mark}`) : t('classes.unmarked')}`}
                    onFocus={() => onPlace({ row, column })}
                    onClick={(event) => event.currentTarget.focus()}
                    sx={{
                      p: 1,
                      cursor: 'pointer',
                      color: mark ? `${markColours[mark]}.main` : 'text.secondary',
                      fontWeight: 600,
                      '&:focus': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: -3, borderRadius: 1 },
                      ...(isUnsent && { fontStyle: 'italic' }),
                    }}
                  >
                    <Box
                      component="span"
                      aria-hidden="true"
                      sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', minHeight: 24 }}
                    >
                      {mark ? <MarkShape mark={mark} /> : '·'}
                      {mark && letters[mark]}
                      {isUnsent && (
                        <Box component="span" sx={{ fontWeight: 400, fontSize: '0.75rem', color: 'warning.main' }}>
                          {t('roster.unsent')}
                        </Box>
                      )}
                    </Box>
                  </Box>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
