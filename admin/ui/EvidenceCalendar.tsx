// How one mailbox was used, day by day: weeks × days, a legend in words, the numbers of a day on focus, hover or tap.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { CalendarCell, DayPicture, cellSize } from './CalendarCell.js';
import { type CalendarDay, type DayMark } from './calendar-days.js';
import { useFormat } from './format.js';

const left = 30;
const top = 20;
const step = cellSize + 2;

const moves: Record<string, number> = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 };

export function EvidenceCalendar({ days }: { days: CalendarDay[] }) {
  const t = useTranslate();
  const { evidence, text } = useTheme().palette;
  const { day: writeDay } = useFormat();
  const hatch = useId();
  const say = useDayWords();
  const grid = useRef<SVGSVGElement>(null);
  // The keyboard keeps its place while the pointer wanders.
  const [reached, setReached] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const last = days.at(-1);
  const first = days[0];
  const months = useMemo(() => monthStarts(days), [days]);
  if (!first || !last) return <Typography>{t('ui.calendar.empty')}</Typography>;

  const entry = reached ?? last.date;
  const shown = days.find((day) => day.date === (pointed ?? reached));
  const width = left + (last.week + 1) * step;
  const height = top + 7 * step;
  const rows = Array.from({ length: 7 }, (_, weekday) => days.filter((day) => day.weekday === weekday));

  const reach = (date: string) => {
    setReached(date);
    setPointed(undefined);
  };
  const onKeyDown = (event: KeyboardEvent, from: CalendarDay) => {
    const index = days.indexOf(from);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? days.length - 1
          : moves[event.key] === undefined
            ? undefined
            : index + moves[event.key]!;
    const target = to === undefined ? undefined : days[to];
    if (!target) return;
    event.preventDefault();
    reach(target.date);
    grid.current?.querySelector<SVGGElement>(`[data-date="${target.date}"]`)?.focus();
  };

  return (
    <Box sx={{ containerType: 'inline-size' }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr)',
          // By the room it has, not by the screen: in a case it stands in one of three columns.
          '@container (min-width: 720px)': { gridTemplateColumns: 'minmax(0, 560px) minmax(240px, 1fr)' },
          columnGap: 5,
          alignItems: 'start',
          '& [role=gridcell]:not(:focus-visible) .day-focus': { opacity: 0.001 },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ overflowX: 'auto', pb: 0.5 }}>
            <svg
              ref={grid}
              role="grid"
              aria-label={t('ui.calendar.description', { from: writeDay(first.date), to: writeDay(last.date) })}
              viewBox={`0 0 ${width} ${height}`}
              style={{ width: '100%', minWidth: Math.min(width, 300), maxWidth: width * 1.5, display: 'block' }}
              onMouseLeave={() => setPointed(undefined)}
            >
              <Hatch id={hatch} ground={evidence.empty} line={evidence.hatch} />
              <g aria-hidden="true" fontSize="10.5" fill={text.secondary}>
                {months.map(({ week, label }) => (
                  <text key={week} x={left + week * step + 2} y="12">
                    {t(`ui.monthShort.${label}`)}
                  </text>
                ))}
                {rows.map((_, weekday) => (
                  <text key={weekday} x="0" y={top + weekday * step + 16}>
                    {t(`ui.weekdayShort.${weekday}`)}
                  </text>
                ))}
              </g>
              {rows.map((row, weekday) => (
                <g role="row" key={weekday} aria-label={t(`ui.weekday.${weekday}`)}>
                  {row.map((day) => (
                    <CalendarCell
                      key={day.date}
                      day={day}
                      x={left + day.week * step}
                      y={top + day.weekday * step}
                      label={say(day)}
                      hatch={hatch}
                      isCurrent={day.date === entry}
                      onReach={() => reach(day.date)}
                      onPoint={() => setPointed(day.date)}
                      onKeyDown={(event) => onKeyDown(event, day)}
                    />
                  ))}
                </g>
              ))}
            </svg>
          </Box>
          <Typography
            variant="body2"
            className="no-print"
            sx={{ minHeight: '2.9em', mt: 1, color: shown ? 'text.primary' : 'text.secondary', fontWeight: shown ? 600 : 400 }}
          >
            {shown ? say(shown) : t('ui.calendar.choose')}
          </Typography>
        </Box>
        <Legend hatch={hatch} marks={new Set(days.map((day) => day.mark))} hasDots={days.some((day) => day.forwarded > 0 || day.polled)} />
      </Box>
    </Box>
  );
}

