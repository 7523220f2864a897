// Hệ thống thư: the real mail systems on which orders are carried out.
import icon from '@mui/icons-material/DnsOutlined';
import { type Noun, page } from '../shell/noun.js';
import type { MailSystem } from './documents.js';

export const mailSystems: Noun = {
  name: 'mailSystems',
  group: 'system',
  icon,
  opensWith: ['mailSystem.read'],
  changesWith: ['mailSystem.change'],
  represent: (system: MailSystem) => system.name,
  list: page(() => import('./MailSystemList.js'), 'MailSystemList'),
  show: page(() => import('./MailSystemShow.js'), 'MailSystemShow'),
  create: page(() => import('./MailSystemCreate.js'), 'MailSystemCreate'),
  edit: page(() => import('./MailSystemEdit.js'), 'MailSystemEdit'),
  pages: [{ path: ':id/match', page: page(() => import('./MatchPage.js'), 'MatchPage'), opensWith: ['mailSystem.reconcile'] }],
};
