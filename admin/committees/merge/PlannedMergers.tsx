// Mergers whose day is to come: of all committees, or those that one is part of. They can be given up until then.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../../data/command.js';
import { useMay } from '../../data/viewer.js';
import { ActDialog } from '../../ui/ActDialog.js';
import { useFormat } from '../../ui/format.js';
import { MERGER_CANCEL, PLANNED_MERGERS, type PlannedMerger } from './documents.js';

export function PlannedMergers({ committeeId }: { committeeId?: string }) {
  const t = useTranslate();
  const { day } = useFormat();
  const mayChange = useMay('committee.change');
  const { data } = useAsk(PLANNED_MERGERS, {});
  const [leaving, setLeaving] = useState<PlannedMerger>();
  const mergers = (data?.plannedMergers ?? []).filter(({ sources }) => !committeeId || sources.some(({ id }) => id === committeeId));
  if (mergers.length === 0) return null;
  return (
    <Box data-part="planned-mergers" sx={{ display: 'grid', gap: 1.5 }}>
      {mergers.map((merger) => (
        <Alert
          key={merger.id}
          severity="info"
          variant="outlined"
          action={
            mayChange && (
              <Button color="inherit" size="small" onClick={() => setLeaving(merger)}>
                {t('committees.planned.cancel')}
              </Button>
            )
          }
        >
          <b>{t('committees.planned.title', { day: day(merger.effectiveOn), name: merger.name })}</b>
          <Box>
            {t('committees.planned.of')}{' '}
            {merger.sources.map(({ id, name }, index) => (
              <Fragment key={id}>
                {index > 0 && '; '}
                <Link to={`/committees/${id}/show`}>{name}</Link>
              </Fragment>
            ))}
          </Box>
          <Box>{[t('committees.chairIs', { name: merger.chair.name }), merger.legalBasis].join(' · ')}</Box>
        </Alert>
      ))}
      {leaving && <Cancel merger={leaving} onClose={() => setLeaving(undefined)} />}
    </Box>
  );
}

function Cancel({ merger, onClose }: { merger: PlannedMerger; onClose: () => void }) {
  const t = useTranslate();
  const { day } = useFormat();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const submit = () =>
    doing.run(async () => {
      await carryOut(MERGER_CANCEL, { id: merger.id });
      void afresh('PlannedMergers', 'AuditEvents');
      notify('committees.planned.cancelled');
      onClose();
    });
  return (
    <ActDialog
      title={t('committees.planned.cancel')}
      hint={t('committees.planned.cancelHint', { name: merger.name, day: day(merger.effectiveOn) })}
      submitLabel={t('committees.planned.cancel')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
    />
  );
}
