// Ban chỉ đạo: committees, who sits in them, by which rules they vote, and their mergers.
import icon from '@mui/icons-material/GroupsOutlined';
import { type Noun, page } from '../shell/noun.js';
import type { Committee } from './documents.js';

export const committees: Noun = {
  name: 'committees',
  icon,
  opensWith: ['committee.read'],
  changesWith: ['committee.change'],
  represent: (committee: Committee) => committee.name,
  list: page(() => import('./CommitteeList.js'), 'CommitteeList'),
  show: page(() => import('./CommitteeShow.js'), 'CommitteeShow'),
  create: page(() => import('./CommitteeCreate.js'), 'CommitteeCreate'),
  pages: [
    { path: 'merge', page: page(() => import('./merge/MergePage.js'), 'MergePage'), opensWith: ['committee.change'] },
    { path: ':id/rule', page: page(() => import('./RulePage.js'), 'RulePage'), opensWith: ['committee.change'] },
  ],
};
