// The trainer's day: the class of today first with one button to its roster, then those to come, then those past and not closed yet.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import type { Fault } from '../data/faults.js';
import { useViewer } from '../data/viewer.js';
import { keptClasses } from '../roster/kept-roster.js';
import { byTime, nextSession } from '../classes/class.js';
import { useSessionWords } from '../classes/fields.js';
import { OWN_CLASSES, type ShortClass } from '../classes/open.documents.js';
import { inTime, isToday } from '../classes/sessions.js';
import { ClassStateWords } from '../classes/state.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { useNow } from '../ui/now.js';
import { Section } from '../ui/Section.js';

export function TrainerClasses() {
  const t = useTranslate();
  const now = useNow();
  const { data, error, refetch } = useAsk(OWN_CLASSES, {});
  if (error) return <WithoutLine error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={200} />;
  const { today, coming, toClose } = byTime(data.trainingClasses.nodes, now);
  return (
    <>
      {today.map((held) => (
        <Today key={held.id} held={held} />
      ))}
      {today.length + coming.length + toClose.length === 0 && (
        <Section>
          <Empty title={t('dashboard.noOwnClasses')} hint={t('dashboard.noOwnClassesHint')} />
        </Section>
      )}
      {coming.length > 0 && <ClassLines title={t('dashboard.comingClasses')} classes={coming} />}
      {toClose.length > 0 && <ClassLines title={t('dashboard.toClose')} hint={t('dashboard.toCloseHint')} classes={toClose} isPast />}
    </>
  );
}

function Today({ held }: { held: ShortClass }) {
  const t = useTranslate();
  const { number } = useFormat();
  const wordsOf = useSessionWords();
  const now = useNow();
  const sessions = inTime(held.sessions);
  const todays = sessions.filter((session) => isToday(session, now));
  return (
    <Card component="section" data-part="today" sx={{ p: { xs: 2, sm: 3 }, borderColor: 'primary.main', borderWidth: 2 }}>
      <Typography sx={{ color: 'primary.main', fontWeight: 600 }}>{t('classes.today')}</Typography>
      <Typography variant="h2" sx={{ fontSize: '1.25rem', mt: 0.5 }}>
        <Link to={`/classes/${held.id}/show`} style={{ textDecoration: 'none' }}>
          {held.title}
        </Link>
      </Typography>
      {todays.map((session) => (
        <Typography key={session.id}>
          {t('classes.sessionNumber', { number: sessions.indexOf(session) + 1 })}: {wordsOf(session)}
        </Typography>
      ))}
      <Typography sx={{ color: 'text.secondary' }}>
        {[held.place, t('dashboard.seated', { count: number(held.enrolledCount) })].filter(Boolean).join(' · ')}
      </Typography>
      <Button
        component={Link}
        to={`/classes/${held.id}/roster`}
        variant="contained"
        size="large"
        sx={{ mt: 2, minHeight: 52, width: { xs: '100%', sm: 'auto' } }}
      >
        {t('classes.act.MARK')}
      </Button>
    </Card>
  );
}

function ClassLines({ title, hint, classes, isPast = false }: { title: string; hint?: string; classes: ShortClass[]; isPast?: boolean }) {
  const t = useTranslate();
  const { number } = useFormat();
  const now = useNow();
  const wordsOf = useSessionWords();
  return (
    <Section isTight title={title} hint={hint}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {classes.map((held) => {
          const sessions = inTime(held.sessions);
          const session = isPast ? sessions.at(-1) : (nextSession(held, now) ?? sessions[0]);
          return (
            <Box
              component="li"
              key={held.id}
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                alignItems: 'center',
                gap: 1.5,
                px: { xs: 2, sm: 3 },
                py: 1.5,
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
                <Link to={`/classes/${held.id}/show`}>
                  <b>{held.title}</b>
                </Link>
                <Box sx={{ fontSize: '0.875rem' }}>{session && wordsOf(session)}</Box>
                <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
                  {[held.place, t('dashboard.seatedOf', { count: number(held.enrolledCount), capacity: number(held.capacity) })]
                    .filter(Boolean)
                    .join(' · ')}
                </Box>
              </Box>
              {isPast ? (
                <Button component={Link} to={`/classes/${held.id}/show`} variant="outlined">
                  {t('classes.act.COMPLETE')}
                </Button>
              ) : (
                <ClassStateWords state={held.state} />
              )}
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}

/** The server is not reached: the lists this device keeps open all the same. */
function WithoutLine({ error, onRetry }: { error: Fault; onRetry: () => void }) {
  const t = useTranslate();
  const viewer = useViewer();
  const kept = viewer && error.code === 'OFFLINE' ? keptClasses(viewer.id) : [];
  return (
    <>
      <FaultNote error={error} onRetry={onRetry} />
      {kept.length > 0 && (
        <Section title={t('dashboard.keptClasses')} hint={t('dashboard.keptClassesHint')}>
          <Box component="ul" data-part="kept" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
            {kept.map((held) => (
              <li key={held.id}>
                <Link to={`/classes/${held.id}/roster`}>{held.title}</Link>
              </li>
            ))}
          </Box>
        </Section>
      )}
    </>
  );
}
