// The filters of findings: by agency, tier, leader and cause.
import { useTranslate } from 'react-admin';
import { AgencyFilter, ChoicesFilter, YesNoFilter } from '../ui/filters.js';
import { TierFilter } from '../ui/TierFilter.js';
import { causes } from './cause.js';

export function FindingFilters() {
  const t = useTranslate();
  return (
    <>
      <AgencyFilter />
      <TierFilter />
      <YesNoFilter source="isLeader" label="ui.filter.isLeader" yes="ui.filter.onlyLeaders" no="ui.filter.onlyStaff" />
      <ChoicesFilter
        source="cause"
        label="ui.filter.cause"
        choices={causes.map((cause) => ({ value: cause, words: t(`ui.cause.${cause}`) }))}
      />
      <YesNoFilter source="causeMissing" label="ui.filter.causeMissing" yes="ui.filter.causeUnset" no="ui.filter.causeSet" />
      <YesNoFilter source="isContestOpen" label="ui.filter.contest" yes="ui.filter.contestOpen" no="ui.filter.contestNone" />
      <YesNoFilter source="isAnswered" label="ui.filter.answered" yes="ui.filter.answeredYes" no="ui.filter.answeredNo" />
    </>
  );
}
