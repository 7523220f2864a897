// All agencies with their shares; sorting by the leaders' share shows where leaders stay away.
import { useTranslate } from 'react-admin';
import { useMay } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ChoicesFilter, SearchFilter } from '../ui/filters.js';
import { ListPage } from '../ui/ListPage.js';
import { agencyColumns } from './columns.js';
import { agencyDocuments } from './documents.js';

const kinds = ['DEPARTMENT', 'URBAN_DISTRICT', 'RURAL_DISTRICT', 'WARD', 'COMMUNE', 'SPECIAL_ZONE', 'PUBLIC_SERVICE_UNIT', 'OTHER'];

export function AgencyList() {
  const t = useTranslate();
  const mayBegin = useMay('agency.change');
  return (
    <ListPage
      title={t('agencies.title')}
      columns={agencyColumns}
      documents={agencyDocuments}
      sort={{ field: 'name', order: 'ASC' }}
      filters={
        <>
          <SearchFilter hint="agencies.searchHint" />
          <ChoicesFilter
            source="kind"
            label="ui.filter.kind"
            choices={kinds.map((kind) => ({ value: kind, words: t(`ui.kind.${kind}`) }))}
          />
        </>
      }
      empty={<Empty title={t('agencies.empty')} hint={t(mayBegin ? 'agencies.emptyHint' : 'ui.waitForList')} />}
    />
  );
}
