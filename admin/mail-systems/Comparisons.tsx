// The comparisons of a mail system with what decisions want: the newest in words, all of them as a picture and a table, and one now.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { type Comparison, MAIL_COMPARISONS, type MailSystem } from './documents.js';
import { driftsPath } from './paths.js';
import { ResultMark } from './state.js';
import { useReconcile } from './use-reconcile.js';

export function Comparisons({ system }: { system: MailSystem }) {
  const t = useTranslate();
  const { number } = useFormat();
  const mayCompare = useMay('mailSystem.reconcile');
  const { data } = useAsk(MAIL_COMPARISONS, { connector: system.name }, mayCompare);
  const { doing, done, run } = useReconcile(system.name);
  if (!mayCompare) return null;
  const all = data?.mailComparisons ?? [];
  return (
    <>
      <Section
        title={t('mailSystems.compare.title')}
        hint={t('mailSystems.compare.hint')}
        actions={
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <ExportMenu list="comparisons" conditions={{ connector: system.name }} isDisabled={all.length === 0} />
            <Button variant="contained" disabled={doing.isBusy} onClick={() => void run()}>
              {doing.isBusy ? t('mailSystems.compare.busy') : t('mailSystems.compare.now')}
            </Button>
            <Button component={Link} to={`/mailSystems/${system.id}/match`} variant="outlined">
              {t('mailSystems.match.title')}
            </Button>
          </Box>
        }
      >
        {done?.result && (
          <Alert severity={done.result === 'COMPARED' && done.drifts.length === 0 ? 'success' : 'warning'} role="status" sx={{ mb: 2 }}>
            {t(`mailSystems.compare.told.${done.result}`, { checked: number(done.checked), count: number(done.drifts.length) })}
            {done.problem && ` ${done.problem}`}
          </Alert>
        )}
        <ErrorNotes errors={doing.otherErrors()} />
        {all[0] ? <Latest comparison={all[0]} /> : <Typography>{t('mailSystems.compare.never')}</Typography>}
        {system.drifts > 0 && (
          <Button component={Link} to={driftsPath(system.name)} sx={{ mt: 1.5 }} variant="outlined">
            {t('mailSystems.compare.toDrifts', { count: number(system.drifts) })}
          </Button>
        )}
      </Section>
      {all.length > 1 && <InTime comparisons={all} />}
    </>
  );
}

function Latest({ comparison: { createdAt, result, problem, checked, differing } }: { comparison: Comparison }) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  return (
    <Box data-part="latest-comparison">
      <ResultMark result={result} />
      <Typography sx={{ mt: 0.5 }}>
        {t(`mailSystems.compare.latest.${result}`, { at: moment(createdAt), checked: number(checked), count: number(differing) })}
      </Typography>
      {problem && (
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {problem}
        </Typography>
      )}
    </Box>
  );
}

/** Columns: how many differed each time; one that was not compared is a hollow mark, never a zero. */
function InTime({ comparisons }: { comparisons: readonly Comparison[] }) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  const inTime = comparisons.toReversed();
  const most = Math.max(1, ...inTime.map(({ differing }) => differing));
  const countOf = ({ result, differing }: Comparison) => (result === 'INCOMPLETE' ? '–' : number(differing));
  return (
    <ChartWithTable
      title={t('mailSystems.compare.inTime')}
      hint={t('mailSystems.compare.inTimeHint')}
      file="mail-comparisons"
      table={{
        head: [
          t('mailSystems.compare.at'),
          t('mailSystems.compare.result'),
          t('mailSystems.compare.checked'),
          t('mailSystems.compare.differing'),
        ],
        rows: comparisons.map((one) => [moment(one.createdAt), <ResultMark result={one.result} />, number(one.checked), countOf(one)]),
        csv: comparisons.map(({ createdAt, result, checked, differing }) => [
          createdAt,
          t(`mailSystems.result.${result}`),
          checked,
          result === 'INCOMPLETE' ? null : differing,
        ]),
      }}
    >
      <Box
        role="img"
        aria-label={inTime.map((one) => `${moment(one.createdAt)}: ${countOf(one)}`).join('; ')}
        className="keep-colour"
        sx={{ display: 'flex', alignItems: 'flex-end', gap: '4px', height: 120, borderBottom: 1, borderColor: 'divider' }}
      >
        {inTime.map((one) => (
          <Box key={one.id} sx={{ flex: '1 1 0', maxWidth: 36, minWidth: 4, textAlign: 'center', fontSize: '0.75rem' }}>
            <Box aria-hidden="true">{countOf(one)}</Box>
            <Box
              sx={
                one.result === 'INCOMPLETE'
                  ? { height: 10, border: '1px dashed', borderColor: 'text.secondary' }
                  : {
                      height: Math.max(2, (one.differing / most) * 96),
                      bgcolor: one.result === 'TOO_MUCH' ? 'error.main' : 'primary.main',
                      borderRadius: '3px 3px 0 0',
                    }
              }
            />
          </Box>
        ))}
      </Box>
    </ChartWithTable>
  );
}
