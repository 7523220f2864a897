// The columns of a list of orders.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { AddressWords } from '../ui/AddressWords.js';
import type { Column } from '../ui/column.js';
import { MomentVi } from '../ui/DateVi.js';
import type { MailOrder } from './documents.js';
import { OrderStanding, useProof } from './state.js';

function KindWords({ order: { kind, number } }: { order: MailOrder }) {
  const t = useTranslate();
  return (
    <>
      {number}. {t(`decisions.order.${kind}`)}
    </>
  );
}

function Whose({ order: { mailbox } }: { order: MailOrder }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <AddressWords address={mailbox.address} />
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{mailbox.officer?.fullName ?? '–'}</Box>
    </Box>
  );
}

function Proof({ order }: { order: MailOrder }) {
  return <>{useProof()(order)}</>;
}

export const orderColumns: Column<MailOrder>[] = [
  {
    source: 'number',
    label: 'mailOrders.column.order',
    phone: 'title',
    cell: (order) => <KindWords order={order} />,
  },
  {
    source: 'mailbox',
    label: 'mailOrders.column.mailbox',
    cell: (order) => <Whose order={order} />,
  },
  {
    source: 'state',
    label: 'mailOrders.column.state',
    cell: (order) => <OrderStanding order={order} />,
  },
  {
    source: 'message',
    label: 'mailOrders.column.message',
    cell: ({ message }) => <Box sx={{ overflowWrap: 'anywhere', minWidth: 0, maxWidth: '40ch' }}>{message ?? '–'}</Box>,
  },
  {
    source: 'proof',
    label: 'mailOrders.column.proof',
    cell: (order) => <Proof order={order} />,
  },
  {
    source: 'connector',
    label: 'mailOrders.column.connector',
    cell: ({ connector }) => connector || '–',
  },
  {
    source: 'createdAt',
    label: 'mailOrders.column.createdAt',
    isExtra: true,
    phone: 'none',
    isTight: true,
    cell: ({ createdAt }) => <MomentVi value={createdAt} />,
  },
];
