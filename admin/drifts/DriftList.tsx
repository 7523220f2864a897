// Differences between mail systems and what decisions want: what differs, how much of it, and what is done about it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { MAIL_SYSTEMS } from '../mail-systems/documents.js';
import { systemPath } from '../mail-systems/paths.js';
import { Empty } from '../ui/Empty.js';
import { ExportButton } from '../ui/ExportButton.js';
import { ChoiceFilter, ChoicesFilter, YesNoFilter } from '../ui/filters.js';
import { useFormat } from '../ui/format.js';
import { ListTable } from '../ui/ListTable.js';
import { PageHead } from '../ui/PageHead.js';
import { Pages } from '../ui/Pages.js';
import { useSelection } from '../ui/selection.js';
import { SelectionBar } from '../ui/SelectionBar.js';
import { driftColumns } from './columns.js';
import { type Drift, driftDocuments, driftKinds } from './documents.js';
import { DriftDialog } from './DriftDialogs.js';
import { DriftFigures } from './DriftFigures.js';
import { LatestNote } from './LatestNote.js';

export function DriftList() {
  return (
    <ListBase<Drift> perPage={25} filterDefaultValues={{ isOpen: true }}>
      <Body />
    </ListBase>
  );
}

function Body() {
  const t = useTranslate();
  const { number } = useFormat();
  const { total, filterValues } = useListContext<Drift>();
  const systems = useAsk(MAIL_SYSTEMS, {}).data?.mailSystems ?? [];
  const mayRepair = useMay('mailSystem.repair');
  const selection = useSelection<Drift>(({ address }) => t('drifts.choose', { address }));
  const [doing, setDoing] = useState<{ act: 'REPAIR' | 'ACCEPT'; drifts: Drift[] }>();
  const chosen = [...selection.chosen.values()];
  const able = (act: 'REPAIR' | 'ACCEPT') => chosen.filter(({ availableActions }) => availableActions.includes(act));
  const named = (filterValues as { connector?: string }).connector;
  const system = systems.length === 1 ? systems[0] : systems.find(({ name }) => name === named);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('drifts.title')}
        hint={total === undefined ? t('drifts.hint') : `${t('drifts.hint')} ${t('ui.list.count', { count: number(total) })}.`}
        actions={
          system && (
            <Button component={Link} to={systemPath(system.id)} variant="outlined">
              {t('drifts.toSystem', { name: system.name })}
            </Button>
          )
        }
      />
      {system && <LatestNote connector={system.name} />}
      <DriftFigures connector={named} />
      <Card>
        <Box
          className="no-print"
          role="search"
          sx={{ p: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5, borderBottom: 1, borderColor: 'divider' }}
        >
          <ChoiceFilter
            source="connector"
            label="drifts.column.connector"
            choices={systems.map(({ name }) => ({ value: name, words: name }))}
          />
          <YesNoFilter source="isOpen" label="drifts.column.standing" yes="drifts.open" no="drifts.settled" />
          <ChoicesFilter
            source="kind"
            label="drifts.column.kind"
            choices={driftKinds.map((kind) => ({ value: kind, words: t(`drifts.kind.${kind}`) }))}
          />
          <Box sx={{ ml: 'auto' }}>
            <ExportButton documents={driftDocuments} />
          </Box>
        </Box>
        <SelectionBar selection={selection} documents={driftDocuments}>
          {(['REPAIR', 'ACCEPT'] as const)
            .filter((act) => able(act).length > 0)
            .map((act) => (
              <Button key={act} variant={act === 'REPAIR' ? 'contained' : 'outlined'} onClick={() => setDoing({ act, drifts: able(act) })}>
                {t(`drifts.many.${act}`, { count: number(able(act).length) })}
              </Button>
            ))}
        </SelectionBar>
        <ListTable
          columns={driftColumns}
          selection={mayRepair ? selection : undefined}
          linkTo={({ mailbox }: Drift) => (mailbox ? `/mailboxes/${mailbox.id}/show` : null)}
          empty={<Empty title={t('drifts.empty')} hint={t('drifts.emptyHint')} />}
        />
        <Pages />
      </Card>
      {doing && <DriftDialog {...doing} onDone={selection.clear} onClose={() => setDoing(undefined)} />}
    </Box>
  );
}
