// The roster for marking, made for one thumb on a phone: everybody present, then the exceptions; works over a bad line and without one.
import Box from '@mui/material/Box';
import { useEffect, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useMay } from '../data/viewer.js';
import { PageMissing } from '../shell/faults.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import type { Mark } from '../classes/attendance.js';
import { isSeated } from '../classes/enrolment.js';
import { inTime, sessionToMark } from '../classes/sessions.js';
import { CounterBar } from './CounterBar.js';
import type { MarkedClass, Person } from './documents.js';
import { LateEnrolment } from './LateEnrolment.js';
import { MarkList } from './MarkList.js';
import { byGivenName, matches } from './name-order.js';
import { registerWorker } from './register-worker.js';
import { RosterHead } from './RosterHead.js';
import { RosterNotes } from './RosterNotes.js';
import { RosterTools } from './RosterTools.js';
import { UndoNote } from './UndoNote.js';
import { useMarking } from './use-marking.js';
import { useRoster } from './use-roster.js';
import { WaitingPeople } from './WaitingPeople.js';

export function RosterPage() {
  const { id = '' } = useParams();
  const roster = useRoster(id);
  useEffect(registerWorker, []);
  if (roster.isGone) return <PageMissing />;
  if (roster.error) return <FaultNote error={roster.error} onRetry={roster.refetch} />;
  if (!roster.held) return <Loading />;
  return <MarkingPage held={roster.held} keptAt={roster.keptAt} isOffline={roster.isOffline} onAfresh={roster.refetch} />;
}

interface MarkingPageProps {
  held: MarkedClass;
  keptAt: string | undefined;
  isOffline: boolean;
  onAfresh: () => void;
}

function MarkingPage({ held, keptAt, isOffline, onAfresh }: MarkingPageProps) {
  const t = useTranslate();
  const marking = useMarking(held.id);
  // After the closing marks are corrected by whoever makes classes, the task force (TR-2).
  const mayCorrect = useMay('class.create');
  const [chosen, setChosen] = useState(() => sessionToMark(held.sessions, new Date())?.id);
  const [words, setWords] = useState('');
  const [onlyUnmarked, setOnlyUnmarked] = useState(false);
  const [undo, setUndo] = useState<{ keys: string[]; count: number }>();
  const sessions = inTime(held.sessions);
  const session = sessions.find(({ id }) => id === chosen) ?? sessions[0];
  const people = useMemo(
    () => held.roster.filter(({ state }) => isSeated(state)).sort((a, b) => byGivenName(a.officer.fullName, b.officer.fullName)),
    [held.roster],
  );
  if (!session) return null;
  const unmarked = people.filter((person) => marking.shownOf(person, session.id).mark === null);
  const isWanted = ({ officer }: Person) => matches(`${officer.fullName} ${officer.code} ${officer.agency.name}`, words);
  const shown = (onlyUnmarked ? unmarked : people).filter(isWanted);
  const mayMark = held.availableActions.includes('MARK') && (held.state !== 'COMPLETED' || mayCorrect);
  const markAll = () => setUndo({ keys: marking.markMany(unmarked, session.id, 'PRESENT'), count: unmarked.length });
  const onMark = (enrolmentId: string, mark: Mark) => {
    const person = people.find((one) => one.id === enrolmentId);
    if (person) marking.mark(person, session.id, mark);
  };
  return (
    <Box sx={{ maxWidth: 760, mx: 'auto', pb: { xs: 11, md: 9 } }}>
      <RosterHead held={held} session={session} sessions={sessions} onSession={setChosen} />
      <RosterNotes held={held} session={session} keptAt={keptAt} marking={marking} />
      <RosterTools
        words={words}
        onWords={setWords}
        onlyUnmarked={onlyUnmarked}
        onOnlyUnmarked={setOnlyUnmarked}
        unmarked={unmarked.length}
        onMarkAll={mayMark ? markAll : undefined}
      />
      {people.length === 0 && <Empty title={t('roster.empty')} hint={t('roster.emptyHint')} />}
      {people.length > 0 && shown.length === 0 && (
        <Empty title={t(words ? 'roster.noMatch' : 'roster.allMarked')} hint={t(words ? 'roster.noMatchHint' : 'roster.allMarkedHint')} />
      )}
      <MarkList people={shown} sessionId={session.id} marking={marking} onMark={mayMark ? onMark : undefined} />
      <WaitingPeople held={held} onAfresh={onAfresh} />
      {held.availableActions.includes('ENROL') && <LateEnrolment held={held} session={session} marking={marking} onAfresh={onAfresh} />}
      {undo && (
        <UndoNote
          key={undo.keys[0]}
          count={undo.count}
          onUndo={() => {
            marking.takeBack(undo.keys);
            setUndo(undefined);
          }}
          onClose={() => setUndo(undefined)}
        />
      )}
      <CounterBar held={held} marked={people.length - unmarked.length} total={people.length} marking={marking} isOffline={isOffline} />
    </Box>
  );
}
