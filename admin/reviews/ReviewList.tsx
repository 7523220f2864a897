// All reviews, the newest first as the server gives them.
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ListPage } from '../ui/ListPage.js';
import { reviewColumns } from './columns.js';
import { reviewDocuments } from './documents.js';
import { OpenDialog } from './OpenDialog.js';

export function ReviewList() {
  const t = useTranslate();
  const mayBegin = useMay('review.change');
  const [isOpening, setOpening] = useState(false);
  return (
    <ListPage
      title={t('reviews.title')}
      actions={
        mayBegin && (
          <>
            <Button variant="contained" onClick={() => setOpening(true)}>
              {t('reviews.open.title')}
            </Button>
            <Button component={Link} to="/reviews/definitions" variant="outlined">
              {t('reviews.definitions.title')}
            </Button>
            {isOpening && <OpenDialog onClose={() => setOpening(false)} />}
          </>
        )
      }
      columns={reviewColumns}
      documents={reviewDocuments}
      empty={<Empty title={t('reviews.empty')} hint={t(mayBegin ? 'reviews.emptyHint' : 'ui.waitForReview')} />}
    />
  );
}
