/** Words of keeping, as the schema names them. */
import { registerEnumType } from 'type-graphql';
import { PERIOD_UNITS, type PeriodUnit as Name } from '../../kernel/retention.rules.js';

export const PeriodUnit = Object.fromEntries(PERIOD_UNITS.map((name) => [name, name])) as { [N in Name]: N };

registerEnumType(PeriodUnit, {
  name: 'PeriodUnit',
  description: 'In which unit a period is counted.',
  valuesConfig: {
    DAYS: { description: 'Days.' },
    MONTHS: { description: 'Months of the calendar.' },
    YEARS: { description: 'Years.' },
  },
});
