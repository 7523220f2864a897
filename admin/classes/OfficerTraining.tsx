// An officer and training, on the page of the officer and of a finding: the shelter in a sentence, the classes, and the way into one.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay, useViewer } from '../data/viewer.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { isActive } from './enrolment.js';
import { OFFICER_TRAINING, type Shelter } from './officer.documents.js';
import { RequestClass } from './RequestClass.js';
import { EnrolmentStateWords } from './state.js';

interface OfficerTrainingProps {
  officer: { id: string; fullName: string };
  /** What the finding on the page says is next; without it, what the latest one says. */
  nextStep?: string;
}

/** Until when and because of what no revocation and no exclusion may go to the vote (TR-3). */
export function useShelterWords(): (shelter: Shelter, isOneself: boolean) => string {
  const t = useTranslate();
  const { day } = useFormat();
  return ({ reason, until, enrolment }, isOneself) =>
    t(`classes.shelter.${reason}`, {
      who: t(isOneself ? 'classes.shelter.oneself' : 'classes.shelter.officer'),
      until: day(until),
      title: enrolment ? t('classes.shelter.named', { title: enrolment.trainingClass.title }) : t('classes.shelter.someClass'),
    });
}

export function OfficerTraining({ officer, nextStep }: OfficerTrainingProps) {
  const t = useTranslate();
  const { moment } = useFormat();
  const viewer = useViewer();
  const may = useMay('enrolment.read');
  const mayRequest = useMay('enrolment.request');
  const shelterWords = useShelterWords();
  const [isAsking, setAsking] = useState(false);
  const isOneself = viewer?.officer?.id === officer.id;
  const { data, error, refetch } = useAsk(OFFICER_TRAINING, { id: officer.id }, may);
  const training = data?.officer;
  if (!may) return null;
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!training) return <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 80 }} />;
  const { enrolments, trainingShelter: shelter } = training;
  const hasActive = enrolments.some(({ state }) => isActive(state));
  const mayOffer = mayRequest && (nextStep ?? training.latestFinding?.nextStep) === 'TRAINING' && !hasActive;
  if (enrolments.length === 0 && !shelter && !mayOffer) return null;
  return (
    <Section
      title={t('classes.officer.title')}
      hint={mayOffer ? t(isOneself ? 'classes.officer.offerOneself' : 'classes.officer.offer') : undefined}
      actions={
        mayOffer &&
        (isOneself ? (
          <Button component={Link} to="/classes" variant="contained">
            {t('classes.officer.toClasses')}
          </Button>
        ) : (
          <Button variant="contained" onClick={() => setAsking(true)}>
            {t('classes.officer.request')}
          </Button>
        ))
      }
    >
      {shelter && (
        <Alert severity="info" variant="outlined" data-part="shelter" sx={{ mb: enrolments.length > 0 ? 2 : 0 }}>
          {shelterWords(shelter, isOneself)}
        </Alert>
      )}
      {enrolments.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {enrolments.map(({ id, state, waitlistPosition, trainingClass }) => (
            <Box
              component="li"
              key={id}
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                columnGap: 2,
                rowGap: 0.25,
                py: 1,
                borderTop: 1,
                borderColor: 'divider',
                '&:first-of-type': { borderTop: 0 },
              }}
            >
              <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
                <Link to={`/classes/${trainingClass.id}/show`}>{trainingClass.title}</Link>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {[trainingClass.reference, moment(trainingClass.startsAt), trainingClass.place].filter(Boolean).join(' · ')}
                </Typography>
              </Box>
              <EnrolmentStateWords state={state} position={waitlistPosition} />
            </Box>
          ))}
        </Box>
      )}
      {isAsking && <RequestClass wanted={[{ officerId: officer.id, name: officer.fullName }]} onClose={() => setAsking(false)} />}
    </Section>
  );
}
