// Kết quả rà soát: one officer's tier in one review, and why.
import icon from '@mui/icons-material/FactCheckOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Finding, findingDocuments } from './documents.js';

export const findings: Noun = {
  name: 'findings',
  icon,
  documents: findingDocuments,
  opensWith: ['finding.read'],
  represent: (finding: Finding) => finding.officer.fullName,
  list: page(() => import('./FindingList.js'), 'FindingList'),
  show: page(() => import('./FindingShow.js'), 'FindingShow'),
};
