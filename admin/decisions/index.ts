// Hồ sơ & quyết định: a case about one officer, from the proposal to the appeal.
import icon from '@mui/icons-material/GavelOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Case, decisionDocuments } from './documents.js';

export const decisions: Noun = {
  name: 'decisions',
  icon,
  documents: decisionDocuments,
  opensWith: ['decision.read'],
  represent: (one: Case) => one.reference,
  list: page(() => import('./DecisionList.js'), 'DecisionList'),
  show: page(() => import('./DecisionShow.js'), 'DecisionShow'),
  pages: [
    { path: 'votes', page: page(() => import('./VotesPage.js'), 'VotesPage'), opensWith: ['decision.vote'] },
    { path: 'dockets', page: page(() => import('./DocketsPage.js'), 'DocketsPage'), opensWith: ['decision.readDockets'] },
    { path: 'docket', page: page(() => import('./DocketPage.js'), 'DocketPage'), opensWith: ['decision.readDockets'] },
    { path: 'paper-texts', page: page(() => import('../papers/TemplatesPage.js'), 'TemplatesPage'), opensWith: ['paper.changeTemplates'] },
  ],
};
