// The agencies ranked by their leaders' share, the staff's share on the same line, the gap between them marked where work jams.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { ask } from '../data/client.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { staffOf } from '../ui/tiers.js';
import { AGENCIES_OF_REVIEW, type RankedAgency } from './documents.js';
import { type Rank, rank } from './ranking.js';

const atFirst = 12;

async function everyAgency(reviewId: string): Promise<RankedAgency[]> {
  const all: RankedAgency[] = [];
  let after: string | undefined;
  do {
    const { agencies } = await ask(AGENCIES_OF_REVIEW, { reviewId, ...(after && { after }) });
    all.push(...agencies.nodes);
    after = agencies.pageInfo.hasNextPage ? (agencies.pageInfo.endCursor ?? undefined) : undefined;
  } while (after);
  return all;
}

export function AgencyRanking({ reviewId }: { reviewId: string }) {
  const t = useTranslate();
  const nameOf = useAgencyName();
  const { share, points, number } = useFormat();
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['ranking', reviewId],
    queryFn: () => everyAgency(reviewId),
    staleTime: 30_000,
    retry: false,
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  const ranks = rank(data);
  const jammed = ranks.filter((one) => one.isJammed).length;
  const skipped = isWhole || ranks.length <= atFirst + 2 ? 0 : ranks.length - atFirst;
  const write = ({ agency, leaders, staff, gap, isJammed }: Rank) => [
    <Link component={RouterLink} to={`/agencies/${agency.id}/show`}>
      {nameOf(agency)}
    </Link>,
    share(leaders),
    number(agency.usage!.leaders.assessed),
    share(staff),
    number(staffOf(agency.usage!).assessed),
    gap === null ? '–' : t('ui.points', { count: points(gap) }),
    isJammed ? t('dashboard.jam') : '–',
  ];
  return (
    <ChartWithTable
      title={t('dashboard.ranking')}
      hint={t('dashboard.rankingHint')}
      file="agencies-ranked"
      table={{
        head: [
          t('ui.filter.agency'),
          t('ui.leaders'),
          t('dashboard.leadersAssessed'),
          t('ui.others'),
          t('dashboard.staffAssessed'),
          t('dashboard.gap'),
          t('dashboard.mark'),
        ],
        rows: ranks.map(write),
        csv: ranks.map(({ agency, leaders, staff, gap, isJammed }) => [
          agency.name,
          leaders,
          agency.usage!.leaders.assessed,
          staff,
          staffOf(agency.usage!).assessed,
          gap,
          isJammed ? 1 : 0,
        ]),
      }}
    >
      {jammed > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {t('dashboard.jams', { count: number(jammed) })}
        </Alert>
      )}
      <Key />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ranks.map((one, index) => (
          <Fragment key={one.agency.id}>
            {skipped > 0 && index === atFirst / 2 && (
              <Box component="li" sx={{ py: 1, textAlign: 'center' }} className="no-print">
                <Button size="small" onClick={() => setWhole(true)}>
                  {t('dashboard.showAll', { count: number(skipped) })}
                </Button>
              </Box>
            )}
            <RankRow rank={one} isOnPaperOnly={skipped > 0 && index >= atFirst / 2 && index < atFirst / 2 + skipped} />
          </Fragment>
        ))}
      </Box>
    </ChartWithTable>
  );
}

const mark = { position: 'absolute', top: '50%', width: 14, height: 14, transform: 'translate(-50%, -50%)' } as const;

function RankRow({ rank: { agency, leaders, staff, gap, isJammed }, isOnPaperOnly }: { rank: Rank; isOnPaperOnly: boolean }) {
  const t = useTranslate();
  const nameOf = useAgencyName();
  const { share, points } = useFormat();
  const at = (value: number) => `${value * 100}%`;
  return (
    <Box
      component="li"
      sx={{
        display: isOnPaperOnly ? 'none' : 'grid',
        '@media print': { display: 'grid', breakInside: 'avoid' },
        gridTemplateColumns: { xs: '1fr', md: 'minmax(200px, 300px) 1fr 250px' },
        columnGap: 2,
        rowGap: 0.5,
        alignItems: 'center',
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Link component={RouterLink} to={`/agencies/${agency.id}/show`} color="inherit">
        {nameOf(agency)}
      </Link>
      <Box
        aria-hidden="true"
        className="keep-colour"
        sx={{ position: 'relative', height: 20, mx: 1, order: { xs: 3, md: 0 }, gridColumn: { xs: '1 / -1', md: 'auto' } }}
      >
        <Box sx={{ position: 'absolute', left: 0, right: 0, top: '50%', height: 4, mt: '-2px', borderRadius: 99, bgcolor: 'divider' }} />
        {leaders !== null && staff !== null && (
          <Box
            sx={{
              position: 'absolute',
              top: '50%',
              height: 4,
              mt: '-2px',
              left: at(Math.min(leaders, staff)),
              width: at(Math.abs(leaders - staff)),
              bgcolor: isJammed ? 'warning.main' : 'text.secondary',
              opacity: isJammed ? 1 : 0.45,
            }}
          />
        )}
        {staff !== null && (
          <Box sx={{ ...mark, left: at(staff), borderRadius: '3px', bgcolor: 'background.paper', border: 3, borderColor: 'staff' }} />
        )}
        {leaders !== null && <Box sx={{ ...mark, left: at(leaders), borderRadius: '50%', bgcolor: 'leaders' }} />}
      </Box>
      <Box sx={{ fontSize: '0.8438rem', textAlign: { xs: 'left', md: 'right' } }}>
        <Box component="span" sx={{ color: 'leaders', fontWeight: 600 }}>
          <Hidden>{t('ui.leaders')} </Hidden>
          {share(leaders)}
        </Box>
        {' / '}
        <Hidden>{t('ui.others')} </Hidden>
        {share(staff)}
        {isJammed && (
          <Box
            component="span"
            sx={{ color: 'warning.main', fontWeight: 600, display: { xs: 'inline', md: 'block' }, ml: { xs: 1.5, md: 0 } }}
          >
            ▲ {t('dashboard.jamBy', { points: points(gap!) })}
          </Box>
        )}
      </Box>
    </Box>
  );
}

/** Read aloud, not shown. */
function Hidden({ children }: { children: React.ReactNode }) {
  return (
    <Box
      component="span"
      sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}
    >
      {children}
    </Box>
  );
}

function Key() {
  const t = useTranslate();
  const shape = { width: 13, height: 13, flex: 'none' } as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2.5, mb: 1.5, fontSize: '0.8125rem' }} className="keep-colour">
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Box sx={{ ...shape, borderRadius: '50%', bgcolor: 'leaders' }} />
        {t('ui.leaders')}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Box sx={{ ...shape, borderRadius: '3px', border: 3, borderColor: 'staff' }} />
        {t('ui.others')}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Box sx={{ width: 28, height: 4, borderRadius: 99, bgcolor: 'warning.main' }} />
        {t('dashboard.jam')}
      </Box>
    </Box>
  );
}
