// The people themselves: found by name, agency or district, chosen over several pages, and put into a class together.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { RequestClass } from '../classes/RequestClass.js';
import type { Wanted } from '../classes/request.js';
import { whereOf } from '../data/build-query.js';
import { everyPage } from '../data/data-provider.js';
import { useAsk } from '../data/ask.js';
import { toFault } from '../data/faults.js';
import { useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { RecordPicker } from '../ui/RecordPicker.js';
import { Section } from '../ui/Section.js';
import { demandDocuments, type Need, TRAINING_DEMAND } from './documents.js';
import { NeedRow } from './NeedRow.js';

export interface DemandFilter {
  agencyId?: string;
  districtId?: string;
  isLeader?: boolean;
}

const pageSize = 50;

interface DemandListProps {
  /** Left out where nothing beside narrows the list: it keeps its own then. */
  filter?: DemandFilter;
  onFilter?: (filter: DemandFilter) => void;
  /** Key of the heading. */
  title?: string;
}

const wantedOf = ({ officer }: Need): Wanted => ({ officerId: officer.id, name: officer.fullName });

export function DemandList({ filter: given, onFilter: onGiven, title = 'demand.list' }: DemandListProps) {
  const t = useTranslate();
  const notify = useNotify();
  const { number } = useFormat();
  const isContact = !!useViewer()?.agency;
  const [own, setOwn] = useState<DemandFilter>({});
  const filter = given ?? own;
  const onFilter = onGiven ?? setOwn;
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Wanted>>(new Map());
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 300);
    return () => clearTimeout(timer);
  }, [words]);
  // Another filter begins at its first page.
  const scope = JSON.stringify([filter, asked]);
  const [at, setAt] = useState({ scope, page: 1 });
  const page = at.scope === scope ? at.page : 1;
  const setPage = (next: number) => setAt({ scope, page: next });
  const where = whereOf({ ...filter });
  const { data, error, refetch } = useAsk(TRAINING_DEMAND, {
    first: pageSize,
    offset: (page - 1) * pageSize,
    ...(asked && { search: asked }),
    ...(where && { where }),
  });
  const needs = data?.trainingDemand.nodes ?? [];
  const total = data?.trainingDemand.totalCount ?? 0;
  const toggle = (need: Need) => {
    const next = new Map(chosen);
    if (!next.delete(need.officer.id)) next.set(need.officer.id, wantedOf(need));
    setChosen(next);
  };
  const chooseAll = async () => {
    try {
      const all = new Map<string, Wanted>();
      for await (const { rows } of everyPage<Need>(demandDocuments, { filter: { ...filter, q: asked } }))
        for (const need of rows) all.set(need.officer.id, wantedOf(need));
      setChosen(all);
    } catch (fault) {
      notify(toFault(fault).message, { type: 'error' });
    }
  };
  const isPageChosen = needs.length > 0 && needs.every(({ officer }) => chosen.has(officer.id));
  const togglePage = () => {
    const next = new Map(chosen);
    for (const need of needs)
      if (isPageChosen) next.delete(need.officer.id);
      else next.set(need.officer.id, wantedOf(need));
    setChosen(next);
  };
  return (
    <Section isTight title={t(title, { count: number(total) })} hint={t('demand.listHint')}>
      <Box className="no-print" sx={{ px: { xs: 2, sm: 3 }, pb: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <TextField
          size="small"
          type="search"
          label={t('ui.list.search')}
          placeholder={t('officers.searchHint')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          sx={{ minWidth: { xs: '100%', sm: 240 } }}
        />
        {!isContact && (
          <RecordPicker<{ id: string; name: string }>
            resource="agencies"
            label={t('ui.filter.agency')}
            nameOf={(agency) => agency.name}
            sortBy="name"
            value={filter.agencyId ?? filter.districtId}
            onChange={(agencyId) => onFilter(agencyId ? { agencyId } : {})}
            sx={{ minWidth: { xs: '100%', sm: 280 } }}
          />
        )}
        <Button
          variant={filter.isLeader ? 'contained' : 'outlined'}
          aria-pressed={!!filter.isLeader}
          onClick={() => {
            const { isLeader, ...others } = filter;
            onFilter(isLeader ? others : { ...others, isLeader: true });
          }}
        >
          {t('ui.filter.onlyLeaders')}
        </Button>
        <ExportMenu list="demand" conditions={{ ...(asked && { search: asked }), ...(where && { where }) }} isDisabled={total === 0} />
      </Box>
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={300} sx={{ m: 2 }} />}
      {data && needs.length === 0 && <Empty title={t('demand.none')} hint={t('demand.noneHint')} />}
      {needs.length > 0 && (
        <>
          <Box
            className="no-print"
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              px: { xs: 1, sm: 2 },
              py: 0.5,
              borderTop: 1,
              borderColor: 'divider',
              position: 'sticky',
              top: { xs: 56, sm: 60 },
              zIndex: 2,
              bgcolor: 'background.paper',
            }}
          >
            <Checkbox
              checked={isPageChosen}
              indeterminate={!isPageChosen && needs.some(({ officer }) => chosen.has(officer.id))}
              onChange={togglePage}
              slotProps={{ input: { 'aria-label': t('demand.choosePage') } }}
            />
            <Box component="span" aria-live="polite" sx={{ flex: '1 1 140px' }}>
              {chosen.size > 0 ? t('classes.chosen', { count: number(chosen.size) }) : t('demand.choosePage')}
            </Box>
            {total > needs.length && chosen.size < total && (
              <Button size="small" onClick={() => void chooseAll()}>
                {t('demand.chooseAll', { count: number(total) })}
              </Button>
            )}
            {chosen.size > 0 && (
              <>
                <Button size="small" onClick={() => setChosen(new Map())}>
                  {t('demand.chooseNone')}
                </Button>
                <Button variant="contained" onClick={() => setAsking(true)}>
                  {t('demand.toClass')}
                </Button>
              </>
            )}
          </Box>
          <Box component="ul" data-part="needs" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {needs.map((need) => (
              <NeedRow key={need.id} need={need} isChosen={chosen.has(need.officer.id)} onToggle={() => toggle(need)} />
            ))}
          </Box>
          {total > pageSize && (
            <Box
              className="no-print"
              sx={{ display: 'flex', gap: 1, alignItems: 'center', px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}
            >
              <Box sx={{ flex: 1 }}>
                {t('ui.list.range', {
                  from: number((page - 1) * pageSize + 1),
                  to: number(Math.min(page * pageSize, total)),
                  total: number(total),
                })}
              </Box>
              <Button size="small" variant="outlined" disabled={page === 1} onClick={() => setPage(page - 1)}>
                {t('ui.list.previous')}
              </Button>
              <Button size="small" variant="outlined" disabled={page * pageSize >= total} onClick={() => setPage(page + 1)}>
                {t('ui.list.next')}
              </Button>
            </Box>
          )}
        </>
      )}
      {isAsking && <RequestClass wanted={[...chosen.values()]} onClose={() => setAsking(false)} onDone={() => setChosen(new Map())} />}
    </Section>
  );
}
