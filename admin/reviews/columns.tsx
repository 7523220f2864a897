// The columns of the list of reviews.
import { mayOpen } from '../data/access.js';
import type { Column } from '../ui/column.js';
import { DateVi } from '../ui/DateVi.js';
import { ShareCell } from '../ui/ShareCell.js';
import { StateWords } from '../ui/words.js';
import { Count } from './fields.js';
import type { Review } from './documents.js';

export const reviewColumns: Column<Review>[] = [
  { source: 'title', label: 'reviews.column.title', phone: 'title', cell: (review) => review.title },
  {
    source: 'reference',
    label: 'reviews.column.reference',
    isTight: true,
    phone: 'none',
    cell: (review) => review.reference,
  },
  {
    source: 'windowFrom',
    label: 'reviews.column.windowFrom',
    isTight: true,
    cell: (review) => <DateVi value={review.windowFrom} />,
  },
  {
    source: 'windowTo',
    label: 'reviews.column.windowTo',
    isTight: true,
    cell: (review) => <DateVi value={review.windowTo} />,
  },
  {
    source: 'state',
    label: 'reviews.column.state',
    isTight: true,
    cell: (review) => <StateWords state={review.state} />,
  },
  {
    source: 'officers',
    label: 'reviews.column.officers',
    needs: 'agency.orderByShare',
    isNumber: true,
    cell: (review) => <Count value={review.figures.officers} />,
  },
  {
    source: 'officersSeen',
    label: 'reviews.column.officersSeen',
    needs: 'review.readFigures',
    isOpenTo: (viewer) => !mayOpen(viewer, ['agency.orderByShare']),
    isNumber: true,
    cell: (review) => <Count value={review.figures.officers} />,
  },
  {
    source: 'leaders',
    label: 'reviews.column.leaders',
    needs: 'review.readFigures',
    isNumber: true,
    cell: (review) => <ShareCell figures={review.figures.leaders} />,
  },
  {
    source: 'all',
    label: 'reviews.column.all',
    needs: 'review.readFigures',
    isNumber: true,
    phone: 'none',
    cell: (review) => <ShareCell figures={review.figures.all} />,
  },
  {
    source: 'notAssessed',
    label: 'reviews.column.notAssessed',
    needs: 'review.readFigures',
    isNumber: true,
    phone: 'none',
    cell: (review) => <Count value={review.figures.all.notAssessed} />,
  },
];
