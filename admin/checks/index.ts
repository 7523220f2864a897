// Kiểm tra của đơn vị: each agency answers for its findings, its head confirms.
import icon from '@mui/icons-material/FactCheckOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type AgencyCheck, checkDocuments } from './documents.js';

export const checks: Noun = {
  name: 'checks',
  icon,
  documents: checkDocuments,
  opensWith: ['agencyCheck.read'],
  // Only a leader can be named head of an agency's list.
  isFor: ({ rights, officer }) =>
    !!officer?.isLeader || ['agencyCheck.handle', 'review.readProgress'].some((right) => rights.includes(right)),
  represent: (check: AgencyCheck) => check.review.reference,
  list: page(() => import('./CheckList.js'), 'CheckList'),
  show: page(() => import('./CheckShow.js'), 'CheckShow'),
};
