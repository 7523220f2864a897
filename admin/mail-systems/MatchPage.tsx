// The first connection of a mail system that has accounts already: whose is whose? A report, and a person confirms; nothing is changed at the mail system.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Loading } from '../shell/Loading.js';
import { PageMissing } from '../shell/faults.js';
import { ActDialog } from '../ui/ActDialog.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { Empty } from '../ui/Empty.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { PartBars } from '../ui/PartBars.js';
import { Section } from '../ui/Section.js';
import { MAIL_SYSTEM } from './documents.js';
import { matchClasses, type MatchReport } from './match.documents.js';
import { MatchTables } from './MatchTables.js';
import { systemPath } from './paths.js';
import { type Matching, useMatch } from './use-match.js';

export function MatchPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk(MAIL_SYSTEM, { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return data.mailSystem ? <Page id={id} name={data.mailSystem.name} /> : <PageMissing />;
}

function Page({ id, name }: { id: string; name: string }) {
  const t = useTranslate();
  const { number } = useFormat();
  const matching = useMatch(name);
  const mayAdopt = useMay('mailSystem.repair');
  const { looking, report, done } = matching;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('mailSystems.match.of', { name })}
        hint={t('mailSystems.match.hint')}
        trail={[
          { to: '/mailSystems', words: t('mailSystems.title') },
          { to: systemPath(id), words: name },
        ]}
        actions={
          <Button variant={report ? 'outlined' : 'contained'} disabled={looking.isBusy} onClick={() => void matching.look()}>
            {looking.isBusy ? t('mailSystems.match.busy') : t(report ? 'mailSystems.match.again' : 'mailSystems.match.look')}
          </Button>
        }
      />
      <ErrorNotes errors={looking.otherErrors()} />
      {done && (
        <Alert severity="success" role="status" data-part="adopted">
          {t('mailSystems.match.done', { adopted: number(done.adopted), recorded: number(done.recorded) })}
          {done.userErrors.map(({ message, path }) => (
            <div key={path.join('.')}>{message}</div>
          ))}
        </Alert>
      )}
      {!report && (
        <Section>
          <Empty title={t('mailSystems.match.none')} hint={t('mailSystems.match.noneHint')} />
        </Section>
      )}
      {report && !report.complete && (
        <Alert severity="warning" data-part="incomplete">
          {t('mailSystems.match.incomplete')} {report.problem}
        </Alert>
      )}
      {report && (
        <>
          <Figures report={report} />
          {mayAdopt && report.complete && <Adopting matching={matching} report={report} />}
          <MatchTables matching={matching} matches={report.matches} />
        </>
      )}
    </Box>
  );
}

function Figures({ report: { figures } }: { report: MatchReport }) {
  const t = useTranslate();
  const { number } = useFormat();
  const countOf = (name: string) => figures.find((figure) => figure.class === name)?.matches ?? 0;
  const words = (name: string) => t(`mailSystems.match.class.${name}`);
  return (
    <ChartWithTable
      title={t('mailSystems.match.figures')}
      file="mail-match"
      table={{
        head: [t('mailSystems.match.how'), t('mailSystems.match.count')],
        rows: matchClasses.map((name) => [words(name), number(countOf(name))]),
        csv: matchClasses.map((name) => [words(name), countOf(name)]),
      }}
    >
      <PartBars
        legend={false}
        parts={[{ name: 'all', words: t('mailSystems.match.count'), colour: 'primary.main' }]}
        rows={matchClasses.map((name) => ({ key: name, label: words(name), counts: { all: countOf(name) } }))}
      />
    </ChartWithTable>
  );
}

/** Confirming: all exact ones at once, or what was chosen below. */
function Adopting({ matching, report }: { matching: Matching; report: MatchReport }) {
  const t = useTranslate();
  const { number } = useFormat();
  const [asking, setAsking] = useState<'EXACT' | 'CHOSEN'>();
  const exact = report.figures.find((figure) => figure.class === 'EXACT')?.matches ?? 0;
  const pairs = Object.entries(matching.pairs).map(([mailboxId, accountId]) => ({ mailboxId, accountId }));
  const strangers = Object.entries(matching.strangers).map(([accountId, kind]) => ({ accountId, kind }));
  const chosen = { pairs: number(pairs.length), strangers: number(strangers.length) };
  const submit = async () => {
    const isDone = await matching.adopt(asking === 'EXACT' ? { allExact: true } : { pairs, strangers });
    if (isDone) setAsking(undefined);
  };
  return (
    <Section title={t('mailSystems.match.confirm')} hint={t('mailSystems.match.confirmHint')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" disabled={exact === 0} onClick={() => setAsking('EXACT')}>
          {t('mailSystems.match.allExact', { count: number(exact) })}
        </Button>
        <Button variant="outlined" disabled={pairs.length + strangers.length === 0} onClick={() => setAsking('CHOSEN')}>
          {t('mailSystems.match.chosen', chosen)}
        </Button>
      </Box>
      {asking && (
        <ActDialog
          title={t('mailSystems.match.confirm')}
          hint={t(asking === 'EXACT' ? 'mailSystems.match.sureExact' : 'mailSystems.match.sureChosen', { ...chosen, count: number(exact) })}
          submitLabel={t('mailSystems.match.submit')}
          doing={matching.adopting}
          onSubmit={() => void submit()}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Section>
  );
}
