// The columns of the list of classes.
import type { Column } from '../ui/column.js';
import type { TrainingClass } from './documents.js';
import { SeatWords, StartVi } from './fields.js';
import { ClassStateWords } from './state.js';

export const classColumns: Column<TrainingClass>[] = [
  {
    source: 'title',
    label: 'classes.column.title',
    phone: 'title',
    cell: (held) => held.title,
  },
  {
    source: 'reference',
    label: 'classes.column.reference',
    isTight: true,
    isExtra: true,
    phone: 'none',
    cell: (held) => held.reference,
  },
  {
    source: 'startsAt',
    label: 'classes.column.startsAt',
    isTight: true,
    cell: (held) => <StartVi held={held} />,
  },
  {
    source: 'place',
    label: 'classes.column.place',
    cell: (held) => held.place ?? '–',
  },
  {
    source: 'trainer',
    label: 'classes.column.trainer',
    cell: (held) => held.trainer?.name ?? '–',
  },
  {
    source: 'seats',
    label: 'classes.column.seats',
    isTight: true,
    cell: (held) => <SeatWords held={held} />,
  },
  {
    source: 'waitlisted',
    label: 'classes.column.waitlisted',
    isNumber: true,
    isExtra: true,
    phone: 'none',
    cell: (held) => held.waitlistedCount,
  },
  {
    source: 'state',
    label: 'classes.column.state',
    isTight: true,
    cell: (held) => <ClassStateWords state={held.state} />,
  },
];
