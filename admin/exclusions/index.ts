// Thi đua: who is excluded from the emulation titles of a year, and a check of many officers at once.
import icon from '@mui/icons-material/WorkspacePremiumOutlined';
import { type Noun, page } from '../shell/noun.js';
import type { Exclusion } from './documents.js';

export const exclusions: Noun = {
  name: 'exclusions',
  icon,
  // Held by task force, secretary and members of committees, and by nobody else.
  opensWith: ['committee.read'],
  represent: (exclusion: Exclusion) => exclusion.officer.fullName,
  list: page(() => import('./ExclusionList.js'), 'ExclusionList'),
  pages: [{ path: 'check', page: page(() => import('./CheckPage.js'), 'CheckPage') }],
};
