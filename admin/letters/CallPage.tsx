// Whom to call: name, phone, class and time of everybody whose letter waits to be handed over; on paper too.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { inTime } from '../classes/sessions.js';
import { Loading } from '../shell/Loading.js';
import { cityDay } from '../ui/city-time.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { useNow } from '../ui/now.js';
import { PageHead } from '../ui/PageHead.js';
import { Paper } from '../ui/Paper.js';
import { callsOf, classOf } from './letter.js';
import { usePrinted } from './use-printed.js';

export function CallPage() {
  const t = useTranslate();
  const { number, span, day } = useFormat();
  const now = useNow();
  const agencyName = useAgencyName();
  const { letters, error, refetch } = usePrinted();
  const calls = callsOf(letters ?? []);
  if (error) return <FaultNote error={error} onRetry={refetch} />;
  if (!letters) return <Loading />;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', '@media print': { display: 'block' } }}>
      <Box className="no-print">
        <PageHead
          title={t('letters.calls.title')}
          hint={t('letters.calls.hint', { count: number(calls.length) })}
          trail={[{ to: '/letters', words: t('letters.title') }]}
          actions={
            calls.length > 0 && (
              <Button variant="contained" onClick={() => window.print()}>
                {t('letters.print')}
              </Button>
            )
          }
        />
      </Box>
      {calls.length === 0 ? (
        <Empty title={t('letters.printPage.none')} hint={t('letters.printPage.noneHint')} />
      ) : (
        <Paper part="calls" label={t('letters.calls.title')}>
          <Box component="h2" sx={{ textAlign: 'center', fontSize: '14pt', fontWeight: 700, m: 0, textTransform: 'uppercase' }}>
            {t('letters.calls.heading')}
          </Box>
          <Box sx={{ textAlign: 'center', mb: '5mm' }}>{t('letters.calls.on', { day: day(cityDay(now)) })}</Box>
          <table>
            <thead>
              <tr>
                <th>{t('roster.sheet.number')}</th>
                <th>{t('officers.column.fullName')}</th>
                <th>{t('officers.phone')}</th>
                <th>{t('letters.calls.matter')}</th>
                <th>{t('letters.calls.called')}</th>
              </tr>
            </thead>
            <tbody>
              {calls.map((letter, index) => {
                const held = classOf(letter);
                return (
                  <tr key={letter.id}>
                    <Box component="td" sx={{ textAlign: 'center' }}>
                      {index + 1}
                    </Box>
                    <td>
                      <b>{letter.officer.fullName}</b>
                      <br />
                      {agencyName(letter.officer.agency)}
                    </td>
                    <Box component="td" sx={{ whiteSpace: 'nowrap' }}>
                      {letter.officer.phone ? <a href={`tel:${letter.officer.phone}`}>{letter.officer.phone}</a> : t('ui.none')}
                    </Box>
                    <td>
                      {held?.title ?? letter.title}
                      {inTime(held?.sessions ?? []).map(({ id, startsAt, endsAt }) => (
                        <div key={id}>{span(startsAt, endsAt)}</div>
                      ))}
                      {held?.place}
                    </td>
                    <Box component="td" sx={{ minWidth: '28mm' }} />
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Paper>
      )}
    </Box>
  );
}
