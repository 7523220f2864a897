// The columns of the list of differences.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { AddressWords } from '../ui/AddressWords.js';
import type { Column } from '../ui/column.js';
import { MomentVi } from '../ui/DateVi.js';
import type { Drift } from './documents.js';
import { DriftStanding, useDifference } from './words.js';

function Address({ drift: { address, name } }: { drift: Drift }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <AddressWords address={address} />
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', fontWeight: 400 }}>{name ?? '–'}</Box>
    </Box>
  );
}

function KindWords({ drift: { kind } }: { drift: Drift }) {
  return <>{useTranslate()(`drifts.kind.${kind}`)}</>;
}

function Difference({ drift }: { drift: Drift }) {
  return <>{useDifference()(drift)}</>;
}

export const driftColumns: Column<Drift>[] = [
  {
    source: 'address',
    label: 'drifts.column.address',
    phone: 'title',
    cell: (drift) => <Address drift={drift} />,
  },
  {
    source: 'kind',
    label: 'drifts.column.kind',
    cell: (drift) => <KindWords drift={drift} />,
  },
  {
    source: 'difference',
    label: 'drifts.column.difference',
    cell: (drift) => <Difference drift={drift} />,
  },
  {
    source: 'standing',
    label: 'drifts.column.standing',
    cell: (drift) => <DriftStanding drift={drift} />,
  },
  { source: 'connector', label: 'drifts.column.connector', cell: ({ connector }) => connector },
  {
    source: 'createdAt',
    label: 'drifts.column.createdAt',
    isTight: true,
    cell: ({ createdAt }) => <MomentVi value={createdAt} />,
  },
];
