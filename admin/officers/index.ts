// Cán bộ, công chức: who has a mailbox and how it is used.
import icon from '@mui/icons-material/PeopleAltOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Officer, officerDocuments } from './documents.js';

export const officers: Noun = {
  name: 'officers',
  icon,
  documents: officerDocuments,
  opensWith: ['officer.read'],
  represent: (officer: Officer) => officer.fullName,
  list: page(() => import('./OfficerList.js'), 'OfficerList'),
  show: page(() => import('./OfficerShow.js'), 'OfficerShow'),
};
