// The officer's own classes in plain words, and the classes they may ask for.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ShortClassFacts, useOpenClasses } from '../classes/ClassChoice.js';
import { isActive } from '../classes/enrolment.js';
import { OFFICER_TRAINING, type OfficerEnrolment } from '../classes/officer.documents.js';
import { useShelterWords } from '../classes/OfficerTraining.js';
import { AskForSeat, useSeatWords, WithdrawSeat } from '../classes/OwnSeat.js';
import { inTime } from '../classes/sessions.js';
import { useSessionWords } from '../classes/fields.js';
import { useAsk } from '../data/ask.js';
import { useMay, useViewer } from '../data/viewer.js';
import { FaultNote } from '../ui/FaultNote.js';
import { Section } from '../ui/Section.js';

export function OfficerClasses({ officerId }: { officerId: string }) {
  const t = useTranslate();
  // The code of a paper notice opens the own file and no classes.
  const isByCode = useViewer()?.isByCode;
  const may = useMay('enrolment.request') && !isByCode;
  const shelterWords = useShelterWords();
  const { data, error, refetch } = useAsk(OFFICER_TRAINING, { id: officerId }, may);
  const { classes } = useOpenClasses(may);
  if (!may) return null;
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data || !classes) return <Skeleton variant="rounded" height={160} />;
  const enrolments = data.officer?.enrolments ?? [];
  const shelter = data.officer?.trainingShelter;
  const current = enrolments.filter(({ state }) => isActive(state));
  const taken = new Set(current.map(({ trainingClass }) => trainingClass.id));
  const others = classes.filter(({ id }) => !taken.has(id));
  const isAdvised = data.officer?.latestFinding?.nextStep === 'TRAINING' && current.length === 0;
  if (!isAdvised && !shelter && current.length === 0) {
    return (
      <Section
        title={t('dashboard.ownClasses')}
        hint={t(others.length > 0 ? 'dashboard.ownClassesHint' : 'classes.noneOpen')}
        actions={
          others.length > 0 && (
            <Button component={Link} to="/classes" variant="outlined">
              {t('classes.officer.toClasses')}
            </Button>
          )
        }
      >
        {null}
      </Section>
    );
  }
  return (
    <Section title={t('dashboard.ownClasses')} hint={t('dashboard.ownClassesHint')}>
      <Box sx={{ display: 'grid', gap: 2 }} data-part="own-classes">
        {isAdvised && <Alert severity="info">{t('classes.officer.offerOneself')}</Alert>}
        {shelter && (
          <Alert severity="info" variant="outlined" data-part="shelter">
            {shelterWords(shelter, true)}
          </Alert>
        )}
        {current.map((enrolment) => (
          <OwnClass key={enrolment.id} enrolment={enrolment} />
        ))}
        {others.length > 0 && <Typography variant="h3">{t('dashboard.openClasses')}</Typography>}
        {others.length === 0 && current.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('classes.noneOpen')}</Typography>}
        {others.map((held) => (
          <Box
            key={held.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', borderTop: 1, borderColor: 'divider', pt: 2 }}
          >
            <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
              <Link to={`/classes/${held.id}/show`}>
                <b>{held.title}</b>
              </Link>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                <ShortClassFacts held={held} />
              </Typography>
            </Box>
            <AskForSeat classId={held.id} officerId={officerId} label={t('dashboard.askFor', { title: held.title })} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function OwnClass({ enrolment }: { enrolment: OfficerEnrolment }) {
  const wordsOf = useSeatWords();
  const sessionWords = useSessionWords();
  const { trainingClass } = enrolment;
  const [first] = inTime(trainingClass.sessions);
  return (
    <Box
      data-part="own-class"
      sx={{ border: 1, borderColor: 'primary.main', borderRadius: 2, p: 2, display: 'grid', gap: 0.5, justifyItems: 'start' }}
    >
      <Link to={`/classes/${trainingClass.id}/show`}>
        <b>{trainingClass.title}</b>
      </Link>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[first && sessionWords(first), trainingClass.place].filter(Boolean).join(' · ')}
      </Typography>
      <Typography>{wordsOf(enrolment)}</Typography>
      {enrolment.availableActions.includes('WITHDRAW') && (
        <Box sx={{ mt: 1 }}>
          <WithdrawSeat id={enrolment.id} title={trainingClass.title} />
        </Box>
      )}
    </Box>
  );
}
