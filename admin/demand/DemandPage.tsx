// Who finds it hard and has no seat: where they are, who they are, and which classes would meet the demand.
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ClassTabs } from '../classes/ClassTabs.js';
import { useMay } from '../data/viewer.js';
import { PageHead } from '../ui/PageHead.js';
import { DemandChart } from './DemandChart.js';
import { type DemandFilter, DemandList } from './DemandList.js';
import { Proposals } from './Proposals.js';

export function DemandPage() {
  const t = useTranslate();
  const mayPropose = useMay('training.proposeClasses');
  const [filter, setFilter] = useState<DemandFilter>({});
  return (
    <>
      <ClassTabs here="demand" />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <PageHead title={t('demand.title')} hint={t('demand.hint')} trail={[{ to: '/classes', words: t('classes.title') }]} />
        <DemandChart filter={filter} onFilter={setFilter} />
        {mayPropose && <Proposals />}
        <DemandList filter={filter} onFilter={setFilter} />
      </Box>
    </>
  );
}
