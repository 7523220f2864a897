// What is kept for how long and why, what the next removal would take, and what the last ones did.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { DateVi, MomentVi } from '../ui/DateVi.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { RETENTION, RETENTION_PREVIEW, type Retention, type RetentionItem, type RetentionRun } from './documents.js';
import { ApplyDialog, PolicyDialog } from './RetentionActs.js';

type Act = 'SET' | 'APPLY';

export function RetentionPage() {
  const t = useTranslate();
  const mayChange = useMay('retention.change');
  const mayRun = useMay('retention.run');
  const { data, error, refetch } = useAsk(RETENTION, {});
  const preview = useAsk(RETENTION_PREVIEW, {});
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const again = async () => {
    await Promise.all([refetch(), preview.refetch()]);
    close();
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('keeping.title')}
        hint={t('keeping.hint')}
        actions={
          <>
            {mayRun && (
              <Button variant="outlined" onClick={() => setAct('APPLY')}>
                {t('keeping.apply')}
              </Button>
            )}
            {mayChange && data && (
              <Button variant="contained" onClick={() => setAct('SET')}>
                {t('keeping.change')}
              </Button>
            )}
          </>
        }
      />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={320} aria-busy="true" />}
      {data && (
        <>
          <Items policy={data.retentionPolicy} due={new Map(preview.data?.retentionPreview.map((row) => [row.name, row]))} />
          <Runs runs={data.retentionRuns} />
        </>
      )}
      {act === 'SET' && data && <PolicyDialog items={data.retentionPolicy.items} onDone={again} onClose={close} />}
      {act === 'APPLY' && <ApplyDialog onDone={again} onClose={close} />}
    </Box>
  );
}

interface Due {
  due: number;
  needed: number;
}

function Items({ policy, due }: { policy: Retention['retentionPolicy']; due: ReadonlyMap<string, Due> }) {
  const t = useTranslate();
  const { day } = useFormat();
  const { version, effectiveOn, legalBasis, items } = policy;
  const hint = effectiveOn
    ? t('keeping.policy', { version: String(version), day: day(effectiveOn), basis: legalBasis })
    : t('keeping.usual');
  return (
    <Section title={t('keeping.items')} hint={hint}>
      <TableContainer tabIndex={0} aria-label={t('keeping.items')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {(['what', 'period', 'cutOff', 'due', 'needed', 'rule'] as const).map((column) => (
                <TableCell key={column} align={column === 'due' || column === 'needed' ? 'right' : 'left'}>
                  {t(`keeping.column.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((item) => (
              <Item key={item.name} item={item} due={due.get(item.name)} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Section>
  );
}

function Item({ item, due }: { item: RetentionItem; due: Due | undefined }) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ minWidth: 260 }}>
        <Typography sx={{ fontWeight: 600 }}>{item.what}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {item.why}
        </Typography>
      </TableCell>
      <TableCell>{t(`keeping.unit.${item.unit}`, { count: number(item.period) })}</TableCell>
      <TableCell>
        <DateVi value={item.cutOff} />
      </TableCell>
      <TableCell align="right">{due ? number(due.due) : '…'}</TableCell>
      <TableCell align="right">{due ? number(due.needed) : '…'}</TableCell>
      <TableCell>{item.rule}</TableCell>
    </TableRow>
  );
}

function Runs({ runs }: { runs: RetentionRun[] }) {
  const t = useTranslate();
  return (
    <Section title={t('keeping.runs')}>
      {runs.length === 0 ? (
        <Empty title={t('keeping.noRun')} hint={t('keeping.noRunHint')} />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
          {runs.map((run) => (
            <Run key={run.id} run={run} />
          ))}
        </Box>
      )}
    </Section>
  );
}

function Run({ run }: { run: RetentionRun }) {
  const t = useTranslate();
  const { number } = useFormat();
  const told = run.results.filter(({ removed }) => removed > 0).map(({ what, removed }) => `${what}: ${number(removed)}`);
  const notes = run.results.flatMap(({ what, fault, isComplete }) => {
    if (fault) return [t('keeping.faultOf', { what })];
    return isComplete || run.isBrokenOff || !run.endedAt ? [] : [t('keeping.restOf', { what })];
  });
  const state = run.isBrokenOff ? t('keeping.brokenOff') : run.endedAt ? '' : t('keeping.goesOn');
  return (
    <li>
      <Typography sx={{ fontWeight: 600 }}>
        <MomentVi value={run.startedAt} /> ·{' '}
        {run.removed > 0 ? t('keeping.removedOf', { count: number(run.removed) }) : t('keeping.nothing')}
        {state && ` · ${state}`}
      </Typography>
      {told.length > 0 && <Typography variant="body2">{told.join(' · ')}</Typography>}
      {notes.map((note) => (
        <Typography key={note} variant="body2" color="error">
          {note}
        </Typography>
      ))}
    </li>
  );
}
