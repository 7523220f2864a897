// Every mailbox: what it is, whether that is what decisions want, who holds it, where it lies.
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { MAIL_SYSTEMS } from '../mail-systems/documents.js';
import { Empty } from '../ui/Empty.js';
import { AgencyFilter, ChoiceFilter, ChoicesFilter, SearchFilter, YesNoFilter } from '../ui/filters.js';
import { ListPage } from '../ui/ListPage.js';
import { mailboxColumns } from './columns.js';
import { mailboxDocuments, mailboxStates } from './documents.js';

export function MailboxList() {
  const t = useTranslate();
  const maySystems = useMay('mailSystem.read');
  const mayLoad = useMay('agency.change');
  const systems = useAsk(MAIL_SYSTEMS, {}, maySystems).data?.mailSystems ?? [];
  return (
    <ListPage
      title={t('mailboxes.title')}
      columns={mailboxColumns}
      documents={mailboxDocuments}
      filters={
        <>
          <SearchFilter hint="mailboxes.searchHint" />
          <AgencyFilter />
          <ChoicesFilter
            source="state"
            label="mailboxes.column.state"
            choices={mailboxStates.map((state) => ({ value: state, words: t(`mailboxes.state.${state}`) }))}
          />
          <YesNoFilter
            source="isOtherwise"
            label="mailboxes.filter.isOtherwise"
            yes="mailboxes.filter.differing"
            no="mailboxes.filter.asWanted"
          />
          <YesNoFilter source="isLocked" label="mailboxes.filter.isLocked" yes="ui.yes" no="ui.no" />
          <YesNoFilter source="awaitsPassword" label="mailboxes.filter.awaitsPassword" yes="ui.yes" no="ui.no" />
          {systems.length > 0 && (
            <ChoiceFilter
              source="connector"
              label="mailboxes.column.connector"
              choices={systems.map(({ name }) => ({ value: name, words: name }))}
            />
          )}
        </>
      }
      empty={<Empty title={t('mailboxes.empty')} hint={t(mayLoad ? 'mailboxes.emptyHint' : 'ui.waitForList')} />}
    />
  );
}
