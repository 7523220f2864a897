// Last: what the new committee is called and on what it stands; then, by a second deliberate act, the merger itself.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../../data/command.js';
import { ActDialog } from '../../ui/ActDialog.js';
import { useFormat } from '../../ui/format.js';
import { Section } from '../../ui/Section.js';
import { wrong } from '../../ui/wrong.js';
import type { WholeCommittee } from '../documents.js';
import { COMMITTEE_MERGE, type Merged, type MergeInput, type MergePreview } from './documents.js';

interface MergeFinishProps {
  sources: WholeCommittee[];
  preview: MergePreview;
  day: string;
  facts: Pick<MergeInput, 'sourceIds' | 'chairUserId' | 'effectiveOn'>;
  /** The day is to come: it is planned, and done by itself then. */
  isPlanned: boolean;
  onDone: (merged: Merged, input: MergeInput) => void;
  onBack: () => void;
}

/** Sent twice by a bad line, the merger is done once. */
const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

export function MergeFinish({ sources, preview, day: effectiveOn, facts, isPlanned, onDone, onBack }: MergeFinishProps) {
  const t = useTranslate();
  const { day, number } = useFormat();
  const doing = useDoing();
  const afresh = useAfresh();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [idempotencyKey] = useState(newKey);
  const [isAsking, setAsking] = useState(false);
  const input = { ...facts, code: code.trim(), name: name.trim(), legalBasis: legalBasis.trim() };
  const isIncomplete = [input.code, input.name, input.legalBasis].includes('');
  const chair = preview.people.find(({ seat }) => seat === 'CHAIR')?.user.name ?? '';
  const submit = () =>
    doing.run(async () => {
      const merged = await carryOut(COMMITTEE_MERGE, { input: { ...input, idempotencyKey } });
      onDone(merged, input);
      void afresh('Committees', 'Committee', 'WholeCommittees', 'CommitteeCases', 'PlannedMergers', 'AuditEvents', 'decisions');
    });
  return (
    <Section title={t('committees.merge.step.finish')} hint={t('committees.merge.finishHint')}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          doing.clear();
          setAsking(true);
        }}
        sx={{ display: 'grid', gap: 2, maxWidth: 760 }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '200px 1fr' }, alignItems: 'start' }}>
          <TextField
            name="code"
            label={t('committees.field.code')}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            required
            autoFocus
            autoComplete="off"
            {...wrong(doing.errorAt('code'), t('committees.hintOf.code'))}
          />
          <TextField
            name="name"
            label={t('committees.field.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            autoComplete="off"
            {...wrong(doing.errorAt('name'), t('committees.hintOf.name'))}
          />
        </Box>
        <TextField
          name="legalBasis"
          label={t('committees.field.legalBasis')}
          value={legalBasis}
          onChange={(event) => setLegalBasis(event.target.value)}
          required
          multiline
          minRows={2}
          {...wrong(doing.errorAt('legalBasis'), t('committees.hintOf.legalBasis'))}
        />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={onBack}>
            {t('committees.merge.back')}
          </Button>
          <Button type="submit" variant="contained" disabled={isIncomplete}>
            {t('committees.merge.apply')}
          </Button>
        </Box>
      </Box>
      {isAsking && (
        <ActDialog
          title={t('committees.merge.confirm', { count: sources.length })}
          submitLabel={t(isPlanned ? 'committees.merge.plan' : 'committees.merge.now')}
          doing={doing}
          onSubmit={() => void submit()}
          onClose={() => setAsking(false)}
          isDangerous
          hint={
            <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
              <li>{t('committees.merge.sum.closed', { names: sources.map((source) => source.name).join('; '), day: day(effectiveOn) })}</li>
              <li>{t('committees.merge.sum.made', { name: input.name, chair, count: number(preview.members) })}</li>
              <li>
                {t('committees.merge.sum.cases', {
                  moved: number(preview.moved),
                  reopened: number(preview.reopened),
                  joined: number(preview.joined),
                })}
              </li>
              <li>{t(isPlanned ? 'committees.merge.sum.planned' : 'committees.merge.sum.final')}</li>
            </Box>
          }
        />
      )}
    </Section>
  );
}
