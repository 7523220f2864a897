// Merging committees, step by step: which, who, by which rules, which cases, under which name; then the receipt.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useAsk } from '../../data/ask.js';
import { Refused } from '../../data/faults.js';
import { cityDay } from '../../ui/city-time.js';
import { Empty } from '../../ui/Empty.js';
import { ErrorNotes } from '../../ui/ErrorNotes.js';
import { FaultNote } from '../../ui/FaultNote.js';
import { PageHead } from '../../ui/PageHead.js';
import { type Person, WHOLE_COMMITTEES, type WholeCommittee } from '../documents.js';
import type { Merged, MergeInput, MergePreview } from './documents.js';
import { MergeCases } from './MergeCases.js';
import { MergeFinish } from './MergeFinish.js';
import { MergePeople } from './MergePeople.js';
import { MergeReceipt } from './MergeReceipt.js';
import { MergeRules } from './MergeRules.js';
import { MergeSources } from './MergeSources.js';
import { Steps } from './Steps.js';
import { usePreview } from './use-preview.js';

const steps = ['sources', 'people', 'rules', 'cases', 'finish'] as const;
type Step = (typeof steps)[number];

export function MergePage() {
  const t = useTranslate();
  const { data, error, refetch } = useAsk(WHOLE_COMMITTEES, {});
  const open = data?.committees.filter(({ closedOn }) => !closedOn);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('committees.merge.title')}
        hint={t('committees.merge.hint')}
        trail={[{ to: '/committees', words: t('committees.title') }]}
      />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={320} aria-busy="true" />}
      {open && open.length < 2 && <Empty title={t('committees.merge.tooFew')} hint={t('committees.merge.tooFewHint')} />}
      {open && open.length > 1 && <Wizard open={open} />}
    </Box>
  );
}

/** What a preview is asked with before anybody has named the new committee; a code that nobody has. */
const unnamed = () => ({ code: `XEM-${Math.random().toString(36).slice(2, 10)}`, name: '–', legalBasis: '–' });

function Wizard({ open: offered }: { open: WholeCommittee[] }) {
  const t = useTranslate();
  const [asked] = useSearchParams();
  // Afterwards the sources are closed: the pages go on speaking of what was chosen.
  const [open] = useState(offered);
  const [provisional] = useState(unnamed);
  const [step, setStep] = useState<Step>('sources');
  const [chosen, setChosen] = useState<string[]>(() => open.filter(({ id }) => id === asked.get('with')).map(({ id }) => id));
  const [effectiveOn, setEffectiveOn] = useState(() => cityDay(new Date()));
  const [chair, setChair] = useState<Person | null>(null);
  const [receipt, setReceipt] = useState<{ merged: Merged; input: MergeInput; foreseen: MergePreview }>();
  const sources = open.filter(({ id }) => chosen.includes(id));
  const firstChair = sources[0]?.members.find(({ seat }) => seat === 'CHAIR')?.user;
  const chairUserId = chair?.id ?? firstChair?.id ?? '';
  const isReady = sources.length > 1 && effectiveOn !== '' && chairUserId !== '';
  const facts = { sourceIds: sources.map(({ id }) => id), chairUserId, effectiveOn };
  const preview = usePreview(isReady && step !== 'sources' && !receipt ? { ...provisional, ...facts } : null);
  if (receipt) return <MergeReceipt {...receipt} sources={sources} />;
  const at = steps.indexOf(step);
  const refusal = preview.error instanceof Refused ? preview.error.userErrors.map(({ message }) => message) : [];
  const found = preview.data?.preview ?? null;
  const previewed = { sources, preview: found, day: effectiveOn };
  const move = (by: 1 | -1) => {
    setStep(steps[at + by]!);
    scrollTo({ top: 0 });
  };
  return (
    <>
      <Steps steps={steps.map((one) => t(`committees.merge.step.${one}`))} at={at} />
      {step !== 'sources' && <ErrorNotes errors={refusal} />}
      {step !== 'sources' && preview.error && refusal.length === 0 && (
        <FaultNote error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {step === 'sources' && <MergeSources open={open} chosen={chosen} onChosen={setChosen} day={effectiveOn} onDay={setEffectiveOn} />}
      {step !== 'sources' && !found && !preview.error && <Skeleton variant="rounded" height={320} aria-busy="true" />}
      {step === 'people' && <MergePeople {...previewed} chair={chair} chairUserId={chairUserId} onChair={setChair} />}
      {step === 'rules' && found && <MergeRules {...previewed} preview={found} />}
      {step === 'cases' && found && <MergeCases {...previewed} preview={found} />}
      {step === 'finish' && found && (
        <MergeFinish
          {...previewed}
          preview={found}
          facts={facts}
          isPlanned={preview.data?.isPlanned ?? false}
          onDone={(merged, input) => setReceipt({ merged, input, foreseen: found })}
          onBack={() => move(-1)}
        />
      )}
      {step !== 'finish' && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          {at > 0 && (
            <Button variant="outlined" onClick={() => move(-1)}>
              {t('committees.merge.back')}
            </Button>
          )}
          <Button variant="contained" onClick={() => move(1)} disabled={!isReady || (at > 0 && !found)}>
            {t('committees.merge.next')}
          </Button>
          <Button component={Link} to="/committees">
            {t('ui.cancel')}
          </Button>
        </Box>
      )}
    </>
  );
}