/** The day in one sentence: date, what it counts as, the counters. */
export function useDayWords(): (day: CalendarDay) => string {
  const t = useTranslate();
  const { day: writeDay, number } = useFormat();
  return (day) => {
    const parts = [
      `${writeDay(day.date)} (${t(`ui.weekday.${day.weekday}`)}${day.isWorkingDay ? '' : `, ${t('ui.calendar.offDay')}`}): ${t(`ui.calendar.short.${day.mark}`)}`,
    ];
    if (day.sent + day.read + day.logins + day.received + day.forwarded > 0) {
      parts.push(
        t('ui.calendar.counts', {
          sent: number(day.sent),
          read: number(day.read),
          logins: number(day.logins),
          received: number(day.received),
          forwarded: number(day.forwarded),
        }),
      );
    }
    if (day.polled) parts.push(t('ui.calendar.polled'));
    return parts.join('; ');
  };
}

function monthStarts(days: CalendarDay[]): { week: number; label: string }[] {
  const starts: { week: number; label: string }[] = [];
  for (const day of days) {
    const label = String(Number(day.date.slice(5, 7)));
    const before = starts.at(-1);
    if (before?.label === label) continue;
    // A month that begins in the column of the one before takes the next column.
    const week =
      before && day.week <= before.week
        ? before.week + 1
        : day.date.endsWith('-01') || !before
          ? day.week + (before && day.weekday > 0 ? 1 : 0)
          : day.week;
    starts.push({ week, label });
  }
  return starts;
}

function Hatch({ id, ground, line }: { id: string; ground: string; line: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill={ground} />
        <path d="M0 0v5" stroke={line} strokeWidth="2.4" />
      </pattern>
    </defs>
  );
}

function Legend({ hatch, marks, hasDots }: { hatch: string; marks: Set<DayMark>; hasDots: boolean }) {
  const t = useTranslate();
  const always: DayMark[] = ['USE', 'LOGIN_ONLY', 'NO_USE', 'NOT_COVERED', 'EXCUSED'];
  const listed: DayMark[] = marks.has('OUTSIDE') ? [...always, 'OUTSIDE'] : always;
  const item = (key: string, picture: { mark: DayMark; strength: number; isWorkingDay: boolean; hasDot: boolean }, words: string) => (
    <Box component="li" key={key} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <svg width="20" height="20" viewBox={`0 0 ${cellSize} ${cellSize}`} aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
        <DayPicture {...picture} hatch={hatch} />
      </svg>
      <span>{words}</span>
    </Box>
  );
  return (
    <Box
      component="ul"
      aria-label={t('ui.calendar.legend')}
      sx={{
        listStyle: 'none',
        p: 0,
        m: 0,
        mt: 1,
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(auto-fill, minmax(250px, 1fr))', lg: '1fr' },
        columnGap: 2,
        rowGap: 0.75,
        fontSize: '0.8125rem',
        color: 'text.secondary',
      }}
    >
      {listed.map((mark) =>
        item(mark, { mark, strength: 2, isWorkingDay: mark !== 'OUTSIDE', hasDot: false }, t(`ui.calendar.mark.${mark}`)),
      )}
      {item('working', { mark: 'NO_USE', strength: 0, isWorkingDay: true, hasDot: false }, t('ui.calendar.mark.working'))}
      {hasDots && item('dot', { mark: 'NO_USE', strength: 0, isWorkingDay: true, hasDot: true }, t('ui.calendar.mark.forwarded'))}
    </Box>
  );
}
