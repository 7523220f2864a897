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
    csv: (event) => event.at,
  },
  { source: 'actorName', label: 'auditLog.column.actor', cell: (event) => event.actorName, csv: (event) => event.actorName },
  {
    source: 'summary',
    label: 'auditLog.column.summary',
    phone: 'title',
    cell: (event) => event.summary,
    csv: (event) => event.summary,
  },
  {
    source: 'subject',
    label: 'auditLog.column.subject',
    isLink: true,
    cell: (event) => event.subjectName ?? '–',
    csv: (event) => event.subjectName ?? event.subject,
  },
  {
    source: 'seq',
    label: 'auditLog.column.seq',
    isExtra: true,
    isNumber: true,
    phone: 'none',
    cell: (event) => event.id,
    csv: (event) => event.id,
  },
];
