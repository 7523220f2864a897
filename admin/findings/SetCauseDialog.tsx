// Setting the cause of findings (D-2, D-2a), for one or for many; each stands alone, and who was refused is told by name.
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOutEach } from '../data/bulk.js';
import { useAfresh, useDoing } from '../data/command.js';
import { Refused } from '../data/faults.js';
import { isAnswerAbout } from '../data/kept-under.js';
import { CasesReceipt } from '../decisions/acts/CasesReceipt.js';
import { LongText } from '../decisions/acts/LongText.js';
import { People } from '../decisions/acts/People.js';
import type { CasesDone } from '../decisions/acts/use-case-act.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { SET_CAUSE } from './acts.documents.js';
import { type Cause, causesFor, needsNote, stepOfCause } from './cause.js';
import type { Finding, FindingFile } from './documents.js';

interface SetCauseDialogProps {
  findings: readonly Finding[];
  /** The note that is there, of a single finding. */
  note?: string | null | undefined;
  onDone: () => void;
  onClose: () => void;
}

/** What shows a cause or the next step that follows from it. */
const toldOfCauses = ['findings', 'officers', 'OfficerDecisions', 'OfficerTraining', 'AuditEvents'];

export function SetCauseDialog({ findings, note: before, onDone, onClose }: SetCauseDialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const label = useId();
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const queries = useQueryClient();
  const [only] = findings;
  const isOne = findings.length === 1;
  const [cause, setCause] = useState<Cause | ''>((isOne && (only!.cause as Cause | null)) || '');
  const [note, setNote] = useState((isOne && before) || '');
  const [receipt, setReceipt] = useState<CasesDone>();
  const title = isOne
    ? t('findings.setCause.titleOne', { name: only!.officer.fullName })
    : t('findings.setCause.titleMany', { count: number(findings.length) });
  if (receipt) return <CasesReceipt title={title} receipt={receipt} hasPages={false} onClose={onClose} />;
  const submit = () =>
    void doing.run(async () => {
      if (cause === '') return;
      const words = note.trim();
      const variables = { ids: findings.map(({ id }) => id), cause, ...(words && { note: words }) };
      const { payload, refusals } = await carryOutEach(SET_CAUSE, variables);
      if (isOne && refusals.size > 0) throw new Refused(payload.userErrors);
      // The evidence is not read again for the sake of the note: each reading is recorded.
      for (const { id, causeNote } of payload.findings) {
        queries.setQueriesData<{ finding: FindingFile | null }>(
          { predicate: ({ queryKey }) => isAnswerAbout(queryKey, 'FindingFile', id) },
          (read) => (read?.finding ? { finding: { ...read.finding, causeNote } } : read),
        );
      }
      await afresh(...toldOfCauses);
      onDone();
      if (refusals.size === 0) {
        notify('findings.setCause.told', { messageArgs: { count: number(findings.length), cause: t(`ui.cause.${cause}`) } });
        return onClose();
      }
      setReceipt({
        count: payload.findings.length,
        numbers: [],
        refused: [...refusals].map(([place, reason]) => ({ name: findings[place]?.officer.fullName ?? '', reason, caseId: undefined })),
      });
    });
  return (
    <ActDialog
      title={title}
      hint={t(isOne ? 'findings.setCause.hint' : 'findings.setCause.hintMany')}
      submitLabel={isOne ? t('findings.setCause.submit') : t('findings.setCause.submitMany', { count: number(findings.length) })}
      doing={doing}
      fields={['note', 'cause']}
      onSubmit={submit}
      onClose={onClose}
      isIncomplete={cause === '' || (needsNote(cause) && note.trim() === '')}
    >
      <div>
        <FormLabel id={label}>{t('findings.column.cause')}</FormLabel>
        <RadioGroup aria-labelledby={label} value={cause} onChange={(event) => setCause(event.target.value as Cause)}>
          {causesFor(findings).map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio />}
              sx={{ my: 0.5 }}
              label={
                <>
                  {t(`ui.cause.${one}`)}
                  <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                    {t('findings.setCause.leadsTo', { step: t(`ui.step.${stepOfCause[one]}`) })}
                  </Typography>
                </>
              }
            />
          ))}
        </RadioGroup>
      </div>
      {cause !== '' && (
        <LongText
          name="note"
          label={t(`findings.setCause.note.${cause}`)}
          hint={t(`findings.setCause.noteHint.${cause}`)}
          value={note}
          onChange={setNote}
          error={doing.errorAt('note')}
          isOptional={!needsNote(cause)}
          rows={2}
        />
      )}
      <People cases={findings.map(({ id, officer, agency }) => ({ id, reference: officer.code, officer: { ...officer, agency } }))} />
    </ActDialog>
  );
}
