// The people of the list, each with four large marks. One listener for all of them: a list of five hundred stays quick on a phone.
import Box from '@mui/material/Box';
import type { SxProps, Theme } from '@mui/material/styles';
import type { MouseEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { type Mark, marks } from '../classes/attendance.js';
import { markColours } from '../classes/MarkShape.js';
import type { Person } from './documents.js';
import { MarkCard } from './MarkCard.js';
import type { Marking } from './use-marking.js';

/** One set of rules for all cards, instead of one for each of their buttons. */
const look: Record<string, unknown> = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  gap: 1.25,
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& li': {
    border: 1,
    borderColor: 'divider',
    borderRadius: 2,
    bgcolor: 'background.paper',
    p: 1.5,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 132px',
  },
  '& .name': { fontWeight: 600, fontSize: '1.0625rem', lineHeight: 1.3 },
  '& .beside': { color: 'text.secondary', fontSize: '0.8125rem' },
  '& .unsent': { color: 'warning.main', fontSize: '0.8125rem', fontWeight: 600, whiteSpace: 'nowrap' },
  '& .marks': { display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', gap: 0.75, mt: 1.25 },
  '& .marks button': {
    minHeight: 56,
    p: 0.5,
    borderRadius: 1.5,
    border: 1,
    borderColor: 'divider',
    bgcolor: 'background.paper',
    color: 'text.primary',
    font: 'inherit',
    fontSize: '0.8125rem',
    lineHeight: 1.15,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 0.5,
    cursor: 'pointer',
    touchAction: 'manipulation',
    WebkitTapHighlightColor: 'transparent',
  },
  '& .marks button:disabled': { cursor: 'default', opacity: 0.6 },
  ...Object.fromEntries(
    marks.map((mark) => [
      `& .marks button[data-mark=${mark}][aria-pressed=true]`,
      {
        bgcolor: `${markColours[mark]}.main`,
        borderColor: `${markColours[mark]}.main`,
        color: `${markColours[mark]}.contrastText`,
        fontWeight: 600,
        opacity: 1,
      },
    ]),
  ),
  '& li[data-unsent=true] .marks button[aria-pressed=true]': {
    outlineStyle: 'dashed',
    outlineWidth: 2,
    outlineOffset: 2,
    outlineColor: 'warning.main',
  },
};

interface MarkListProps {
  people: Person[];
  sessionId: string;
  marking: Marking;
  /** Left out where nothing may be marked. */
  onMark: ((enrolmentId: string, mark: Mark) => void) | undefined;
}

export function MarkList({ people, sessionId, marking, onMark }: MarkListProps) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-mark], button[data-seen]');
    const id = button?.closest<HTMLElement>('[data-enrolment]')?.dataset['enrolment'];
    if (!button || !id) return;
    if (button.dataset['seen']) return marking.dismiss(button.dataset['seen']);
    onMark?.(id, button.dataset['mark'] as Mark);
  };
  return (
    <Box component="ul" data-part="people" onClick={onClick} sx={look as SxProps<Theme>}>
      {people.map((person) => {
        const { mark, isUnsent, refused } = marking.shownOf(person, sessionId);
        const { officer } = person;
        return (
          <MarkCard
            key={person.id}
            id={person.id}
            name={officer.fullName}
            beside={[officer.post, agencyName(officer.agency)].filter(Boolean).join(' · ')}
            mark={mark}
            isUnsent={isUnsent}
            refusedKey={refused?.key}
            refusedMark={refused?.mark}
            refusal={refused?.refusal && t(refused.refusal, { _: refused.refusal })}
            isOpen={onMark !== undefined}
          />
        );
      })}
    </Box>
  );
}
