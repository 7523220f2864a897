// A review as a campaign: which part is under way, until when, how far each agency is, and which letters were written or are to come.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { useAsk } from '../data/ask.js';
import { ask } from '../data/client.js';
import { useKey } from '../data/kept-under.js';
import { useMay } from '../data/viewer.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { DateVi, MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Mark } from '../ui/Mark.js';
import { type Part, PartBars } from '../ui/PartBars.js';
import { Section } from '../ui/Section.js';
import { type Campaign, CHECK_BARS, type CheckBar, REVIEW_CAMPAIGN } from './campaign.documents.js';

export function CampaignPanel({ reviewId }: { reviewId: string }) {
  const t = useTranslate();
  const seesAll = useMay('review.readProgress');
  const { data, error, isPending, refetch } = useAsk(REVIEW_CAMPAIGN, { id: reviewId, seesAll });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rounded" height={180} />;
  const campaign = data.review;
  if (!campaign) return null;
  return (
    <>
      {campaign.rerunOf && (
        <Alert severity="info" variant="outlined">
          {t(`reviews.campaign.rerun.${campaign.rerunScope}`)}{' '}
          <Link to={`/reviews/${campaign.rerunOf.id}/show`}>{campaign.rerunOf.reference}</Link>
        </Alert>
      )}
      {campaign.stage && <Standing campaign={campaign} />}
      {campaign.stage && seesAll && <Bars reviewId={reviewId} />}
      {campaign.stage && seesAll && campaign.steps.length > 0 && <Steps campaign={campaign} />}
    </>
  );
}

function Standing({ campaign }: { campaign: Campaign }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { progress } = campaign;
  const of = (part: number, whole: number) => t('reviews.campaign.of', { part: number(part), whole: number(whole) });
  const checks = (filter: object) => `/checks?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (
    <Section title={t('reviews.campaign.title')} hint={t(`checks.silence.${campaign.silence}`)}>
      <Facts
        facts={[
          [t('reviews.campaign.stage'), <b>{t(`reviews.campaign.stages.${campaign.stage}`)}</b>],
          [t('reviews.campaign.checkUntil'), <DateVi value={campaign.checkUntil} />],
          !!campaign.contestUntil && [t('reviews.campaign.contestUntil'), <DateVi value={campaign.contestUntil} />],
          [t('reviews.campaign.decideUntil'), <DateVi value={campaign.decideUntil} />],
          !!progress && [t('reviews.campaign.answered'), of(progress.answered, progress.findings)],
          !!progress && [t('reviews.campaign.submitted'), of(progress.submitted, progress.agencies)],
          !!progress && [t('reviews.campaign.confirmed'), of(progress.confirmed, progress.agencies)],
          !!progress && [
            t('reviews.campaign.overdue'),
            progress.overdue > 0 ? (
              <Link to={checks({ reviewId: campaign.id, isOverdue: true })}>
                <Mark look="bad">{number(progress.overdue)}</Mark>
              </Link>
            ) : (
              number(0)
            ),
          ],
          !!progress && [
            t('reviews.campaign.openContests'),
            progress.openContests > 0 ? (
              <Link to={`/findings?filter=${encodeURIComponent(JSON.stringify({ reviewId: campaign.id, isContestOpen: true }))}`}>
                {number(progress.openContests)}
              </Link>
            ) : (
              number(0)
            ),
          ],
          !!progress && [t('reviews.campaign.unanswered'), number(progress.unanswered)],
        ]}
      />
    </Section>
  );
}

async function everyBar(reviewId: string): Promise<CheckBar[]> {
  const all: CheckBar[] = [];
  let after: string | undefined;
  do {
    const { agencyChecks } = await ask(CHECK_BARS, { reviewId, ...(after && { after }) });
    all.push(...agencyChecks.nodes);
    after = agencyChecks.pageInfo.hasNextPage ? (agencyChecks.pageInfo.endCursor ?? undefined) : undefined;
  } while (after);
  return all;
}

function Bars({ reviewId }: { reviewId: string }) {
  const t = useTranslate();
  const { number } = useFormat();
  const nameOf = useAgencyName();
  const { data, error, refetch } = useQuery({ queryKey: useKey('CheckBars', reviewId), queryFn: () => everyBar(reviewId), retry: false });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={300} />;
  const parts: Part[] = [
    { name: 'confirmed', words: t('reviews.campaign.bar.confirmed'), colour: 'success.main' },
    { name: 'contested', words: t('reviews.campaign.bar.contested'), colour: 'warning.main', isStriped: true },
    { name: 'open', words: t('reviews.campaign.bar.open'), colour: 'text.disabled' },
  ];
  const countsOf = ({ answered, contested, findings }: CheckBar) => ({
    confirmed: answered - contested,
    contested,
    open: findings - answered,
  });
  const inOrder = [...data].sort((a, b) => b.findings - b.answered - (a.findings - a.answered));
  return (
    <ChartWithTable
      title={t('reviews.campaign.bars')}
      hint={t('reviews.campaign.barsHint')}
      file="agency-checks"
      table={{
        head: [t('ui.filter.agency'), ...parts.map(({ words }) => words), t('checks.column.state')],
        rows: inOrder.map((bar) => [
          <Link to={`/checks/${bar.id}/show`}>{nameOf(bar.agency)}</Link>,
          ...Object.values(countsOf(bar)).map(number),
          t(`checks.state.${bar.state}`),
        ]),
        csv: inOrder.map((bar) => [bar.agency.name, ...Object.values(countsOf(bar)), bar.state]),
      }}
    >
      <PartBars
        parts={parts}
        rows={inOrder.map((bar) => ({
          key: bar.id,
          label: (
            <>
              <Link to={`/checks/${bar.id}/show`}>{nameOf(bar.agency)}</Link>
              {bar.isOverdue && (
                <Box component="span" sx={{ color: 'error.main', ml: 1 }}>
                  {t('reviews.campaign.isOverdue')}
                </Box>
              )}
            </>
          ),
          counts: countsOf(bar),
        }))}
      />
    </ChartWithTable>
  );
}

function Steps({ campaign }: { campaign: Campaign }) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Section title={t('reviews.campaign.steps')} hint={t('reviews.campaign.stepsHint')}>
      <Box component="ol" sx={{ m: 0, pl: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {campaign.steps.map((step) => (
          <Box component="li" key={step.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <Box sx={{ flex: '0 0 150px' }}>
              <MomentVi value={step.dueAt} />
            </Box>
            <Box sx={{ flex: '1 1 260px' }}>{t(`reviews.campaign.step.${step.kind}`)}</Box>
            <Box>
              {step.doneAt ? (
                <Mark look={step.unreached > 0 ? 'look' : 'good'}>
                  {t('reviews.campaign.stepDone', { letters: number(step.letters) })}
                  {step.unreached > 0 && ` · ${t('reviews.campaign.unreached', { count: number(step.unreached) })}`}
                </Mark>
              ) : (
                <Mark look="quiet">{t('reviews.campaign.stepToCome')}</Mark>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
