// Lệnh: what decisions and people want done at the mail systems, and what became of it.
import icon from '@mui/icons-material/ChecklistOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type MailOrder, orderDocuments } from './documents.js';

export const mailOrders: Noun = {
  name: 'mailOrders',
  group: 'system',
  icon,
  documents: orderDocuments,
  opensWith: ['mailOrder.read'],
  represent: (order: MailOrder) => String(order.number),
  list: page(() => import('./OrderList.js'), 'OrderList'),
  show: page(() => import('./OrderShow.js'), 'OrderShow'),
};
