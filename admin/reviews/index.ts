// Đợt rà soát: the city's mailboxes judged over one window by one policy.
import icon from '@mui/icons-material/EventNoteOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Review, reviewDocuments } from './documents.js';

export const reviews: Noun = {
  name: 'reviews',
  icon,
  documents: reviewDocuments,
  opensWith: ['review.read'],
  represent: (review: Review) => review.title,
  list: page(() => import('./ReviewList.js'), 'ReviewList'),
  show: page(() => import('./ReviewShow.js'), 'ReviewShow'),
  pages: [{ path: 'definitions', page: page(() => import('./DefinitionsPage.js'), 'DefinitionsPage'), opensWith: ['review.change'] }],
};
