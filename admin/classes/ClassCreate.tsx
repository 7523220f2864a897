// A new class; made from a proposal it is filled in, and afterwards the seats of those it was proposed for are asked for.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { carryOutEach } from '../data/bulk.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { toFault } from '../data/faults.js';
import { useMay } from '../data/viewer.js';
import { PageRefused } from '../shell/faults.js';
import { cityDay } from '../ui/city-time.js';
import { PageHead } from '../ui/PageHead.js';
import { CLASS_CREATE, ENROLMENT_REQUEST } from './acts.documents.js';
import { type ClassDraft, emptyDraft, inputOf } from './class-draft.js';
import { ClassForm } from './ClassForm.js';
import { usePlacedWords } from './placed.js';

/** What a proposal hands to this page. */
export interface ProposedStart {
  title: string;
  capacity: number;
  officerIds: string[];
}

export function ClassCreate() {
  const t = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const doing = useDoing();
  const afresh = useAfresh();
  const wordsOf = usePlacedWords();
  const mayCreate = useMay('class.create');
  const proposed = (useLocation().state as { proposed?: ProposedStart } | null)?.proposed;
  const [start] = useState<ClassDraft>(() => ({
    ...emptyDraft(cityDay(new Date())),
    ...(proposed && { title: proposed.title, capacity: String(proposed.capacity) }),
  }));
  if (!mayCreate) return <PageRefused />;
  const submit = (draft: ClassDraft) =>
    doing.run(async () => {
      const isPlanned = draft.isPlanned;
      const { trainingClass } = await carryOut(CLASS_CREATE, { input: { ...inputOf(draft), isPlanned } });
      const id = trainingClass!.id;
      // The class is there: a request that fails now is told, and can be made again on its page.
      if (proposed && !isPlanned) {
        await carryOutEach(ENROLMENT_REQUEST, { classId: id, officerIds: proposed.officerIds })
          .then(({ payload, refusals }) => notify(wordsOf(payload.enrolments, refusals.size)))
          .catch((error: unknown) =>
            notify(error instanceof Error && error.name === 'Refused' ? error.message : toFault(error).message, { type: 'error' }),
          );
      }
      void afresh('classes', 'AuditEvents', 'TrainingDemand', 'DemandByAgency', 'ClassProposals', 'OwnClasses');
      navigate(`/classes/${id}/show`);
    });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead title={t('classes.create')} hint={t('classes.createHint')} trail={[{ to: '/classes', words: t('classes.title') }]} />
      {proposed && <Alert severity="info">{t('classes.proposedFor', { count: proposed.officerIds.length })}</Alert>}
      <ClassForm
        start={start}
        submitLabel={t('classes.createSubmit')}
        doing={doing}
        backTo={proposed ? '/classes/demand' : '/classes'}
        onSubmit={(draft) => void submit(draft)}
        isNew
      />
    </Box>
  );
}
