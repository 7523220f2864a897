// Nhật ký: who did what, and when; nobody can rewrite it.
import icon from '@mui/icons-material/HistoryOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type AuditEvent, auditDocuments } from './documents.js';

export const audit: Noun = {
  name: 'auditLog',
  group: 'system',
  icon,
  documents: auditDocuments,
  opensWith: ['audit.read'],
  represent: (event: AuditEvent) => event.summary,
  list: page(() => import('./AuditList.js'), 'AuditList'),
};
