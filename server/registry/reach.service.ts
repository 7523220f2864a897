/** How somebody wants to be reached: said by the officer, or for them by the contact or whoever keeps the registry. */
import { scopesOf } from '../identity/actor.js';
import { type Acting, perform } from '../identity/command.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { Refusal } from '../kernel/refusal.js';
import { mailAddress } from './address.rules.js';
import { Officer } from './officer.entity.js';
import { type Reach, reachFaults } from './reach.rules.js';
import { registryAccess } from './registry.access.js';
import { registryMessages } from './registry.messages.js';

/** Takes the place of what was said before; the same again changes nothing. */
export async function setReach(acting: Acting, id: string, wanted: Reach): Promise<string> {
  return perform(acting, async (act) => {
    const officer = await act.load(Officer, id);
    const file = { id, agencyId: officer.agency.id };
    // Whoever may not see the officer is told what they would be told of nobody.
    if (!act.mayDo(registryAccess.readOfficers, file))
      throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
    act.allow(registryAccess.setReach, file);
    const said: Reach = {
      otherEmail: wanted.otherEmail?.trim() || null,
      phone: wanted.phone?.trim() || null,
      prefersPaper: wanted.prefersPaper,
    };
    const faults = reachFaults(said);
    if (faults.length) throw new Refusal(...faults);
    const reach = { ...said, otherEmail: said.otherEmail && mailAddress(said.otherEmail)! };
    // Letters with codes go to that address: only the officer, or whoever keeps the registry, moves it.
    const isOthers = !scopesOf(act.actor, 'OFFICER').includes(id) && !act.mayDo(registryAccess.changeOfficers, undefined);
    if (isOthers && reach.otherEmail !== (officer.otherEmail ?? null))
      throw new Refusal({ code: 'RULE_VIOLATED', path: ['input', 'otherEmail'], message: { text: registryMessages.reachByOthers } });
    const isSame = (Object.keys(reach) as (keyof Reach)[]).every((key) => (officer[key] ?? null) === reach[key]);
    if (officer.erasedAt || isSame) {
      act.unchanged();
      return id;
    }
    Object.assign(officer, reach);
    act.record('officer.setReach', `officer:${id}`, { prefersPaper: reach.prefersPaper, changed: true });
    return id;
  });
}
