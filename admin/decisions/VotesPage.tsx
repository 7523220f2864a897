// What waits for my vote: by kind and agency, to be voted on together; what is voted alone stands apart (D-12). j, k and v move and vote.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { KeyHelp } from '../ui/KeyHelp.js';
import { useKeys } from '../ui/keys.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { type Selection, useSelection } from '../ui/selection.js';
import { CaseDialog } from './acts/CaseDialog.js';
import { byKindAndAgency, splitContested } from './case.js';
import type { Case } from './documents.js';
import { useToVote } from './use-to-vote.js';
import { useKindWords, useNextDayWords } from './words.js';

const keys = [
  ['j', 'decisions.keys.next'],
  ['k', 'decisions.keys.previous'],
  ['x', 'decisions.keys.choose'],
  ['o', 'decisions.keys.open'],
  ['v', 'decisions.keys.vote'],
] as const;

export function VotesPage() {
  const t = useTranslate();
  const navigate = useNavigate();
  const { number } = useFormat();
  const { data, error, refetch } = useToVote();
  const selection = useSelection<Case>((one) => t('decisions.list.choose', { name: one.officer.fullName, reference: one.reference }));
  const [voting, setVoting] = useState<Case[]>();
  const [at, setAt] = useState(-1);
  const rows = useRef(new Map<string, HTMLElement>());
  const { enBloc, alone } = splitContested(data ?? []);
  const groups = byKindAndAgency(enBloc);
  const inOrder = [...alone, ...groups.flat(2)];
  const here = inOrder[at];
  const go = (to: number) => {
    const next = Math.max(0, Math.min(inOrder.length - 1, to));
    setAt(next);
    const row = inOrder[next] && rows.current.get(inOrder[next].id);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    x: here && !here.isContested ? () => selection.toggle([here], !selection.chosen.has(here.id)) : undefined,
    o: here ? () => navigate(`/decisions/${here.id}/show`) : undefined,
    v: () => {
      const chosen = [...selection.chosen.values()];
      if (chosen.length > 0) setVoting(chosen);
      else if (here) setVoting([here]);
    },
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const line = (one: Case, isSelectable: boolean) => (
    <CaseLine
      key={one.id}
      one={one}
      selection={isSelectable ? selection : undefined}
      onVote={() => setVoting([one])}
      rowRef={(element) => {
        if (element) rows.current.set(one.id, element);
        else rows.current.delete(one.id);
      }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', pb: 8 }}>
      <PageHead
        title={t('decisions.votes.title')}
        hint={t('decisions.votes.hint', { count: number(data.length) })}
        trail={[{ to: '/decisions', words: t('decisions.title') }]}
        actions={<KeyHelp keys={keys} />}
      />
      {data.length === 0 && (
        <Section>
          <Empty
            title={t('decisions.votes.none')}
            hint={t('decisions.votes.noneHint')}
            action={
              <Button component={Link} to="/decisions" variant="outlined">
                {t('decisions.work.toList')}
              </Button>
            }
          />
        </Section>
      )}
      {alone.length > 0 && (
        <Section isTight title={t('decisions.votes.alone', { count: number(alone.length) })} hint={t('decisions.votes.aloneHint')}>
          <Lines>{alone.map((one) => line(one, false))}</Lines>
        </Section>
      )}
      {groups.map((agencies) => (
        <Group key={agencies[0]![0]!.id} agencies={agencies} selection={selection} line={(one) => line(one, true)} />
      ))}
      {selection.chosen.size > 0 && (
        <Box
          data-part="chosen"
          sx={{
            position: 'sticky',
            bottom: { xs: 64, md: 16 },
            p: 1.5,
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'center',
            border: 1,
            borderColor: 'divider',
            borderRadius: 2,
            bgcolor: 'primary.light',
          }}
        >
          <Box role="status" sx={{ flex: '1 1 160px', fontWeight: 600 }}>
            {t('ui.selection.count', { count: number(selection.chosen.size) })}
          </Box>
          <Button variant="contained" onClick={() => setVoting([...selection.chosen.values()])}>
            {t('decisions.actMany.CAST_VOTE', { count: number(selection.chosen.size) })}
          </Button>
          <Button onClick={selection.clear}>{t('ui.selection.none')}</Button>
        </Box>
      )}
      {voting && <CaseDialog act="CAST_VOTE" cases={voting} onDone={selection.clear} onClose={() => setVoting(undefined)} />}
    </Box>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return (
    <Box component="ul" data-part="cases" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

interface GroupProps {
  agencies: Case[][];
  selection: Selection<Case>;
  line: (one: Case) => ReactNode;
}

/** The cases of one kind, agency by agency. */
function Group({ agencies, selection, line }: GroupProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const kindWords = useKindWords();
  const agencyName = useAgencyName();
  const all = agencies.flat();
  const isAll = all.every(({ id }) => selection.chosen.has(id));
  return (
    <Section
      isTight
      title={kindWords(all[0]!)}
      hint={t('decisions.persons', { count: number(all.length) })}
      actions={
        <Button onClick={() => selection.toggle(all, !isAll)} aria-pressed={isAll}>
          {t(isAll ? 'decisions.votes.noneOfGroup' : 'decisions.votes.allOfGroup', { count: number(all.length) })}
        </Button>
      }
    >
      {agencies.map((group) => (
        <div key={group[0]!.id}>
          <Typography
            component="h3"
            variant="body2"
            sx={{ px: { xs: 2, sm: 3 }, py: 0.75, fontWeight: 600, bgcolor: 'action.hover', borderTop: 1, borderColor: 'divider' }}
          >
            {t('decisions.votes.agency', { agency: agencyName(group[0]!.officer.agency), count: number(group.length) })}
          </Typography>
          <Lines>{group.map(line)}</Lines>
        </div>
      ))}
    </Section>
  );
}

interface CaseLineProps {
  one: Case;
  selection: Selection<Case> | undefined;
  onVote: () => void;
  rowRef: Ref<HTMLElement>;
}

function CaseLine({ one, selection, onVote, rowRef }: CaseLineProps) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const kindWords = useKindWords();
  const nextDay = useNextDayWords();
  return (
    <Box
      component="li"
      ref={rowRef as Ref<HTMLLIElement>}
      tabIndex={-1}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: { xs: 1, sm: 2 },
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        '&:focus': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: -3 },
      }}
    >
      {selection && (
        <Checkbox
          checked={selection.chosen.has(one.id)}
          onChange={(event) => selection.toggle([one], event.target.checked)}
          slotProps={{ input: { 'aria-label': selection.labelOf(one) } }}
        />
      )}
      <Box sx={{ flex: '1 1 240px', minWidth: 0, pl: selection ? 0 : 1 }}>
        <Link to={`/decisions/${one.id}/show`}>
          <b>{one.officer.fullName}</b>
        </Link>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[one.reference, one.officer.post, !selection && kindWords(one), !selection && agencyName(one.officer.agency)]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Box>
      <Box sx={{ fontSize: '0.875rem' }}>{nextDay(one)}</Box>
      <Button variant="outlined" size="small" onClick={onVote} aria-label={t('decisions.votes.voteOn', { name: one.officer.fullName })}>
        {t('decisions.act.CAST_VOTE')}
      </Button>
    </Box>
  );
}
