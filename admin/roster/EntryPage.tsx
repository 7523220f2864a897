// Entering a signed sheet at a desk: a grid of people and sessions; a letter marks and goes on to the next line.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { type Mark, marks } from '../classes/attendance.js';
import { isSeated } from '../classes/enrolment.js';
import { inTime } from '../classes/sessions.js';
import { PageMissing } from '../shell/faults.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { CounterBar } from './CounterBar.js';
import type { MarkedClass } from './documents.js';
import { EntryGrid } from './EntryGrid.js';
import { type Place, markOfKey, placeAfter } from './entry-keys.js';
import { byGivenName } from './name-order.js';
import { RosterNotes } from './RosterNotes.js';
import { UndoNote } from './UndoNote.js';
import { useMarking } from './use-marking.js';
import { useRoster } from './use-roster.js';

export function EntryPage() {
  const { id = '' } = useParams();
  const { held, keptAt, error, isGone, isOffline, refetch } = useRoster(id);
  if (isGone) return <PageMissing />;
  if (error) return <FaultNote error={error} onRetry={refetch} />;
  if (!held) return <Loading />;
  return <Entry held={held} keptAt={keptAt} isOffline={isOffline} />;
}

function Entry({ held, keptAt, isOffline }: { held: MarkedClass; keptAt: string | undefined; isOffline: boolean }) {
  const t = useTranslate();
  const { number } = useFormat();
  const agencyName = useAgencyName();
  const marking = useMarking(held.id);
  const grid = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [undo, setUndo] = useState<{ keys: string[]; count: number }>();
  const sessions = inTime(held.sessions);
  const people = useMemo(
    () => held.roster.filter(({ state }) => isSeated(state)).sort((a, b) => byGivenName(a.officer.fullName, b.officer.fullName)),
    [held.roster],
  );
  const letters = Object.fromEntries(marks.map((mark) => [mark, t(`roster.key.${mark}`)])) as Record<Mark, string>;
  const go = (next: Place) => {
    setPlace(next);
    grid.current?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [person, session] = [people[place.row], sessions[place.column]];
    const mark = markOfKey(event.key, letters);
    const next = placeAfter(mark ? 'next' : event.key, place, people.length, sessions.length);
    if (!next || !person || !session) return;
    event.preventDefault();
    if (mark) marking.mark(person, session.id, mark);
    go(next);
  };
  const markRest = (sessionId: string) => {
    const rest = people.filter((person) => marking.shownOf(person, sessionId).mark === null);
    if (rest.length > 0) setUndo({ keys: marking.markMany(rest, sessionId, 'PRESENT'), count: rest.length });
  };
  const total = people.length * sessions.length;
  const marked = people.reduce((sum, person) => sum + sessions.filter(({ id }) => marking.shownOf(person, id).mark !== null).length, 0);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', pb: 9 }}>
      <PageHead
        title={t('roster.entry.title')}
        hint={t('roster.entry.hint', { letters: marks.map((mark) => `${letters[mark]} = ${t(`classes.mark.${mark}`)}`).join(', ') })}
        trail={[
          { to: '/classes', words: t('classes.title') },
          { to: `/classes/${held.id}/show`, words: held.title },
        ]}
        actions={
          <Button component={Link} to={`/classes/${held.id}/sheet`} variant="outlined">
            {t('classes.files.sheet')}
          </Button>
        }
      />
      {sessions[0] && <RosterNotes held={held} session={sessions[0]} keptAt={keptAt} marking={marking} />}
      <Section isTight>
        {people.length === 0 ? (
          <Empty title={t('roster.empty')} hint={t('roster.emptyHint')} />
        ) : (
          <EntryGrid
            ref={grid}
            people={people.map((person) => ({ ...person, beside: agencyName(person.officer.agency) }))}
            sessions={sessions}
            place={place}
            letters={letters}
            marking={marking}
            onPlace={setPlace}
            onKeyDown={onKeyDown}
            onMarkRest={markRest}
          />
        )}
      </Section>
      {marking.refused.map((one) => (
        <Box key={one.key} role="alert" sx={{ color: 'error.main', display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          {people.find(({ id }) => id === one.enrolmentId)?.officer.fullName}:{' '}
          {t('roster.refused', { mark: t(`classes.mark.${one.mark}`), reason: t(one.refusal ?? '', { _: one.refusal }) })}
          <Button size="small" onClick={() => marking.dismiss(one.key)}>
            {t('roster.seen')}
          </Button>
        </Box>
      ))}
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
      <CounterBar
        held={held}
        marked={marked}
        total={total}
        marking={marking}
        isOffline={isOffline}
        label={t('roster.entry.counted', { marked: number(marked), total: number(total) })}
      />
    </Box>
  );
}
