// One class: when and where, its seats, its sessions, who is in it, what it changed, and what can be done with it.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { ClassPapersSection } from '../papers/Papers.js';
import { MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { ClassActs } from './ClassActs.js';
import { ClassEffect } from './ClassEffect.js';
import { ClassFiles } from './ClassFiles.js';
import { CLASS_ENROLMENTS, type TrainingClass } from './documents.js';
import { OwnSeat } from './OwnSeat.js';
import { RosterSections } from './RosterSections.js';
import { SeatPicture } from './SeatPicture.js';
import { SessionList } from './SessionList.js';
import { ClassStateWords } from './state.js';

export function ClassShow() {
  return <RecordPage<TrainingClass>>{(held) => <ClassPage held={held} />}</RecordPage>;
}

function ClassPage({ held }: { held: TrainingClass }) {
  const t = useTranslate();
  const { number, wholeShare, moment } = useFormat();
  const mayRoster = useMay('enrolment.read');
  const list = useAsk(CLASS_ENROLMENTS, { id: held.id }, mayRoster);
  const roster = list.data?.trainingClass?.roster;
  const names = (people: { name: string }[]) => people.map(({ name }) => name).join(', ');
  return (
    <>
      <PageHead
        title={held.title}
        hint={
          <>
            {held.reference} · <ClassStateWords state={held.state} />
          </>
        }
        trail={[{ to: '/classes', words: t('classes.title') }]}
        actions={<ClassActs held={held} roster={roster} />}
      />
      {held.state === 'CANCELLED' && held.cancelReason && (
        <Alert severity="warning" variant="outlined">
          {t('classes.cancelledBecause', { reason: held.cancelReason })}
        </Alert>
      )}
      <OwnSeat held={held} roster={roster} />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Section title={t('classes.facts')}>
          <Facts
            facts={[
              [t('classes.field.place'), held.place ?? t('classes.noPlace')],
              [t('classes.field.trainerId'), held.trainer?.name ?? t('classes.noTrainer')],
              held.assistants.length > 0 && [t('classes.field.assistantIds'), names(held.assistants)],
              !!held.course && [t('classes.field.courseId'), held.course.title],
              [t('classes.field.cutOffAt'), held.cutOffAt ? moment(held.cutOffAt) : t('classes.cutOffAtStart')],
              held.seatsPerAgency !== null && [t('classes.field.seatsPerAgency'), number(held.seatsPerAgency)],
              [t('classes.field.passShare'), t('classes.passShareOf', { share: wholeShare(held.passShare) })],
              !!held.completedAt && [t('classes.completedAt'), <MomentVi value={held.completedAt} />],
            ]}
          />
        </Section>
        <Section title={t('classes.seats')}>
          <SeatPicture held={held} />
        </Section>
      </Box>
      <SessionList held={held} roster={roster} />
      <ClassFiles held={held} />
      <ClassPapersSection id={held.id} isCompleted={held.state === 'COMPLETED'} />
      <ClassEffect held={held} roster={roster} />
      {mayRoster && <RosterSections held={held} roster={roster} error={list.error} onRetry={() => void list.refetch()} />}
      <AuditTrail subject={`trainingClass:${held.id}`} />
    </>
  );
}
