/** Nobody changes the own file, whatever other role they hold: post, absences and mailbox decide how one is judged. */
import { scopesOf } from '../identity/actor.js';
import type { Act } from '../identity/command.js';
import { Denial } from '../kernel/refusal.js';
import { isOwnOfficer } from './registry.access.js';
import { registryMessages } from './registry.messages.js';

/** Codes of the own files and addresses of the mailboxes they hold or held, for those who are officers too. */
export async function ownRecords(act: Act): Promise<{ codes: Set<string>; addresses: Set<string> }> {
  const own = scopesOf(act.actor, 'OFFICER');
  if (!own.length) return { codes: new Set(), addresses: new Set() };
  const rows = await act.em.execute<{ code: string; address: string | null }[]>(
    'select o.code, m.address from officer o left join mailbox m on m.officer_id = o.id where o.id = any(?::uuid[])',
    [`{${own.join(',')}}`],
  );
  return { codes: new Set(rows.map(({ code }) => code)), addresses: new Set(rows.flatMap(({ address }) => address ?? [])) };
}

export function refuseOwnFile(act: Act, officerId: string | null | undefined): void {
  if (officerId && isOwnOfficer(act.actor, officerId)) throw new Denial('FORBIDDEN', { text: registryMessages.ownFile });
}
