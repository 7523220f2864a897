/** Somebody of whom every room holds something, planted with texts that are looked for afterwards; and how the whole store is read. */
import { appeal, settle } from '../../../server/decisions/appeal.service.js';
import { castVotes } from '../../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../../server/decisions/enactment.service.js';
import { answerExplanation, explain, giveNotice } from '../../../server/decisions/hearing.service.js';
import { declareConflict, openVotes } from '../../../server/decisions/vote.service.js';
import { addDays } from '../../../server/kernel/calendar.js';
import { uploadAttachment } from '../../../server/notices/attachment.service.js';
import { recordReceipts } from '../../../server/notices/letter.service.js';
import { givePaper } from '../../../server/publication/papers/paper.service.js';
import { publishReview } from '../../../server/publication/publish.service.js';
import { officerLeaves, recordAbsence, updateOfficer } from '../../../server/registry/officer.service.js';
import { setCause } from '../../../server/review/cause.service.js';
import { createClass } from '../../../server/training/class.service.js';
import { requestSeats } from '../../../server/training/request.service.js';
import { withdrawEnrolments } from '../../../server/training/seat.service.js';
import { withdrawCases } from '../../../server/decisions/withdraw.service.js';
import { addEvidence } from '../../review/review-world.js';
import { Canaries, STORED } from '../../support/canaries.js';
import type { World } from '../../support/world.js';
import { adopt } from '../../decisions/case-steps.js';
import { DecisionWorld, done, type Person } from '../../decisions/decision-world.js';

/** Begins the kinds of texts that stand where somebody acted for an agency, not in the own file. */
export const IN_THE_WORK_OF_OTHERS = 'elsewhere,';

const PDF = Buffer.from('%PDF-1.7 giấy tờ');

export interface WholePerson {
  town: DecisionWorld;
  officerId: string;
  caseId: string;
  account: Person;
  /** What must be gone once the person is erased. */
  canaries: Canaries;
}

