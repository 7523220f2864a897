/** Nobody changes the own file, whatever other role they hold: post, absences and mailbox decide how one is judged. */
import type { Act } from '../identity/command.js';
import { Denial } from '../kernel/refusal.js';
import { isOwnOfficer } from './registry.access.js';
import { registryMessages } from './registry.messages.js';

export function refuseOwnFile(act: Act, officerId: string | null | undefined): void {
  if (officerId && isOwnOfficer(act.actor, officerId)) throw new Denial('FORBIDDEN', { text: registryMessages.ownFile });
}
