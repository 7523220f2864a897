// The columns of the record of acts.
import type { Column } from '../ui/column.js';
import { MomentVi } from '../ui/DateVi.js';
import type { AuditEvent } from './documents.js';

export const auditColumns: Column<AuditEvent>[] = [
  {
    source: 'at',
    label: 'auditLog.column.at',
    isTight: true,
    cell: (event) => <MomentVi value={event.at} />,
  },
  { source: 'actorName', label: 'auditLog.column.actor', cell: (event) => event.actorName },
  {
    source: 'summary',
    label: 'auditLog.column.summary',
    phone: 'title',
    cell: (event) => event.summary,
  },
  {
    source: 'subject',
    label: 'auditLog.column.subject',
    isLink: true,
    cell: (event) => event.subjectName ?? '–',
  },
  {
    source: 'seq',
    label: 'auditLog.column.seq',
    isExtra: true,
    isNumber: true,
    phone: 'none',
    cell: (event) => event.id,
  },
];
