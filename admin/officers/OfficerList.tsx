// All officers: found by name with or without diacritics, by agency, tier, leader, state of the mailbox.
import { useTranslate } from 'react-admin';
import { seesOnlyOneself } from '../data/access.js';
import { useMay, useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { AgencyFilter, ChoicesFilter, SearchFilter, YesNoFilter } from '../ui/filters.js';
import { ListPage } from '../ui/ListPage.js';
import { TierFilter } from '../ui/TierFilter.js';
import { officerColumns } from './columns.js';
import { officerDocuments } from './documents.js';

const states = ['NONE', 'PENDING', 'ACTIVE', 'SUSPENDED', 'REVOKED'];

export function OfficerList() {
  const t = useTranslate();
  const mayMailboxes = useMay('officer.readMailbox');
  const mayFindings = useMay('finding.read');
  const mayLoad = useMay('agency.change');
  const isOnlyOneself = seesOnlyOneself(useViewer());
  return (
    <ListPage
      title={t('officers.title')}
      columns={officerColumns}
      documents={officerDocuments}
      sort={{ field: 'fullName', order: 'ASC' }}
      isOneRow={isOnlyOneself}
      filters={
        <>
          <SearchFilter hint="officers.searchHint" />
          <AgencyFilter />
          {mayFindings && <TierFilter />}
          <YesNoFilter source="isLeader" label="ui.filter.isLeader" yes="ui.filter.onlyLeaders" no="ui.filter.onlyStaff" />
          {mayMailboxes && (
            <ChoicesFilter
              source="mailboxState"
              label="ui.filter.mailboxState"
              choices={states.map((state) => ({ value: state, words: t(`ui.mailbox.${state}`) }))}
            />
          )}
        </>
      }
      empty={<Empty title={t('officers.empty')} hint={t(mayLoad ? 'officers.emptyHint' : 'ui.waitForList')} />}
    />
  );
}
