// Thư báo: letters to persons, by mail or on paper, with the proof that they came.
import icon from '@mui/icons-material/MailOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Letter, letterDocuments } from './documents.js';

export const letters: Noun = {
  name: 'letters',
  icon,
  documents: letterDocuments,
  opensWith: ['letter.read'],
  represent: (letter: Letter) => letter.title,
  list: page(() => import('./LetterList.js'), 'LetterList'),
  show: page(() => import('./LetterShow.js'), 'LetterShow'),
  pages: [
    { path: 'print', page: page(() => import('./PrintPage.js'), 'PrintPage'), opensWith: ['letter.handle'] },
    { path: 'calls', page: page(() => import('./CallPage.js'), 'CallPage'), opensWith: ['letter.handle'] },
  ],
};
