// The officer is heard (D-3): the explanation, in the own words or from paper, and the answer to it.
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay, useViewer } from '../../data/viewer.js';
import { ActDialog } from '../../ui/ActDialog.js';
import { cityNow } from '../../data/city-clock.js';
import { cityDay } from '../../ui/city-time.js';
import { DayField } from '../../ui/DayField.js';
import { ANSWER, APPEAL, EXPLAIN } from '../acts.documents.js';
import type { CaseDialogProps } from './case-dialog.js';
import { LongText } from './LongText.js';
import { type Scan, ScanField } from './ScanField.js';
import { useCaseAct } from './use-case-act.js';

const papers = {
  explain: { document: EXPLAIN, told: 'decisions.explain.told' },
  appeal: { document: APPEAL, told: 'decisions.appeal.told' },
} as const;

/** The officer writes; contact and secretary enter what came on paper, with its day and its scan. */
function PaperDialog({ what, cases, onDone, onClose }: CaseDialogProps & { what: keyof typeof papers }) {
  const t = useTranslate();
  const viewer = useViewer();
  const mayUpload = useMay('attachment.upload');
  const [only] = cases;
  const isOwn = viewer?.officer?.id === only!.officer.id;
  const { doing, submit } = useCaseAct(cases, isOwn ? `decisions.${what}.toldOwn` : papers[what].told, onDone, onClose);
  const [text, setText] = useState('');
  const [receivedOn, setReceivedOn] = useState(() => cityDay(cityNow()));
  const [scan, setScan] = useState<Scan>();
  const send = () =>
    submit(papers[what].document, {
      id: only!.id,
      text: text.trim(),
      ...(!isOwn && { receivedOn }),
      ...(scan?.id && { attachmentId: scan.id }),
    });
  return (
    <ActDialog
      title={t(isOwn ? `decisions.${what}.titleOwn` : `decisions.${what}.title`, { name: only!.officer.fullName })}
      hint={t(isOwn ? `decisions.${what}.hintOwn` : `decisions.${what}.hint`)}
      submitLabel={t(isOwn ? `decisions.${what}.submitOwn` : `decisions.${what}.submit`)}
      doing={doing}
      fields={['text', 'receivedOn', 'attachmentId']}
      onSubmit={send}
      onClose={onClose}
      isIncomplete={text.trim() === '' || receivedOn === '' || (scan !== undefined && !scan.id)}
    >
      <LongText
        name="text"
        label={t(isOwn ? 'decisions.paper.ownWords' : 'decisions.paper.words')}
        value={text}
        onChange={setText}
        error={doing.errorAt('text')}
        rows={6}
      />
      {!isOwn && (
        <DayField
          name="receivedOn"
          label={t('decisions.paper.receivedOn')}
          value={receivedOn}
          onChange={setReceivedOn}
          error={doing.errorAt('receivedOn')}
          hint={t('decisions.paper.receivedOnHint')}
        />
      )}
      {mayUpload && <ScanField scan={scan} onChange={setScan} error={doing.errorAt('attachmentId')} />}
    </ActDialog>
  );
}

export function ExplainDialog(props: CaseDialogProps) {
  return <PaperDialog what="explain" {...props} />;
}

export function AppealDialog(props: CaseDialogProps) {
  return <PaperDialog what="appeal" {...props} />;
}

export function AnswerDialog({ cases, explanation, onDone, onClose }: CaseDialogProps & { explanation: string | null }) {
  const t = useTranslate();
  const [only] = cases;
  const { doing, submit } = useCaseAct(cases, 'decisions.answer.told', onDone, onClose);
  const [text, setText] = useState('');
  return (
    <ActDialog
      title={t('decisions.answer.title', { name: only!.officer.fullName })}
      hint={t('decisions.answer.hint')}
      submitLabel={t('decisions.answer.submit')}
      doing={doing}
      fields={['text']}
      onSubmit={() => submit(ANSWER, { id: only!.id, text: text.trim() })}
      onClose={onClose}
      isIncomplete={text.trim() === ''}
    >
      {explanation && (
        <Typography component="blockquote" sx={{ m: 0, pl: 2, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-line' }}>
          {explanation}
        </Typography>
      )}
      <LongText name="text" label={t('decisions.answer.text')} value={text} onChange={setText} error={doing.errorAt('text')} />
    </ActDialog>
  );
}
