/** The address of a mailbox to be provided, which nobody else has. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import { firstFree, localPartOf } from './mailbox-address.rules.js';

/** The wanted address where it is still free for the officer, else the next like it. */
export async function freeAddress(em: SqlEntityManager, officerId: string, wanted: string | null): Promise<string> {
  const [officer] = await executeBound<{ full_name: string; mail_domain: string | null }>(
    em,
    'select o.full_name, a.mail_domain from officer o join agency a on a.id = o.agency_id where o.id = $1::uuid',
    [officerId],
  );
  const [localPart, domain] = wanted
    ? [wanted.slice(0, wanted.lastIndexOf('@')), wanted.slice(wanted.lastIndexOf('@') + 1)]
    : [localPartOf(officer!.full_name), officer!.mail_domain];
  if (!domain) throw new Error('A mailbox cannot be provided: the agency has no mail domain.');
  const taken = await executeBound<{ address: string }>(
    em,
    `select address from mailbox where starts_with(address, $1) and address like $2 and officer_id is distinct from $3::uuid`,
    [localPart, `%@${domain}`, officerId],
  );
  const addresses = new Set(taken.map(({ address }) => address));
  return firstFree(localPart, domain, (address) => addresses.has(address));
}
