// One letter: its words, how it went out, and the proof that it came.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import { Refused, toFault } from '../data/faults.js';
import { downloadFile } from '../data/files.js';
import { useMay } from '../data/viewer.js';
import { DateVi, MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { LETTER_FILE, type Letter, type LetterFile } from './documents.js';
import { caseOf, classOf, paragraphsOf } from './letter.js';
import { ReceiptDialog } from './ReceiptDialog.js';
import { ChannelWords, LetterStateWords } from './state.js';
import { useLetterActs } from './use-letter-acts.js';

export function LetterShow() {
  return <RecordPage<Letter>>{(letter) => <LetterPage letter={letter} />}</RecordPage>;
}

function LetterPage({ letter }: { letter: Letter }) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const acts = useLetterActs();
  const [isRecording, setRecording] = useState(false);
  const { officer, availableActions } = letter;
  const { data, error, refetch } = useAsk(LETTER_FILE, { id: letter.id });
  const file = data?.letter;
  const held = file && classOf(file);
  const mayReadCases = useMay('decision.read');
  const caseId = caseOf(letter.about);
  return (
    <>
      <PageHead
        title={letter.title}
        hint={
          <>
            {officer.fullName} · <LetterStateWords state={letter.state} />
          </>
        }
        trail={[{ to: '/letters', words: t('letters.title') }]}
        actions={
          <>
            {availableActions.includes('RECORD_RECEIPT') && (
              <Button variant="contained" onClick={() => setRecording(true)}>
                {t('letters.act.RECORD_RECEIPT')}
              </Button>
            )}
            {availableActions.includes('MARK_PRINTED') && (
              <Button component={Link} to={`/letters/print?ids=${letter.id}`} variant="outlined">
                {t('letters.print')}
              </Button>
            )}
            {availableActions.includes('SEND_AGAIN') && (
              <Button variant="outlined" disabled={acts.isBusy} onClick={() => void acts.sendAgain([letter])}>
                {t('letters.act.SEND_AGAIN')}
              </Button>
            )}
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1.3fr 1fr' }, alignItems: 'start' }}>
        <Section title={t('letters.words')}>
          {error && <FaultNote error={error} onRetry={() => void refetch()} />}
          {!file && !error && <Skeleton height={240} />}
          {file && (
            <Box lang={file.language} data-part="body" sx={{ maxWidth: '70ch' }}>
              {paragraphsOf(file.body).map((paragraph, index) => (
                <Typography key={index} sx={{ mb: 1.5, whiteSpace: 'pre-line' }}>
                  {paragraph}
                </Typography>
              ))}
            </Box>
          )}
        </Section>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Section title={t('letters.facts')}>
            <Facts
              facts={[
                [t('letters.to'), <Link to={`/officers/${officer.id}/show`}>{officer.fullName}</Link>],
                [t('officers.column.agency'), agencyName(officer.agency)],
                [t('letters.column.channel'), <ChannelWords channel={letter.channel} />],
                !!letter.sentTo && [t('letters.sentTo'), letter.sentTo],
                [t('letters.column.createdAt'), <MomentVi value={letter.createdAt} />],
                !!letter.sentAt && [t('letters.column.sentAt'), <MomentVi value={letter.sentAt} />],
                !!letter.printedAt && [t('letters.printed'), <MomentVi value={letter.printedAt} />],
                !!file?.hasCalendar && letter.channel === 'EMAIL' && [t('letters.calendar'), t('letters.hasCalendar')],
                !!held && [t('letters.subject'), <Link to={`/classes/${held.id}/show`}>{held.title}</Link>],
                !!caseId && mayReadCases && [t('letters.subject'), <Link to={`/decisions/${caseId}/show`}>{t('letters.toCase')}</Link>],
              ]}
            />
          </Section>
          {file?.receipt && <ReceiptFacts receipt={file.receipt} />}
          {!!file?.attempts.length && <Attempts attempts={file.attempts} />}
        </Box>
      </Box>
      <AuditTrail subject={`letter:${letter.id}`} />
      {isRecording && <ReceiptDialog letters={[letter]} onClose={() => setRecording(false)} onDone={() => undefined} />}
    </>
  );
}

function ReceiptFacts({ receipt }: { receipt: NonNullable<LetterFile['receipt']> }) {
  const t = useTranslate();
  const notify = useNotify();
  const { document } = receipt;
  const fetchSheet = () =>
    document &&
    void downloadFile(`/attachments/${document.id}`, document.fileName).catch((error: unknown) =>
      notify(error instanceof Refused ? error.message : toFault(error).message, { type: 'error' }),
    );
  return (
    <Section title={t('letters.receipt.title')}>
      <Facts
        facts={[
          [t('letters.receipt.receivedOn'), <DateVi value={receipt.receivedOn} />],
          [t('letters.receipt.means'), t(`letters.means.${receipt.means}`)],
          !!receipt.note && [t('letters.receipt.note'), receipt.note],
          !!document && [
            t('letters.receipt.sheet'),
            <Button size="small" onClick={fetchSheet} sx={{ p: 0, textAlign: 'left' }}>
              {document.fileName}
            </Button>,
          ],
          [t('letters.receipt.recordedAt'), <MomentVi value={receipt.recordedAt} />],
          [t('letters.receipt.recordedBy'), receipt.recordedBy],
        ]}
      />
    </Section>
  );
}

/** Each time the letter was handed to the mail system, with what that said. */
function Attempts({ attempts }: Pick<LetterFile, 'attempts'>) {
  const t = useTranslate();
  return (
    <Section title={t('letters.attempts')}>
      <Box component="ol" data-part="attempts" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {attempts.map(({ at, outcome, detail }) => (
          <Box component="li" key={at} sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <MomentVi value={at} />
            </Typography>
            <Typography sx={{ color: outcome === 'SENT' ? 'success.main' : outcome === 'REFUSED' ? 'error.main' : 'warning.main' }}>
              {t(`letters.outcome.${outcome}`)}
            </Typography>
            {detail && (
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {detail}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
