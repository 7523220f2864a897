// All findings the viewer may see, of every review unless one is chosen; cases are proposed from those that are chosen.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { seesOnlyOneself } from '../data/access.js';
import { useMay, useViewer } from '../data/viewer.js';
import { ProposeDialog } from '../decisions/acts/ProposeDialog.js';
import { kindOfStep } from '../decisions/case.js';
import { useProposableKinds } from '../decisions/OfficerCases.js';
import type { Review } from '../reviews/documents.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { ChoiceFilter } from '../ui/filters.js';
import { useFormat } from '../ui/format.js';
import { ListPage } from '../ui/ListPage.js';
import { useSelection } from '../ui/selection.js';
import { SelectionBar } from '../ui/SelectionBar.js';
import { findingColumns } from './columns.js';
import { type Finding, findingDocuments } from './documents.js';
import { FindingFilters } from './FindingFilters.js';
import { SetCauseDialog } from './SetCauseDialog.js';

export function FindingList() {
  const t = useTranslate();
  const isOnlyOneself = seesOnlyOneself(useViewer());
  const mayBegin = useMay('review.change');
  const mayReviews = useMay('review.read');
  const { number } = useFormat();
  const kinds = useProposableKinds();
  const selection = useSelection<Finding>(({ officer }) => t('findings.choose', { name: officer.fullName }));
  const [proposing, setProposing] = useState<Finding[]>();
  const [settingCause, setSettingCause] = useState<Finding[]>();
  const maySetCause = useMay('finding.setCause');
  const mayPropose = kinds.length > 1;
  const chosen = [...selection.chosen.values()];
  const toSet = maySetCause ? chosen.filter(({ availableActions }) => availableActions.includes('SET_CAUSE')) : [];
  const { data: reviews = [], isPending } = useGetList<Review>(
    'reviews',
    { pagination: { page: 1, perPage: 100 } },
    { enabled: mayReviews },
  );
  // A reader who has not chosen a review means the newest one.
  const newest = [...reviews].sort((a, b) => b.windowTo.localeCompare(a.windowTo))[0];
  if (mayReviews && isPending) return <Loading />;
  return (
    <>
      <ListPage
        title={t('findings.title')}
        selection={mayPropose || maySetCause ? selection : undefined}
        above={
          <SelectionBar selection={selection} documents={findingDocuments}>
            {toSet.length > 0 && (
              <Button variant="contained" onClick={() => setSettingCause(toSet)}>
                {t('findings.setCause.many', { count: number(toSet.length) })}
              </Button>
            )}
            {maySetCause && toSet.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('findings.setCause.none')}</Box>}
            {mayPropose && (
              <Button variant={toSet.length > 0 ? 'outlined' : 'contained'} onClick={() => setProposing(chosen)}>
                {t('decisions.propose.many', { count: number(chosen.length) })}
              </Button>
            )}
          </SelectionBar>
        }
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
      {settingCause && <SetCauseDialog findings={settingCause} onDone={selection.clear} onClose={() => setSettingCause(undefined)} />}
      {proposing && (
        <ProposeDialog
          people={proposing.map(({ id, officer, agency, nextStep }) => ({
            officerId: officer.id,
            findingId: id,
            fullName: officer.fullName,
            beside: agency.name,
            nextStep,
          }))}
          kind={kindOfStep[proposing[0]!.nextStep]}
          kinds={kinds}
          onDone={selection.clear}
          onClose={() => setProposing(undefined)}
        />
      )}
    </>
  );
}
