// The cases about an officer, on the page of the officer and of a finding, and the way into a new one.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay, useViewer } from '../data/viewer.js';
import { FaultNote } from '../ui/FaultNote.js';
import { Section } from '../ui/Section.js';
import { ProposeDialog } from './acts/ProposeDialog.js';
import { type DecisionKind, decisionKinds, kindOfStep } from './case.js';
import { OFFICER_CASES } from './documents.js';
import { CaseStateWords } from './state.js';
import { useKindWords, useNextDayWords } from './words.js';

interface OfficerCasesProps {
  officer: { id: string; fullName: string; code: string };
  /** The finding on the page, on which a proposal then rests. */
  findingId?: string;
  nextStep?: string | undefined;
}

/** Kinds that may be proposed: a contact may ask for a mailbox and for nothing else. */
export function useProposableKinds(): readonly DecisionKind[] {
  const roles = useViewer()?.roles ?? [];
  const may = useMay('decision.propose');
  if (!may) return [];
  return roles.some((role) => role === 'TASK_FORCE' || role === 'SECRETARY') ? decisionKinds : ['MAILBOX_PROVISION'];
}

export function OfficerCases({ officer, findingId, nextStep }: OfficerCasesProps) {
  const t = useTranslate();
  const viewer = useViewer();
  const kindWords = useKindWords();
  const nextDay = useNextDayWords();
  const may = useMay('decision.read');
  const kinds = useProposableKinds();
  const [isProposing, setProposing] = useState(false);
  const { data, error, refetch } = useAsk(OFFICER_CASES, { id: officer.id }, may);
  const cases = data?.officer?.decisions.nodes ?? [];
  const isOwn = viewer?.officer?.id === officer.id;
  const step = nextStep ?? data?.officer?.latestFinding?.nextStep;
  const suggested = step ? kindOfStep[step] : undefined;
  const mayPropose = kinds.length > 0 && !isOwn && (kinds.length > 1 || suggested === 'MAILBOX_PROVISION');
  if (!may) return null;
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 80 }} />;
  if (cases.length === 0 && !mayPropose) return null;
  return (
    <Section
      title={t('decisions.title')}
      actions={
        isOwn && cases.length > 0 ? (
          <Button component={Link} to="/my-case" variant="contained">
            {t('decisions.own.title')}
          </Button>
        ) : (
          mayPropose && (
            <Button variant="outlined" onClick={() => setProposing(true)}>
              {t('decisions.propose.button')}
            </Button>
          )
        )
      }
    >
      {cases.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('decisions.noneOfOfficer')}</Typography>}
      <Box component="ul" data-part="officer-cases" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
        {cases.map((one) => (
          <li key={one.id}>
            <Link to={`/decisions/${one.id}/show`}>{kindWords(one)}</Link>
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
              {one.number ?? one.reference} · <CaseStateWords one={one} />
              {nextDay(one) && ` · ${nextDay(one)}`}
            </Typography>
          </li>
        ))}
      </Box>
      {isProposing && (
        <ProposeDialog
          people={[{ officerId: officer.id, findingId, fullName: officer.fullName, beside: officer.code, nextStep: step }]}
          kind={suggested}
          kinds={kinds}
          onDone={() => undefined}
          onClose={() => setProposing(false)}
        />
      )}
    </Section>
  );
}
