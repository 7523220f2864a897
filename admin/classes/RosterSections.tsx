// Who is in a class, group by group: who waits for an answer, who has a seat, who is in the queue, who has left.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { seesOnlyOneself } from '../data/access.js';
import { useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { Enrolment, TrainingClass } from './documents.js';
import { type RosterGroup as Group, inGroup, rosterGroups } from './enrolment.js';
import { RosterGroup } from './RosterGroup.js';

interface RosterSectionsProps {
  held: TrainingClass;
  roster: Enrolment[] | undefined;
  error: unknown;
  onRetry: () => void;
}

export function RosterSections({ held, roster, error, onRetry }: RosterSectionsProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const isOnlyOneself = seesOnlyOneself(useViewer());
  const [showsLeft, setShowsLeft] = useState(false);
  if (isOnlyOneself) return null;
  if (error) return <FaultNote error={error} onRetry={onRetry} />;
  if (!roster) return <Skeleton variant="rounded" height={240} />;
  if (roster.length === 0) {
    return (
      <Section title={t('classes.roster')}>
        <Empty title={t('classes.rosterEmpty')} hint={t(held.state === 'PLANNED' ? 'classes.rosterPlanned' : 'classes.rosterEmptyHint')} />
      </Section>
    );
  }
  const groups = rosterGroups.map((group): [Group, Enrolment[]] => [group, inGroup(roster, group)]);
  return (
    <>
      {groups
        .filter(([group, rows]) => rows.length > 0 && (group !== 'LEFT' || showsLeft))
        .map(([group, rows]) => (
          <RosterGroup
            key={group}
            held={held}
            group={group}
            rows={rows}
            title={`${t(`classes.group.${group}`)} (${number(rows.length)})`}
          />
        ))}
      <Box className="no-print" sx={{ justifySelf: 'start' }}>
        <ExportMenu list="roster" conditions={{ id: held.id }} />
      </Box>
      {groups.some(([group, rows]) => group === 'LEFT' && rows.length > 0 && !showsLeft) && (
        <Button onClick={() => setShowsLeft(true)} sx={{ justifySelf: 'start' }} className="no-print">
          {t('classes.showLeft', { count: number(inGroup(roster, 'LEFT').length) })}
        </Button>
      )}
    </>
  );
}
