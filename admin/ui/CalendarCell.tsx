// One day of the evidence calendar: its mark is told by fill, ring, hatch or grey, never by colour alone.
import { useTheme } from '@mui/material/styles';
import type { KeyboardEvent } from 'react';
import type { CalendarDay, DayMark } from './calendar-days.js';

export const cellSize = 24;

interface MarkProps {
  mark: DayMark;
  strength: number;
  isWorkingDay: boolean;
  hasDot: boolean;
  hatch: string;
}

/** The picture of a day; drawn the same in the calendar and in its legend. */
export function DayPicture({ mark, strength, isWorkingDay, hasDot, hatch }: MarkProps) {
  const { evidence } = useTheme().palette;
  const fill =
    mark === 'USE'
      ? evidence.use[Math.max(0, strength - 1)]
      : mark === 'NOT_COVERED'
        ? `url(#${hatch})`
        : mark === 'EXCUSED'
          ? evidence.excused
          : mark === 'OUTSIDE'
            ? 'none'
            : evidence.empty;
  return (
    <>
      <rect
        x="1.5"
        y="1.5"
        width={cellSize - 3}
        height={cellSize - 3}
        rx="4"
        fill={fill}
        stroke={isWorkingDay && mark !== 'OUTSIDE' ? evidence.frame : 'none'}
        strokeWidth="1.25"
      />
      {mark === 'LOGIN_ONLY' && (
        <circle cx={cellSize / 2} cy={cellSize / 2} r="5.5" fill="none" stroke={evidence.loginOnly} strokeWidth="2" />
      )}
      {mark === 'OUTSIDE' && <circle cx={cellSize / 2} cy={cellSize / 2} r="1.25" fill={evidence.frame} />}
      {hasDot && <circle cx={cellSize - 6.5} cy="6.5" r="3.25" fill={evidence.mark} stroke={evidence.empty} strokeWidth="1.25" />}
    </>
  );
}

interface CellProps {
  day: CalendarDay;
  x: number;
  y: number;
  label: string;
  hatch: string;
  isCurrent: boolean;
  /** By keyboard or tap. */
  onReach: () => void;
  /** By the pointer passing over it. */
  onPoint: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function CalendarCell({ day, x, y, label, hatch, isCurrent, onReach, onPoint, onKeyDown }: CellProps) {
  const { primary } = useTheme().palette;
  return (
    <g
      role="gridcell"
      aria-label={label}
      tabIndex={isCurrent ? 0 : -1}
      data-date={day.date}
      data-mark={day.mark}
      transform={`translate(${x} ${y})`}
      onFocus={onReach}
      onMouseEnter={onPoint}
      onClick={onReach}
      onKeyDown={onKeyDown}
      style={{ outline: 'none', cursor: 'default' }}
    >
      <DayPicture
        mark={day.mark}
        strength={day.strength}
        isWorkingDay={day.isWorkingDay}
        hasDot={day.forwarded > 0 || day.polled}
        hatch={hatch}
      />
      {isCurrent && (
        <rect
          className="day-focus"
          x="0"
          y="0"
          width={cellSize}
          height={cellSize}
          rx="5.5"
          fill="none"
          stroke={primary.main}
          strokeWidth="2"
        />
      )}
    </g>
  );
}
