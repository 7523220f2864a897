// One review: its figures, the policy it was made by, and every finding in it.
import { useTranslate } from 'react-admin';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import { seesOnlyOneself } from '../data/access.js';
import { useMay, useViewer } from '../data/viewer.js';
import { findingColumns } from '../findings/columns.js';
import { findingDocuments } from '../findings/documents.js';
import { FindingFilters } from '../findings/FindingFilters.js';
import { ReviewLists } from '../publication/ReviewLists.js';
import { DateVi, MomentVi } from '../ui/DateVi.js';
import { Empty } from '../ui/Empty.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { FiguresPanel } from '../ui/FiguresPanel.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { SubList } from '../ui/SubList.js';
import { CampaignPanel } from './CampaignPanel.js';
import { REVIEW_POLICY, type Review } from './documents.js';
import { ReviewActs } from './ReviewActs.js';

const columns = findingColumns.filter((column) => column.source !== 'review');

export function ReviewShow() {
  return <RecordPage<Review>>{(review) => <ReviewPage review={review} />}</RecordPage>;
}

function ReviewPage({ review }: { review: Review }) {
  const t = useTranslate();
  const { day } = useFormat();
  const viewer = useViewer();
  const mayFigures = useMay('review.readFigures');
  const isOnlyOneself = seesOnlyOneself(viewer);
  const seesCity = useMay('agency.orderByShare');
  return (
    <>
      <PageHead
        title={review.title}
        hint={`${review.reference} · ${t(`ui.state.${review.state}`)} · ${day(review.windowFrom)} – ${day(review.windowTo)}`}
        trail={[{ to: '/reviews', words: t('reviews.title') }]}
        actions={<ReviewActs review={review} hasCheck={review.checkUntil !== null} />}
      />
      <CampaignPanel reviewId={review.id} />
      {mayFigures && (
        <FiguresPanel
          title={viewer?.agency && !seesCity ? t('reviews.figuresOfAgency', { agency: viewer.agency.name }) : t('reviews.figures')}
          hint={t('reviews.figuresHint')}
          file={`review-${review.reference}`}
          figures={review.figures}
        />
      )}
      <SubList
        resource="findings"
        title={t('reviews.findings')}
        filter={{ reviewId: review.id }}
        columns={columns}
        documents={findingDocuments}
        filters={isOnlyOneself ? undefined : <FindingFilters />}
        isOneRow={isOnlyOneself}
        empty={<Empty title={t('reviews.noFindings')} hint={t('reviews.noFindingsHint')} />}
      />
      {(review.state === 'FINALISED' || review.state === 'PUBLISHED') && <ReviewLists review={review} />}
      <PolicyFacts review={review} />
      <AuditTrail subject={`review:${review.id}`} />
    </>
  );
}

function PolicyFacts({ review }: { review: Review }) {
  const t = useTranslate();
  const { share, number } = useFormat();
  const { data, error } = useAsk(REVIEW_POLICY, { id: review.id });
  const policy = data?.review?.policy;
  return (
    <Section title={t('reviews.policy')} hint={t('reviews.policyHint')}>
      {error && <FaultNote error={error} />}
      <Facts
        facts={[
          [t('reviews.openedAt'), <MomentVi value={review.openedAt} />],
          !!review.finalisedAt && [t('reviews.finalisedAt'), <MomentVi value={review.finalisedAt} />],
          !!policy && [t('reviews.policyVersion'), number(policy.version)],
          !!policy && [t('reviews.effectiveOn'), <DateVi value={policy.effectiveOn} />],
          !!policy && [t('reviews.windowDays'), t('reviews.days', { count: number(policy.windowDays) })],
          !!policy && [t('reviews.acts'), policy.acts.map((act) => t(`reviews.act.${act}`)).join(', ')],
          !!policy && [t('reviews.regularShare'), share(policy.regularShare)],
          !!policy && [t('reviews.minimumCoverage'), share(policy.minimumCoverage)],
          !!policy && [t('reviews.minimumAssessableDays'), t('reviews.days', { count: number(policy.minimumAssessableDays) })],
          !!policy && [t('reviews.newMailboxGraceDays'), t('reviews.days', { count: number(policy.newMailboxGraceDays) })],
          !!policy && [t('reviews.contestDays'), t('reviews.workingDays', { count: number(policy.contestDays) })],
        ]}
      />
    </Section>
  );
}
