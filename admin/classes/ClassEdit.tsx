// Changing a class. Sessions that are moved keep their marks; those enrolled are told.
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { PageRefused } from '../shell/faults.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { CLASS_UPDATE } from './acts.documents.js';
import { type ClassDraft, draftOf, inputOf } from './class-draft.js';
import { ClassForm } from './ClassForm.js';
import type { TrainingClass } from './documents.js';

export function ClassEdit() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const { data: held, error, refetch } = useGetOne<TrainingClass>('classes', { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!held) return <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 300 }} />;
  if (!held.availableActions.includes('UPDATE')) return <PageRefused />;
  return <Edit held={held} />;
}

function Edit({ held }: { held: TrainingClass }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const doing = useDoing();
  const afresh = useAfresh();
  // As it was when the form was opened: what somebody else has changed meanwhile is refused, not written over.
  const [start] = useState(held);
  const page = `/classes/${start.id}/show`;
  const submit = async (draft: ClassDraft) => {
    const isSaved = await doing.run(
      async () => void (await carryOut(CLASS_UPDATE, { id: start.id, input: inputOf(draft), expectedVersion: start.version })),
    );
    if (!isSaved) return;
    await afresh('classes', 'ClassRoster', 'ClassEnrolments', 'OwnClasses', 'AuditEvents');
    navigate(page);
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('classes.editOf', { title: start.title })}
        hint={t('classes.editHint')}
        trail={[
          { to: '/classes', words: t('classes.title') },
          { to: page, words: start.title },
        ]}
      />
      <ClassForm
        start={draftOf(start)}
        submitLabel={t('classes.save')}
        doing={doing}
        backTo={page}
        onSubmit={(draft) => void submit(draft)}
      />
    </Box>
  );
}
