// All reviews, the newest first as the server gives them.
import { useTranslate } from 'react-admin';
import { useMay } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ListPage } from '../ui/ListPage.js';
import { reviewColumns } from './columns.js';
import { reviewDocuments } from './documents.js';

export function ReviewList() {
  const t = useTranslate();
  const mayBegin = useMay('review.change');
  return (
    <ListPage
      title={t('reviews.title')}
      columns={reviewColumns}
      documents={reviewDocuments}
      empty={<Empty title={t('reviews.empty')} hint={t(mayBegin ? 'reviews.emptyHint' : 'ui.waitForReview')} />}
    />
  );
}
