// The attendance sheet on paper: who is in the class, with a column to sign for each session; A4, without the shell.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { isSeated } from '../classes/enrolment.js';
import { type Session, inTime } from '../classes/sessions.js';
import { useAsk } from '../data/ask.js';
import { PageMissing } from '../shell/faults.js';
import { Loading } from '../shell/Loading.js';
import { cityClock, cityDay } from '../ui/city-time.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Paper, PaperHead } from '../ui/Paper.js';
import { CLASS_ROSTER, type MarkedClass, type Person } from './documents.js';
import { byGivenName } from './name-order.js';
import { mostUpright, sheetPages, signatureWidth } from './sheet-pages.js';

/** Lines left free for those who come without being on the list. */
const freeLines = 5;

export function SheetPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk(CLASS_ROSTER, { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const held = data.trainingClass;
  if (!held) return <PageMissing />;
  const people = held.roster.filter(({ state }) => isSeated(state)).sort((a, b) => byGivenName(a.officer.fullName, b.officer.fullName));
  const sessions = inTime(held.sessions);
  const pages = sheetPages(sessions);
  const isTurned = sessions.length > mostUpright;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', '@media print': { display: 'block' } }}>
      <Box className="no-print">
        <PageHead
          title={t('roster.sheet.title')}
          hint={t('roster.sheet.hint')}
          trail={[
            { to: '/classes', words: t('classes.title') },
            { to: `/classes/${held.id}/show`, words: held.title },
          ]}
          actions={
            <>
              <Button variant="contained" onClick={() => window.print()}>
                {t('roster.sheet.print')}
              </Button>
              <Button component={Link} to={`/classes/${held.id}/entry`} variant="outlined">
                {t('classes.files.entry')}
              </Button>
            </>
          }
        />
      </Box>
      {pages.map((page) => (
        <Paper key={page.from} isLandscape={isTurned} part="sheet" label={t('roster.sheet.title')}>
          <Sheet held={held} people={people} {...page} isTurned={isTurned} />
        </Paper>
      ))}
    </Box>
  );
}

interface SheetProps {
  held: MarkedClass;
  people: Person[];
  sessions: Session[];
  from: number;
  isTurned: boolean;
}

function Sheet({ held, people, sessions, from, isTurned }: SheetProps) {
  const t = useTranslate();
  const { day, span } = useFormat();
  const agencyName = useAgencyName();
  const blank = { height: '10mm' };
  return (
    <>
      <PaperHead body={t('ui.paper.body')} country={t('ui.paper.country')} motto={t('ui.paper.motto')} />
      <Box sx={{ textAlign: 'center', mb: '4mm' }}>
        <Box component="h2" sx={{ m: 0, fontSize: '14pt', fontWeight: 700, textTransform: 'uppercase' }}>
          {t('roster.sheet.heading')}
        </Box>
        <Box sx={{ fontWeight: 700 }}>{held.title}</Box>
      </Box>
      <Box sx={{ mb: '3mm', fontSize: '12pt', display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: '6mm' }}>
        <div>
          <div>{t('roster.sheet.reference', { reference: held.reference })}</div>
          <div>{t('roster.sheet.place', { place: held.place ?? '……………………' })}</div>
          <div>{t('roster.sheet.trainer', { trainer: held.trainer?.name ?? '……………………' })}</div>
        </div>
        <div>
          {sessions.map((session, index) => (
            <div key={session.id}>
              {t('classes.sessionNumber', { number: from + index })}: {span(session.startsAt, session.endsAt)}
            </div>
          ))}
        </div>
      </Box>
      <table>
        <thead>
          <tr>
            <Box component="th" sx={{ width: '9mm' }}>
              {t('roster.sheet.number')}
            </Box>
            <Box component="th" sx={{ width: '42mm' }}>
              {t('officers.column.fullName')}
            </Box>
            <Box component="th" sx={{ width: isTurned ? '34mm' : '25mm' }}>
              {t('officers.column.post')}
            </Box>
            <th>{t('officers.column.agency')}</th>
            {sessions.map((session, index) => (
              <Box component="th" key={session.id} sx={{ width: `${signatureWidth(sessions.length, isTurned)}mm` }}>
                {t('classes.sessionNumber', { number: from + index })}
                <Box sx={{ fontWeight: 400, fontSize: '9.5pt' }}>
                  {cityClock(session.startsAt)} {day(cityDay(session.startsAt))}
                </Box>
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, officer }, index) => (
            <Box component="tr" key={id} sx={blank}>
              <Box component="td" sx={{ textAlign: 'center' }}>
                {index + 1}
              </Box>
              <td>{officer.fullName}</td>
              <td>{officer.post ?? ''}</td>
              <td>{agencyName(officer.agency)}</td>
              {sessions.map((session) => (
                <td key={session.id} />
              ))}
            </Box>
          ))}
          {Array.from({ length: freeLines }, (_, index) => (
            <Box component="tr" key={`free ${index}`} sx={blank}>
              {Array.from({ length: 4 + sessions.length }, (_, column) => (
                <td key={column} />
              ))}
            </Box>
          ))}
        </tbody>
      </table>
      <Box sx={{ mt: '3mm', fontSize: '11pt' }}>{t('roster.sheet.legend')}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', textAlign: 'center', mt: '6mm', breakInside: 'avoid' }}>
        <span />
        <Box>
          <Box sx={{ fontWeight: 700 }}>{t('roster.sheet.signature')}</Box>
          <Box sx={{ fontStyle: 'italic', mb: '16mm' }}>{t('roster.sheet.signHere')}</Box>
          <Box sx={{ fontWeight: 700 }}>{held.trainer?.name ?? ''}</Box>
        </Box>
      </Box>
    </>
  );
}
