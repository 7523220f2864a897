// Tài khoản: who may sign in, and in which roles.
import icon from '@mui/icons-material/ManageAccountsOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type User, userDocuments } from './documents.js';

export const users: Noun = {
  name: 'users',
  group: 'system',
  icon,
  documents: userDocuments,
  opensWith: ['user.read'],
  changesWith: ['user.change'],
  represent: (user: User) => user.name,
  list: page(() => import('./UserList.js'), 'UserList'),
  show: page(() => import('./UserShow.js'), 'UserShow'),
  create: page(() => import('./UserCreate.js'), 'UserCreate'),
  edit: page(() => import('./UserEdit.js'), 'UserEdit'),
};
