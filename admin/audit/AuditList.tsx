// The record of acts, newest first; or of one object, when the address names it.
import Chip from '@mui/material/Chip';
import { useListContext, useTranslate } from 'react-admin';
import { useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ListPage } from '../ui/ListPage.js';
import { auditColumns } from './columns.js';
import { type AuditEvent, auditDocuments } from './documents.js';
import { placeOf } from './places.js';
import { SubjectFilter } from './SubjectFilter.js';

export function AuditList() {
  const t = useTranslate();
  const viewer = useViewer();
  return (
    <ListPage<AuditEvent>
      title={t('auditLog.title')}
      columns={auditColumns}
      documents={auditDocuments}
      linkTo={(event) => (event.subjectName ? placeOf(event.subject, viewer) : null)}
      filters={
        <>
          <SubjectFilter />
          <Subject />
        </>
      }
      empty={<Empty title={t('auditLog.empty')} hint={t('auditLog.emptyHint')} />}
    />
  );
}

/** Which one object the list is about, by the name the record gives it. */
function Subject() {
  const t = useTranslate();
  const { data, filterValues } = useListContext<AuditEvent>();
  const subject = (filterValues as { subject?: string }).subject;
  if (!subject) return null;
  return <Chip label={t('auditLog.only', { name: data?.[0]?.subjectName ?? subject })} />;
}
