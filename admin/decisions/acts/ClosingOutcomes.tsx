// What closing votes now would come to: a sentence for one case, one for each outcome of many.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useAsk } from '../../data/ask.js';
import { useFormat } from '../../ui/format.js';
import { together } from '../case.js';
import { VOTES_TO_CLOSE } from '../vote.documents.js';
import { outcomeNow } from '../vote-outcome.js';
import type { DialogCase } from './case-dialog.js';

/** A page of the server holds no more. */
const most = 100;

export function ClosingOutcomes({ cases }: { cases: readonly DialogCase[] }) {
  const t = useTranslate();
  const { number } = useFormat();
  const ids = cases.map(({ id }) => id);
  const { data, isLoading } = useAsk(VOTES_TO_CLOSE, { ids, first: most }, ids.length <= most, { everyMs: 5_000 });
  if (isLoading) return <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 48 }} />;
  const outcomes = (data?.decisions.nodes ?? []).flatMap(({ kind, vote, history }) =>
    vote?.isOpen
      ? [
          {
            vote,
            outcome: outcomeNow(
              kind,
              vote,
              history.some(({ to }) => to === 'LAPSED'),
            ),
          },
        ]
      : [],
  );
  const [only] = outcomes;
  if (!only) return null;
  const isBad = outcomes.some(({ outcome }) => ['LAPSED', 'LAPSED_AGAIN', 'UNSETTLED'].includes(outcome));
  return (
    <Alert severity={isBad ? 'warning' : 'info'} icon={false} data-part="closing-outcome" role="status">
      {cases.length === 1
        ? t('decisions.closing.one', {
            present: number(only.vote.present),
            base: number(only.vote.base),
            outcome: t(`decisions.closing.outcome.${only.outcome}`),
          })
        : together(outcomes, ({ outcome }) => outcome).map((group) => (
            <div key={group[0]!.outcome}>
              {t('decisions.closing.many', { count: number(group.length), outcome: t(`decisions.closing.outcome.${group[0]!.outcome}`) })}
            </div>
          ))}
    </Alert>
  );
}
