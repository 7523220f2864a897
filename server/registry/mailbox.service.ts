/** Mailboxes as facts: recorded, corrected, and taken from whoever holds them by mistake or no longer. */
import { type Acting, perform } from '../identity/command.js';
import { dayNumber } from '../kernel/calendar.js';
import { Refusal } from '../kernel/refusal.js';
import { mailAddress } from './address.rules.js';
import { Mailbox, type MailboxKind, MailboxPeriod } from './mailbox.entity.js';
import { writeOfficers } from './officer-changes.js';
import { Officer } from './officer.entity.js';
import { refuseOwnFile } from './own-file.js';
import { registerFor } from './register.read.js';
import { registryAccess } from './registry.access.js';
import { registryMessages } from './registry.messages.js';
import { searchText } from '../kernel/search.rules.js';

/** Records a mailbox as a fact: kind, holder and day of creation; made, linked or corrected. */
export async function recordMailbox(
  acting: Acting,
  input: { address: string; kind: MailboxKind; officerId?: string | null; createdOn?: string | null },
): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeMailboxes, undefined);
    const address = mailAddress(input.address);
    if (!address) throw new Refusal({ code: 'INVALID', path: ['input', 'address'], message: { text: registryMessages.address } });
    const officer = input.officerId ? await act.load(Officer, input.officerId, ['input', 'officerId']) : null;
    refuseOwnFile(act, officer?.id);
    refuseOwnFile(act, (await act.em.findOne(Mailbox, { address }))?.officer?.id);
    const { register, ids } = await registerFor(act.em, act.today, { officerCodes: officer ? [officer.code] : [], addresses: [address] });
    const held = register.mailboxes.get(address);
    if (held?.officerCode && officer && held.officerCode !== officer.code) {
      throw new Refusal({
        code: 'DUPLICATE',
        path: ['input', 'address'],
        message: { text: registryMessages.mailboxHeld, values: { address, code: held.officerCode } },
      });
    }
    const createdOn = input.createdOn === undefined ? (held?.createdOn ?? null) : input.createdOn;
    if (officer) {
      const actOf = !held ? 'CREATE' : held.officerCode ? 'UPDATE' : 'LINK';
      await writeOfficers(
        act,
        [
          {
            code: officer.code,
            isNew: false,
            facts: {},
            posting: null,
            mailbox: { act: actOf, address, kind: input.kind, createdOn, replaces: null },
          },
        ],
        ids,
        'mailbox.record',
      );
    } else {
      const at = act.now.toISOString();
      const [made] = await act.em.execute<{ id: string }[]>(
        `insert into mailbox (id, created_at, updated_at, address, kind, state, expected_state, created_on) values (gen_random_uuid(), ?, ?, ?, ?, 'ACTIVE', 'ACTIVE', ?)
         on conflict (address) do update set kind = excluded.kind, created_on = excluded.created_on, version = mailbox.version + 1, updated_at = excluded.updated_at returning id`,
        [at, at, address, input.kind, createdOn],
      );
      act.record('mailbox.record', `mailbox:${made!.id}`, { address, kind: input.kind, createdOn });
    }
    const [{ id }] = (await act.em.execute<{ id: string }[]>('select id from mailbox where address = ?', [address])) as [{ id: string }];
    return id;
  });
}

/**
 * Takes a mailbox from its holder: with a day from the day after it on, without one as if it had never been theirs (a mistake of
 * entry). Findings of reviews opened before stay as they were frozen (T-5). Afterwards the mailbox can be given to somebody else.
 */
export async function releaseMailbox(acting: Acting, input: { address: string; lastDay?: string | null }): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeMailboxes, undefined);
    const mailbox = await act.em.findOne(Mailbox, { address: mailAddress(input.address) ?? '' }, { populate: ['officer'] });
    const officer = mailbox?.officer?.unwrap();
    if (!mailbox || !officer)
      throw new Refusal({ code: 'NOT_FOUND', path: ['address'], message: { text: registryMessages.mailboxNotHeld } });
    refuseOwnFile(act, officer.id);
    const lastDay = input.lastDay ?? null;
    const periods = await act.em.find(MailboxPeriod, { mailbox: mailbox.id, officer: officer.id });
    for (const period of periods) {
      const isBegun = !period.fromOn || (lastDay !== null && dayNumber(period.fromOn) <= dayNumber(lastDay));
      if (lastDay === null || !isBegun) act.em.remove(period);
      else if (!period.untilOn || dayNumber(period.untilOn) > dayNumber(lastDay)) period.untilOn = lastDay;
    }
    mailbox.officer = null;
    if (officer.mailboxId === mailbox.id) {
      officer.mailboxId = null;
      officer.searchText = searchText(officer.fullName, officer.code);
    }
    act.record('mailbox.release', `officer:${officer.id}`, { address: mailbox.address, lastDay });
    return mailbox.id;
  });
}
