// The checks of agencies: for the task force all of them, what is overdue one click away; for a contact or a head their own.
import { useTranslate } from 'react-admin';
import { useMay, useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { AgencyFilter, ChoicesFilter, YesNoFilter } from '../ui/filters.js';
import { ListPage } from '../ui/ListPage.js';
import { checkColumns } from './columns.js';
import { checkDocuments, checkStates } from './documents.js';

export function CheckList() {
  const t = useTranslate();
  const viewer = useViewer();
  const seesSignals = useMay('agencyCheck.readSignals');
  const isOne = !!viewer?.agency;
  return (
    <ListPage
      title={t('checks.title')}
      columns={seesSignals ? checkColumns : checkColumns.filter(({ source }) => source !== 'signals')}
      documents={checkDocuments}
      filterDefaultValues={{ isOpen: true }}
      filters={
        <>
          <YesNoFilter source="isOpen" label="checks.filter.review" yes="checks.filter.open" no="checks.filter.closed" />
          <YesNoFilter source="isOverdue" label="checks.filter.end" yes="checks.filter.overdue" no="checks.filter.inTime" />
          <ChoicesFilter
            source="state"
            label="checks.column.state"
            choices={checkStates.map((state) => ({ value: state, words: t(`checks.state.${state}`) }))}
          />
          {!isOne && <AgencyFilter />}
        </>
      }
      empty={<Empty title={t('checks.empty')} hint={t('checks.emptyHint')} />}
    />
  );
}