/** Never used the mailbox, was excluded, explained and appealed in vain, went to no class, was published, has an account, and has left. */
export async function wholePerson(world: World): Promise<WholePerson> {
  const town = await DecisionWorld.build(world, { members: 5, never: 3, cause: null });
  const [{ officerId, findingId }] = town.never as [{ officerId: string; findingId: string }];
  const canaries = new Canaries();
  const plant = (kind: string) => canaries.add(kind, STORED);
  /** In what others read too, so that the own file does not repeat it. */
  const plantedHere = (kind: string) => plant(`${IN_THE_WORK_OF_OTHERS} ${kind}`);
  for (const [kind, text] of [
    ['former name', 'Nguyễn Văn IDLE'],
    ['mailbox', 'idle@snv.example'],
  ] as const)
    canaries.add(kind, STORED, text);
  const name = `Nguyễn ${plant('name')}`;
  const account = await town.person('OFFICER', name, officerId, officerId);
  canaries.add('e-mail of the account', STORED, await emailOf(town, account.userId));
  await updateOfficer(
    town.force,
    officerId,
    {
      code: 'IDLE',
      fullName: name,
      agencyId: town.agency,
      isLeader: false,
      post: plant('post'),
      phone: canaries.add('phone', STORED, '0912345678'),
      otherEmail: `${plant('other e-mail').toLowerCase()}@else.example`,
    },
    1,
  );
  await addEvidence(world, 'idle@snv.example', [3], { logins: 2 });
  await recordAbsence(town.force, officerId, { fromOn: '2026-08-03', untilOn: '2026-08-04', document: plant('document') });
  await setCause(town.force, [findingId], 'REFUSES', `Đã nhắc ${plant('note of the cause')}`);
  await town.cause('REFUSES', town.never.slice(1));

  const trainingClass = await createClass(town.force, {
    title: 'Thư điện tử căn bản',
    capacity: 5,
    passShare: 0.8,
    sessions: [{ startsAt: new Date('2026-12-20T02:00:00Z'), endsAt: new Date('2026-12-20T05:00:00Z') }],
  });
  await requestSeats(town.force, trainingClass, [officerId]);
  const [enrolment] = await town.rows<{ id: string }>('select id from enrolment where officer_id = ?', [officerId]);
  await withdrawEnrolments(town.force, [enrolment!.id], plant('reason of a withdrawal'));

  const [caseId] = (await town.cases(1, { grounds: plant('grounds') })) as [string];
  const [other] = (await town.propose({ findingIds: [town.never[1]!.findingId] })).map(({ decisionId }) => decisionId!) as [string];
  done(await giveNotice(town.secretary, [caseId, other], 'HANDED_OVER'));
  const paper = await uploadAttachment(account, `${plant('name of a file')}.pdf`, PDF);
  done(await explain(account, caseId, { text: plant('explanation'), attachmentId: paper }));
  done(await answerExplanation(town.secretary, caseId, plant('answer')));
  await town.later(20);
  done(await openVotes(town.secretary, [caseId]));
  done(await declareConflict(town.members[4]!, [caseId], plant('declared conflict')));
  done(await castVotes(town.members[0]!, [caseId], { choice: 'FOR', reason: plant('reason of a vote') }));
  await adopt(town, caseId);
  done(await enterIntoForce(town.secretary, [caseId], {}));
  const complaint = await uploadAttachment(account, 'don.pdf', PDF);
  done(await appeal(account, caseId, { text: plant('appeal'), attachmentId: complaint }));
  done(await settle(town.chair, caseId, { uphold: true, text: plant('answer to the appeal') }));
  // The other case is no longer wanted, so that nothing of the review is pending.
  done(await withdrawCases(town.force, [other], 'Không còn cần'));

  const [letter] = await town.rows<{ id: string }>(
    `select id from letter where officer_id = ? and state = 'TO_HAND_OVER' order by id limit 1`,
    [officerId],
  );
  if (letter)
    await recordReceipts(town.secretary, [letter.id], {
      receivedOn: world.ground.clock.today(),
      means: 'SIGNED',
      note: plant('note of a receipt'),
    });
  for (const kind of ['DECISION', 'NOTICE', 'CASE_FILE'] as const)
    if (!(await givePaper(town.secretary, kind, caseId))?.issued) throw new Error(`No paper was issued: ${kind}`);
  await publishReview(town.force, town.review, { slug: 'quy-4', audience: 'PUBLIC', legalBasis: 'Quyết định 12/2026/QĐ-UBND' });
  await town.rows(
    `insert into session (id, created_at, updated_at, user_id, token_hash, expires_at, last_used_at, device) values (gen_random_uuid(), now(), now(), ?, 'x', now(), now(), ?)`,
    [account.userId, plant('device')],
  );
  // As a campaign would have left it: somebody answered for the finding; the person answered, handed in and confirmed for the agency, and handed the work over.
  const [check] = await town.rows<{ id: string }>(
    `insert into agency_check (id, created_at, updated_at, version, review_id, agency_id, state, head_id, submitted_at, submitted_by, submitter, confirmed_at, confirmed_by, confirmer)
     values (gen_random_uuid(), now(), now(), 1, ?, ?, 'CONFIRMED', ?, now(), ?, ?, now(), ?, ?) returning id`,
    [
      town.review,
      town.agency,
      officerId,
      plantedHere('name of whoever hands in'),
      `user:${account.userId}`,
      plantedHere('name of whoever confirms'),
      `user:${account.userId}`,
    ],
  );
  const answered = `insert into finding_check (finding_id, agency_check_id, answer, checked_at, checked_by, checked_by_name, is_by_task_force, is_by_leader, at_once) values (?, ?, 'CONFIRMED', now(), ?, ?, false, false, 1)`;
  await town.rows(answered, [findingId, check!.id, 'user:x', 'Ai đó']);
  await town.rows(answered, [town.never[1]!.findingId, check!.id, `user:${account.userId}`, plantedHere('name of whoever answers')]);
  await town.rows(
    `insert into contact_substitute (id, created_at, updated_at, agency_id, user_id, from_on, until_on, reason, given_by, giver)
     values (gen_random_uuid(), now(), now(), ?, gen_random_uuid(), '2026-11-01', '2026-12-31', ?, ?, ?)`,
    [town.agency, plantedHere('reason of a substitution'), plantedHere('name of whoever hands over'), `user:${account.userId}`],
  );
  await officerLeaves(town.force, officerId, addDays(world.ground.clock.today(), -1), plant('reason for leaving'));
  await world.settled();
  return { town, officerId, caseId, account, canaries };
}

async function emailOf(town: DecisionWorld, userId: string): Promise<string> {
  const [row] = await town.rows<{ email: string }>('select email from app_user where id = ?', [userId]);
  return row!.email;
}

/** Every row of every table as text, by table. */
export async function wholeStore(world: World): Promise<Map<string, string>> {
  const tables = await world.asOwner<{ place: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as place from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const rows = new Map<string, string>();
  for (const { place } of tables) rows.set(place, JSON.stringify(await world.asOwner(`select row_to_json(t)::text as r from ${place} t`)));
  return rows;
}

/** `public.letter: appeal` for each text that still stands somewhere. */
export async function foundIn(world: World, canaries: Canaries): Promise<string[]> {
  const found: string[] = [];
  for (const [place, text] of await wholeStore(world)) for (const { kind } of canaries.foundIn(text)) found.push(`${place}: ${kind}`);
  return found;
}
