// How the last comparison of a mail system went, where the reader must know it: the list was not whole, or too much differs.
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { MAIL_COMPARISONS } from '../mail-systems/documents.js';
import { useFormat } from '../ui/format.js';

export function LatestNote({ connector }: { connector: string }) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  const latest = useAsk(MAIL_COMPARISONS, { connector }).data?.mailComparisons[0];
  if (!latest) return <Alert severity="info">{t('mailSystems.compare.never')}</Alert>;
  const { result, createdAt, checked, differing, problem } = latest;
  return (
    <Alert severity={result === 'COMPARED' ? 'info' : 'warning'} variant="outlined" data-part="latest-note">
      {result !== 'COMPARED' && <AlertTitle>{t(`mailSystems.result.${result}`)}</AlertTitle>}
      {t(`mailSystems.compare.latest.${result}`, { at: moment(createdAt), checked: number(checked), count: number(differing) })}
      {result !== 'COMPARED' && ` ${t(`drifts.explained.${result}`)}`}
      {problem && ` ${problem}`}
    </Alert>
  );
}
