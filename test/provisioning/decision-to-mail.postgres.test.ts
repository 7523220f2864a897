/** From the decision to the mail system and back: does a mailbox follow the decision in force, whoever holds it by then, and is only such a decision given again? */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { repairDrifts } from '../../server/provisioning/drift.service.js';
import { reconcile } from '../../server/provisioning/reconcile.service.js';
import { recordMailbox, releaseMailbox } from '../../server/registry/mailbox.service.js';
import { MailboxKind } from '../../server/registry/mailbox.entity.js';
import { adopt, inForce } from '../decisions/case-steps.js';
import { DecisionWorld, done } from '../decisions/decision-world.js';
import { CaseRoom } from '../journeys/case-room.js';
import { World } from '../support/world.js';
import { MailWorld, SYSTEM } from './mail-world.js';

const REVOCATION = { kind: 'MAILBOX_REVOCATION' } as const;
let world: World;
let mail: MailWorld;
let town: DecisionWorld;
let officerId = '';
let findingId = '';
let mailboxId = '';
let address = '';
beforeAll(async () => {
  world = await World.open();
  mail = await MailWorld.open(world);
}, 60_000);
beforeEach(async () => {
  town = await DecisionWorld.build(world, { never: 2, members: 3, cause: 'NO_NEED' });
  await mail.connect();
  ({ officerId, findingId } = town.never[1]!);
  mailboxId = await mail.mailboxOf(officerId);
  [{ address }] = (await mail.rows<{ address: string }>('select address from mailbox where id = $1::uuid', [mailboxId])) as [
    { address: string },
  ];
  await mail.existing([address]);
}, 60_000);
afterAll(async () => {
  await world.close();
  await mail.close();
}, 60_000);

const carriedOut = async () => {
  await mail.runner.drain();
  return mail.there(address);
};

/** Compares, repairs what differs; the refusals. */
async function repaired(): Promise<string[]> {
  await reconcile(mail.admin, SYSTEM);
  const drifts = await mail.rows<{ id: string }>('select id from mail_drift where settled_at is null and mailbox_id = $1::uuid', [
    mailboxId,
  ]);
  expect(drifts).toHaveLength(1);
  const { refused } = await repairDrifts(mail.admin, [drifts[0]!.id], true);
  return refused.map(({ code }) => code);
}

const byHand = (state: string) => mail.bench.run('update mailbox set state = $2 where address = $1', [address, state]);

test('what somebody opened or closed by hand is given the order of the decision that holds: in force, stayed, upheld, reversed', async () => {
  const [id] = (await inForce(town, [findingId], REVOCATION)) as [string];
  expect(await carriedOut()).toBe('REVOKED');
  world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + 60_000));
  await byHand('active');
  expect(await repaired()).toEqual([]);
  expect(await carriedOut()).toBe('REVOKED');
  done(await appeal(town.officer(officerId), id, { text: 'Tôi vẫn cần hộp thư' }));
  expect(await carriedOut()).toBe('ACTIVE');
  await town.later(1);
  await byHand('revoked');
  expect(await repaired()).toEqual([]);
  expect(await carriedOut()).toBe('ACTIVE');
  done(await settle(town.chair, id, { uphold: false, text: 'Đồng ý' }));
  await town.later(1);
  await byHand('suspended');
  expect(await repaired()).toEqual([]);
  expect(await carriedOut()).toBe('ACTIVE');
  // Should the registry ever want what only a reversed decision wanted, that decision is not given again.
  await town.later(1);
  await mail.rows(`update mailbox set expected_state = 'REVOKED' where id = $1::uuid`, [mailboxId]);
  expect(await repaired()).toEqual(['RULE_VIOLATED']);
});

test('a decision about one officer does not close a mailbox that is another’s by then', async () => {
  const ids = (await town.voting(1, { findingIds: [findingId], ...REVOCATION })) as [string];
  await adopt(town, ids[0]);
  await releaseMailbox(mail.admin, { address, lastDay: world.ground.clock.today() });
  const other = await world.officer(town.agency, { fullName: 'Phạm Thị Hoa', mailboxAddress: null, sinceOn: '2020-01-01' });
  await recordMailbox(mail.admin, { address, kind: MailboxKind.PERSONAL, officerId: other });
  done(await enterIntoForce(town.secretary, ids, {}));
  expect(await town.state(ids[0])).toBe('IN_FORCE');
  expect(await carriedOut()).toBe('ACTIVE');
  done(await appeal(town.officer(officerId), ids[0], { text: 'Tôi vẫn cần hộp thư' }));
  done(await settle(town.chair, ids[0], { uphold: true, text: 'Giữ nguyên' }));
  expect(await carriedOut()).toBe('ACTIVE');
});

test('the end of a decision does not open a mailbox that a decision about its holder of today has closed', async () => {
  const [first] = (await inForce(town, [findingId], REVOCATION)) as [string];
  await carriedOut();
  const other = town.never[0]!;
  await mail.rows(`update mailbox set officer_id = $2::uuid, expected_state = 'ACTIVE' where id = $1::uuid`, [mailboxId, other.officerId]);
  await mail.rows('update officer set mailbox_id = null where id = $1::uuid', [officerId]);
  await mail.rows('update officer set mailbox_id = $1::uuid where id = $2::uuid', [mailboxId, other.officerId]);
  await inForce(town, [other.findingId], REVOCATION);
  expect(await carriedOut()).toBe('REVOKED');
  done(await appeal(town.officer(officerId), first, { text: 'Tôi vẫn cần hộp thư' }));
  expect(await carriedOut()).toBe('REVOKED');
});

test('who is given a closed mailbox has it from the day it opens, not before (T-2)', async () => {
  await mail.order(mailboxId, 'REVOKE');
  await carriedOut();
  await releaseMailbox(mail.admin, { address, lastDay: world.ground.clock.today() });
  const other = await world.officer(town.agency, { fullName: 'Phạm Thị Hoa', mailboxAddress: null, sinceOn: '2020-01-01' });
  await recordMailbox(mail.admin, { address, kind: MailboxKind.PERSONAL, officerId: other });
  const days = () =>
    mail.rows<{ from: string; until: string | null }>(
      'select from_on::text as "from", until_on::text as "until" from mailbox_period where officer_id = $1::uuid',
      [other],
    );
  expect(await days()).toEqual([]);
  await town.later(5);
  await mail.order(mailboxId, 'RESTORE');
  await carriedOut();
  expect(await days()).toEqual([{ from: world.ground.clock.today(), until: null }]);
});

test('what a mail system said, which may tell of the city’s machines, is not told to the officer or the committee', async () => {
  await mail.bench.way.spoil('cut');
  const [id] = (await inForce(town, [findingId], REVOCATION)) as [string];
  await mail.runner.drain();
  await mail.bench.way.mend();
  const room = new CaseRoom(town);
  const told = async (who: Parameters<CaseRoom['ask']>[0]) =>
    (await room.ask(who, `{ decision(id: "${id}") { orders { state attempts message attemptLog { message } } } }`)).decision.orders[0];
  const silent = { state: 'WAITING', attempts: 1, message: null, attemptLog: [] };
  expect(await told(await town.person('OFFICER', 'Cán bộ', officerId))).toEqual(silent);
  expect(await told(town.members[1]!)).toEqual(silent);
  expect(await told(town.secretary)).toEqual({ ...silent, message: expect.any(String) });
});
