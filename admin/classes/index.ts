// Lớp tập huấn: classes for those who find the mailbox hard to use, who is in them, and what they changed.
import icon from '@mui/icons-material/SchoolOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type TrainingClass, classDocuments } from './documents.js';

export const classes: Noun = {
  name: 'classes',
  icon,
  documents: classDocuments,
  opensWith: ['class.read'],
  changesWith: ['class.create', 'class.lead'],
  represent: (held: TrainingClass) => held.title,
  list: page(() => import('./ClassList.js'), 'ClassList'),
  show: page(() => import('./ClassShow.js'), 'ClassShow'),
  create: page(() => import('./ClassCreate.js'), 'ClassCreate'),
  edit: page(() => import('./ClassEdit.js'), 'ClassEdit'),
  pages: [
    { path: 'demand', page: page(() => import('../demand/DemandPage.js'), 'DemandPage'), opensWith: ['training.readDemand'] },
    { path: 'effect', page: page(() => import('./EffectPage.js'), 'EffectPage'), opensWith: ['training.readEffect'] },
    { path: ':id/roster', page: page(() => import('../roster/RosterPage.js'), 'RosterPage'), opensWith: ['class.lead'], isBare: true },
    { path: ':id/entry', page: page(() => import('../roster/EntryPage.js'), 'EntryPage'), opensWith: ['class.lead'], isBare: true },
    { path: ':id/sheet', page: page(() => import('../roster/SheetPage.js'), 'SheetPage'), opensWith: ['class.lead'] },
    { path: ':id/import', page: page(() => import('./ImportPage.js'), 'ImportPage'), opensWith: ['class.lead'] },
  ],
};
