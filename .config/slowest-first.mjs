// The order of the tests: the longest first, so that no worker sits idle while the other ends one that takes minutes. Jest knows the times of its last run on
// this machine; on a new one there are none, and it would go by the size of the files.
import Sequencer from '@jest/test-sequencer';

/** Two minutes and more when everything runs, roughly by their time. */
const LONGEST = [
  'test/decisions/workflow-model',
  'test/decisions/race.postgres',
  'test/system/killed-orders',
  'test/system/audit-log',
  'test/api/rights-matrix',
  'test/system/sql.mail',
  'test/admin/decisions',
  'test/admin/panel',
  'test/journeys/command-line',
  'test/evidence/import',
  'test/system/start-role',
  'test/system/papers-office',
  'test/api/hostile-values',
  'test/provisioning/dead-system',
  'test/system/shutdown',
  'test/system/first-administrator',
  'test/api/no-act-without-record',
  'test/provisioning/connectors/scim',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((part) => path.includes(`/${part}`));
  return place === -1 ? LONGEST.length : place;
};

export default class SlowestFirst extends Sequencer {
  async sort(tests) {
    const usual = await super.sort(tests);
    return [...usual].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
