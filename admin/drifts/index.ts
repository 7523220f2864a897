// Đối chiếu: mailboxes that are otherwise at their mail system than decisions want them.
import icon from '@mui/icons-material/CompareArrowsOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Drift, driftDocuments } from './documents.js';

export const drifts: Noun = {
  name: 'drifts',
  group: 'system',
  icon,
  documents: driftDocuments,
  opensWith: ['mailSystem.reconcile'],
  represent: (drift: Drift) => drift.address,
  list: page(() => import('./DriftList.js'), 'DriftList'),
};
