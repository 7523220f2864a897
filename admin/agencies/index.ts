// Cơ quan, đơn vị: who they are and how their people use the mailbox.
import icon from '@mui/icons-material/ApartmentOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Agency, agencyDocuments } from './documents.js';

export const agencies: Noun = {
  name: 'agencies',
  icon,
  documents: agencyDocuments,
  opensWith: ['agency.read'],
  represent: (agency: Agency) => agency.name,
  list: page(() => import('./AgencyList.js'), 'AgencyList'),
  show: page(() => import('./AgencyShow.js'), 'AgencyShow'),
};
