// All findings the viewer may see, of every review unless one is chosen.
import { useGetList, useTranslate } from 'react-admin';
import { seesOnlyOneself } from '../data/access.js';
import { useMay, useViewer } from '../data/viewer.js';
import type { Review } from '../reviews/documents.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { ChoiceFilter } from '../ui/filters.js';
import { ListPage } from '../ui/ListPage.js';
import { findingColumns } from './columns.js';
import { findingDocuments } from './documents.js';
import { FindingFilters } from './FindingFilters.js';

export function FindingList() {
  const t = useTranslate();
  const isOnlyOneself = seesOnlyOneself(useViewer());
  const mayBegin = useMay('review.change');
  const mayReviews = useMay('review.read');
  const { data: reviews = [], isPending } = useGetList<Review>(
    'reviews',
    { pagination: { page: 1, perPage: 100 } },
    { enabled: mayReviews },
  );
  // A reader who has not chosen a review means the newest one.
  const newest = [...reviews].sort((a, b) => b.windowTo.localeCompare(a.windowTo))[0];
  if (mayReviews && isPending) return <Loading />;
  return (
    <ListPage
      title={t('findings.title')}
      columns={findingColumns}
      documents={findingDocuments}
      filterDefaultValues={newest ? { reviewId: newest.id } : {}}
      filters={
        <>
          <ChoiceFilter
            source="reviewId"
            label="ui.filter.review"
            choices={reviews.map((review) => ({ value: review.id, words: review.title }))}
          />
          {!isOnlyOneself && <FindingFilters />}
        </>
      }
      empty={<Empty title={t('findings.empty')} hint={t(mayBegin ? 'findings.emptyHint' : 'ui.waitForReview')} />}
    />
  );
}
