// The list of an agency. Whoever answers opens the evidence of one after the other, or confirms those that are ticked; others read names and tiers.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOutEach } from '../data/bulk.js';
import { useAfresh, useDoing } from '../data/command.js';
import { Loading } from '../shell/Loading.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { TierChip } from '../ui/TierChip.js';
import { LeaderMark } from '../ui/words.js';
import { AnswerDialog } from './AnswerDialog.js';
import { type AgencyCheck, CHECK_LINES, type CheckLine, FINDING_ANSWER } from './documents.js';
import { toldOfAnswers } from './told.js';

export function CheckLines({ check, mayAnswer }: { check: AgencyCheck; mayAnswer: boolean }) {
  const t = useTranslate();
  const { number } = useFormat();
  const notify = useNotify();
  const doing = useDoing();
  const afresh = useAfresh();
  const { data, error, isPending, refetch } = useAsk(CHECK_LINES, { id: check.id });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [onlyOpen, setOnlyOpen] = useState(mayAnswer);
  const [at, setAt] = useState<string>();
  const [refused, setRefused] = useState<string[]>([]);
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const all = data.agencyCheck?.list ?? [];
  const open = all.filter(({ answer, mayAnswer: may }) => answer === null && may);
  const own = all.find(({ answer, isOwn }) => answer === null && isOwn);
  // What was answered meanwhile is no longer ticked, though it was.
  const ids = open.filter(({ findingId }) => chosen.has(findingId)).map(({ findingId }) => findingId);
  const lines = onlyOpen ? all.filter(({ answer }) => answer === null) : all;
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const confirm = () =>
    void doing.run(async () => {
      const { refusals } = await carryOutEach(FINDING_ANSWER, { ids, answer: 'CONFIRMED' });
      await afresh(...toldOfAnswers);
      setChosen(new Set());
      setRefused([...refusals].map(([place, why]) => `${all.find(({ findingId }) => findingId === ids[place])?.fullName ?? ''}: ${why}`));
      notify('checks.confirmedMany', { messageArgs: { count: number(ids.length - refusals.size) } });
    });
  return (
    <Section
      isTight
      title={t(onlyOpen ? 'checks.openLines' : 'checks.lines', { count: number(lines.length) })}
      actions={
        <>
          {mayAnswer && open.length > 0 && (
            <Button variant="contained" onClick={() => setAt(open[0]!.findingId)}>
              {t('checks.oneByOne')}
            </Button>
          )}
          <Button variant="outlined" onClick={() => setOnlyOpen(!onlyOpen)}>
            {t(onlyOpen ? 'checks.showAll' : 'checks.showOpen')}
          </Button>
        </>
      }
    >
      {ids.length > 0 && (
        <Box data-part="chosen" sx={{ p: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', bgcolor: 'primary.light' }}>
          <Box role="status" sx={{ flex: '1 1 160px', fontWeight: 600 }}>
            {t('ui.selection.count', { count: number(ids.length) })}
          </Box>
          <Button variant="contained" disabled={doing.isBusy} onClick={confirm}>
            {t('checks.confirmMany', { count: number(ids.length) })}
          </Button>
          <Button onClick={() => setChosen(new Set())}>{t('ui.selection.none')}</Button>
        </Box>
      )}
      <ErrorNotes errors={[...doing.otherErrors(), ...refused]} />
      {mayAnswer && open.length === 0 && all.length > 0 && (
        <Box sx={{ px: 3, pb: 2 }}>{t(own ? 'checks.allAnsweredButOwn' : 'checks.allAnswered')}</Box>
      )}
      {all.length === 0 && <Box sx={{ px: 3, pb: 2 }}>{t('checks.noLines')}</Box>}
      <Box component="ul" data-part="lines" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map((line) => (
          <Line
            key={line.findingId}
            line={line}
            isChosen={chosen.has(line.findingId)}
            isAnswering={mayAnswer}
            onToggle={mayAnswer && line.answer === null && line.mayAnswer ? toggle : undefined}
            onOpen={mayAnswer && !line.isOwn ? () => setAt(line.findingId) : undefined}
          />
        ))}
      </Box>
      {at && (
        <AnswerDialog
          key={at}
          lines={all}
          findingId={at}
          onNext={(answered) => setAt(nextAfter(all, open, answered))}
          onGo={(findingId) => setAt(findingId)}
          onClose={() => setAt(undefined)}
        />
      )}
    </Section>
  );
}

/** The next that is open below this one, else the first above it. */
function nextAfter(all: readonly CheckLine[], open: readonly CheckLine[], answered: string): string | undefined {
  const place = all.findIndex(({ findingId }) => findingId === answered);
  const left = open.filter(({ findingId }) => findingId !== answered);
  return (left.find(({ findingId }) => all.findIndex((one) => one.findingId === findingId) > place) ?? left[0])?.findingId;
}

/** Name, leader, tier, answer. */
const COLUMNS = 'minmax(0, 1fr) 84px 200px 160px';

/** Empty cells keep their column where there are columns, and take no room on a phone. */
const onlyWide = (isEmpty: boolean) => (isEmpty ? { display: { xs: 'none', md: 'block' } } : {});

interface LineProps {
  line: CheckLine;
  isChosen: boolean;
  /** Whether lines of this list are ticked and opened, so that all keep the room for it. */
  isAnswering: boolean;
  onToggle: ((id: string, isOn: boolean) => void) | undefined;
  onOpen: (() => void) | undefined;
}

function Line({ line, isChosen, isAnswering, onToggle, onOpen }: LineProps) {
  const t = useTranslate();
  const { findingId, fullName, code, post, isLeader, tier, answer, isContestOpen, isOwn } = line;
  return (
    <Box
      component="li"
      sx={{
        display: { xs: 'flex', md: 'grid' },
        gridTemplateColumns: isAnswering ? `42px ${COLUMNS} 128px` : COLUMNS,
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        px: { xs: 2, sm: isAnswering ? 2 : 3 },
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {isAnswering && (
        <Box sx={onlyWide(!onToggle)}>
          {onToggle && (
            <Checkbox
              checked={isChosen}
              onChange={(event) => onToggle(findingId, event.target.checked)}
              slotProps={{ input: { 'aria-label': t('findings.choose', { name: fullName }) } }}
            />
          )}
        </Box>
      )}
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{fullName}</Box>
        <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{[code, post].filter(Boolean).join(' · ')}</Box>
      </Box>
      <Box sx={{ fontSize: '0.875rem', ...onlyWide(!isLeader) }}>
        <LeaderMark isLeader={isLeader} />
      </Box>
      <Box>
        <TierChip tier={tier} />
      </Box>
      <Box sx={{ fontSize: '0.875rem' }}>
        {answer === null
          ? t(isOwn ? 'checks.ownLine' : 'checks.notAnswered')
          : t(isContestOpen ? 'checks.answer.OPEN' : `checks.answer.${answer}`)}
      </Box>
      {onOpen && (
        <Button size="small" variant="outlined" onClick={onOpen}>
          {t('checks.look')}
        </Button>
      )}
    </Box>
  );
}
