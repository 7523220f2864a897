// The filters of a list of orders.
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { MAIL_SYSTEMS } from '../mail-systems/documents.js';
import { ChoiceFilter, ChoicesFilter, SearchFilter, YesNoFilter } from '../ui/filters.js';
import { orderStates } from './documents.js';

export function OrderFilters() {
  const t = useTranslate();
  const { data } = useAsk(MAIL_SYSTEMS, {});
  return (
    <>
      <SearchFilter hint="mailOrders.searchHint" />
      <YesNoFilter source="needsPerson" label="mailOrders.filter.needsPerson" yes="mailOrders.filter.yes" no="mailOrders.filter.no" />
      <ChoicesFilter
        source="state"
        label="mailOrders.column.state"
        choices={orderStates.map((state) => ({ value: state, words: t(`decisions.orderState.${state}`) }))}
      />
      <YesNoFilter source="isHeld" label="mailOrders.filter.isHeld" yes="ui.yes" no="ui.no" />
      <ChoiceFilter
        source="connector"
        label="mailOrders.column.connector"
        choices={(data?.mailSystems ?? []).map(({ name }) => ({ value: name, words: name }))}
      />
    </>
  );
}
