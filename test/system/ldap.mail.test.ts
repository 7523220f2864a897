/** Do mailboxes in a real directory follow orders as every connector promises? Both ways of keeping a state, on slapd. */
import { conformance } from '../provisioning/conformance.js';
import { LdapBench, type Variant } from '../provisioning/ldap-bench.js';

async function open(variant: Variant) {
  const bench = await LdapBench.open(variant);
  return {
    connector: bench.connector(),
    newId: bench.newId,
    stateSeen: (address: string) => bench.stateSeen(address),
    passwordFits: (address: string, password: string) => bench.passwordFits(address, password),
    breakOff: async () => {
      const mend = bench.proxy.breakOff();
      return async () => mend();
    },
    close: () => bench.close(),
  };
}

conformance('directory, revoked entries moved', () => open('MOVE'));
conformance('directory, state in an attribute', () => open('ATTRIBUTE'));
