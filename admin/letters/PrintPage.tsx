// Letters on paper: one to a sheet of A4, with a slip at its foot that the officer signs.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { Loading } from '../shell/Loading.js';
import { cityDay } from '../ui/city-time.js';
import { Empty } from '../ui/Empty.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Paper, PaperHead } from '../ui/Paper.js';
import { LETTER_PRINT, type PrintedLetter } from './documents.js';
import { paragraphsOf } from './letter.js';
import { PrintChoice } from './PrintChoice.js';
import { toldOfLetters, useLetterActs } from './use-letter-acts.js';
import { usePrinted } from './use-printed.js';

export function PrintPage() {
  const t = useTranslate();
  const { number } = useFormat();
  const acts = useLetterActs();
  const { letters: all, error, refetch } = usePrinted();
  const isNamed = useSearchParams()[0].has('ids');
  const [kind, setKind] = useState('');
  const [withOld, setWithOld] = useState<boolean>();
  // Printed while this page is open: they stay on it.
  const [printedHere, setPrintedHere] = useState<ReadonlySet<string>>(new Set());
  const [wasPrinted, setPrinted] = useState(false);
  const afresh = useAfresh();
  const [bodies, setBodies] = useState<ReadonlyMap<string, string>>(new Map());
  const doing = useDoing();
  if (error && !all) return <FaultNote error={error} onRetry={refetch} />;
  if (!all) return <Loading />;
  const isOld = ({ id, printedAt }: PrintedLetter) => !!printedAt && !printedHere.has(id);
  // Named one by one and all printed before: that is what is asked for. Else paper that was handed over keeps its code.
  const isWithOld = withOld ?? (isNamed && all.length > 0 && all.every(isOld));
  const ofKind = all.filter((letter) => !kind || letter.kind === kind);
  const letters = ofKind.filter((letter) => isWithOld || !isOld(letter));
  const printable = letters.filter(({ availableActions }) => availableActions.includes('MARK_PRINTED'));
  const withCode = printable.filter(({ carriesCode }) => carriesCode);
  // Those with a code are marked by the server as it makes the code.
  const toMark = printable.filter(({ carriesCode }) => !carriesCode);
  const print = () =>
    doing.run(async () => {
      const bodies = withCode.length > 0 ? await printCodes(withCode.map(({ id }) => id)) : new Map<string, string>();
      flushSync(() => setBodies((before) => new Map([...before, ...bodies])));
      // The codes stay on the page until it is left: a sheet that jammed is printed again as it is.
      window.print();
      setPrinted(true);
      setPrintedHere((before) => new Set([...before, ...letters.map(({ id }) => id)]));
      if (withCode.length > 0) await afresh(...toldOfLetters);
    });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', '@media print': { display: 'block' } }}>
      <Box className="no-print" sx={{ display: 'grid', gap: 2 }}>
        <PageHead
          title={t('letters.printPage.title')}
          hint={t('letters.printPage.hint', { count: number(letters.length) })}
          trail={[{ to: '/letters', words: t('letters.title') }]}
          actions={
            letters.length > 0 && (
              <Button variant="contained" disabled={doing.isBusy} onClick={() => void print()}>
                {t('letters.print')}
              </Button>
            )
          }
        />
        <PrintChoice
          letters={all}
          kind={kind}
          onKind={(next) => {
            setKind(next);
            // Of another choice only what nobody has printed yet.
            setPrintedHere(new Set());
            setPrinted(false);
          }}
          oldCount={ofKind.filter(isOld).length}
          isWithOld={isWithOld}
          onWithOld={setWithOld}
          oldCodes={withCode.filter(isOld).length}
        />
        {withCode.length > 0 && <Alert severity="info">{t('letters.printPage.withCode', { count: number(withCode.length) })}</Alert>}
        <ErrorNotes errors={doing.otherErrors()} />
        {wasPrinted && toMark.length > 0 && (
          <Alert
            severity="info"
            action={
              <Button
                color="inherit"
                size="small"
                disabled={acts.isBusy}
                onClick={() => void acts.markPrinted(toMark).then(() => setPrinted(false))}
                sx={{ whiteSpace: 'nowrap' }}
              >
                {t('letters.act.MARK_PRINTED')}
              </Button>
            }
          >
            {t('letters.printPage.wasPrinted')}
          </Alert>
        )}
      </Box>
      {letters.length === 0 && (
        <Empty title={t('letters.printPage.none')} hint={t(all.length > 0 ? 'letters.printPage.noneNew' : 'letters.printPage.noneHint')} />
      )}
      {letters.map((letter) => (
        <Paper key={letter.id} part="letter" label={letter.title}>
          <LetterOnPaper letter={{ ...letter, body: bodies.get(letter.id) ?? letter.body }} />
        </Paper>
      ))}
    </Box>
  );
}

/** The texts with their codes; each time new ones. */
async function printCodes(ids: string[]): Promise<Map<string, string>> {
  const { printed } = await carryOut(LETTER_PRINT, { ids });
  return new Map(printed.map(({ id, body }) => [id, body]));
}

function LetterOnPaper({ letter }: { letter: PrintedLetter }) {
  const t = useTranslate();
  const { day } = useFormat();
  const agencyName = useAgencyName();
  const { officer } = letter;
  const blank = '……………………………';
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', '@media print': { minHeight: '265mm' } }}>
      <PaperHead body={t('ui.paper.body')} country={t('ui.paper.country')} motto={t('ui.paper.motto')} />
      <Box lang={letter.language}>
        <Box component="h2" sx={{ textAlign: 'center', fontSize: '14pt', fontWeight: 700, m: 0, mb: '6mm' }}>
          {letter.title}
        </Box>
        {paragraphsOf(letter.body).map((paragraph, index) => (
          <Box component="p" key={index} sx={{ m: 0, mb: '3mm', textAlign: 'justify', whiteSpace: 'pre-line' }}>
            {paragraph}
          </Box>
        ))}
      </Box>
      <Box sx={{ mt: 'auto', pt: '8mm', breakInside: 'avoid' }}>
        <Box sx={{ borderTop: '1px dashed #000', pt: '4mm' }}>
          <Box sx={{ textAlign: 'center', fontWeight: 700, textTransform: 'uppercase' }}>{t('letters.slip.title')}</Box>
          <Box sx={{ mt: '3mm', fontSize: '12pt' }}>
            <div>{t('letters.slip.who', { name: officer.fullName, code: officer.code })}</div>
            <div>{t('letters.slip.agency', { agency: [officer.post, agencyName(officer.agency)].filter(Boolean).join(', ') })}</div>
            <div>{t('letters.slip.letter', { title: letter.title, day: day(cityDay(letter.createdAt)) })}</div>
            <div>{t('letters.slip.day', { blank })}</div>
          </Box>
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', textAlign: 'center', mt: '5mm' }}>
            {(['contact', 'officer'] as const).map((who) => (
              <Box key={who}>
                <Box sx={{ fontWeight: 700 }}>{t(`letters.slip.${who}`)}</Box>
                <Box sx={{ fontStyle: 'italic', mb: '16mm' }}>{t('roster.sheet.signHere')}</Box>
              </Box>
            ))}
          </Box>
        </Box>
      </Box>
    </Box>
  );
}
