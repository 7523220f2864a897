// The case on one screen: who and what was found, the papers and the history, where it stands with the vote and my buttons.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import { useAfresh } from '../data/command.js';
import { useMay, useViewer } from '../data/viewer.js';
import { CasePapersSection } from '../papers/Papers.js';
import { FaultNote } from '../ui/FaultNote.js';
import { KeyHelp } from '../ui/KeyHelp.js';
import { useKeys } from '../ui/keys.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { CaseDialog, type PanelAct } from './acts/CaseDialog.js';
import { CaseActs } from './CaseActs.js';
import { CaseHistory } from './CaseHistory.js';
import { CasePapers } from './CasePapers.js';
import { CaseStanding } from './CaseStanding.js';
import { CaseWho } from './CaseWho.js';
import { CASE_FILE, type Case } from './documents.js';
import { CaseStateWords } from './state.js';
import { useToVote } from './use-to-vote.js';
import { CASE_VOTE } from './vote.documents.js';
import { VotePanel } from './VotePanel.js';
import { useKindWords } from './words.js';

/** How often an open vote is looked at. */
const pollMs = 5_000;

/** Members read the history; the record of who looked is for those who keep the case. */
const readsTrail = ['TASK_FORCE', 'SECRETARY', 'ADMIN'];

const keys = [
  ['j', 'decisions.keys.nextToVote'],
  ['k', 'decisions.keys.previousToVote'],
  ['v', 'decisions.keys.vote'],
] as const;

export function DecisionShow() {
  return <RecordPage<Case>>{(one) => <CasePage key={one.id} one={one} />}</RecordPage>;
}

function CasePage({ one }: { one: Case }) {
  const t = useTranslate();
  const kindWords = useKindWords();
  const viewer = useViewer();
  const mayVote = useMay('decision.vote');
  const [act, setAct] = useState<PanelAct>();
  const { data, error, isPending, refetch } = useAsk(CASE_FILE, { id: one.id });
  const live = useLiveVote(one);
  const waiting = useToVote(mayVote).data ?? [];
  useCaseKeys(one, mayVote ? waiting : undefined, setAct);
  const file = data?.decision;
  const isOwn = viewer?.officer?.id === one.officer.id;
  return (
    <>
      <PageHead
        title={one.officer.fullName}
        hint={
          <>
            {kindWords(one)} · {one.number ?? one.reference} · <CaseStateWords one={one} />
          </>
        }
        trail={[{ to: '/decisions', words: t('decisions.title') }]}
        actions={mayVote && <KeyHelp keys={keys} />}
      />
      {one.isRecused && (
        <Alert severity="warning" data-part="recused">
          {t('decisions.recused.closed')}{' '}
          {reasonOf(live.data, viewer?.id) && t(`decisions.conflictReason.${reasonOf(live.data, viewer?.id)}`)}
        </Alert>
      )}
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
          gridTemplateAreas: { xs: '"stand" "who" "papers"', md: '"who stand" "papers stand"' },
          gridTemplateRows: { md: 'auto 1fr' },
          '@media (min-width: 1360px)': {
            gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)',
            gridTemplateAreas: '"who papers stand"',
            gridTemplateRows: 'auto',
          },
        }}
      >
        <Column area="who">
          <CaseWho one={one} findingId={file?.finding?.id} isPending={isPending} />
        </Column>
        <Column area="papers">
          <CasePapers one={one} file={file} isPending={isPending} />
          <CasePapersSection id={one.id} />
          {file && <CaseHistory events={file.history} />}
        </Column>
        <Column area="stand">
          <CaseActs one={one} isOwn={isOwn} waiting={waiting} onAct={setAct} />
          <VotePanel one={one} live={live.data} />
          <CaseStanding one={one} appeals={file?.appeals} />
        </Column>
      </Box>
      {viewer?.roles.some((role) => readsTrail.includes(role)) && <AuditTrail subject={`decision:${one.id}`} />}
      {act && (
        <CaseDialog
          act={act}
          cases={[one]}
          file={file ?? undefined}
          onOther={setAct}
          onDone={() => undefined}
          onClose={() => setAct(undefined)}
        />
      )}
    </>
  );
}

function Column({ area, children }: { area: string; children: ReactNode }) {
  return <Box sx={{ gridArea: area, display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 }}>{children}</Box>;
}

type Live = Awaited<ReturnType<typeof useLiveVote>>['data'];

function reasonOf(live: Live, userId: string | undefined): string | undefined {
  return live?.vote?.recusals.find(({ member }) => member.user.id === userId)?.reason;
}

/** The vote as it stands, looked at again while it is open; when the case has moved, the page is read anew. */
function useLiveVote(one: Case) {
  const afresh = useAfresh();
  const isOpen = one.vote?.isOpen ?? false;
  const { data } = useAsk(CASE_VOTE, { id: one.id }, one.vote !== null, { everyMs: isOpen ? pollMs : undefined });
  const live = data?.decision ?? undefined;
  const hasMoved = live !== undefined && live.version > one.version;
  useEffect(() => {
    if (hasMoved) void afresh('decisions', 'DecisionFile');
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hasMoved, live?.version]);
  return { data: live };
}

/** j and k go along the cases that wait for my vote, v votes. */
function useCaseKeys(one: Case, waiting: readonly Case[] | undefined, setAct: (act: PanelAct) => void): void {
  const navigate = useNavigate();
  const at = (waiting ?? []).findIndex(({ id }) => id === one.id);
  const go = (to: number) => {
    const next = waiting?.[to];
    if (next) navigate(`/decisions/${next.id}/show`);
  };
  useKeys(
    waiting
      ? {
          j: () => go(at + 1),
          k: () => go(at - 1),
          v: one.availableActions.includes('CAST_VOTE') ? () => setAct('CAST_VOTE') : undefined,
        }
      : {},
  );
}
