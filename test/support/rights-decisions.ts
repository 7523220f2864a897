/**
 * What rights-world.ts has of cases on each side, made by the real services: about the officer who looks one that has gone the whole way
 * and one under notice, and about colleagues one in each other state that somebody can do something with.
 */
import type { Acting } from '../../server/identity/command.js';
import type { CaseResult } from '../../server/decisions/case-book.js';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { answerExplanation, explain, giveNotice } from '../../server/decisions/hearing.service.js';
import { proposeCases } from '../../server/decisions/propose.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import { recordSignature } from '../../server/publication/papers/paper.service.js';
import { uploadAttachment } from '../../server/notices/attachment.service.js';
import { setCause } from '../../server/review/cause.service.js';
import type { World } from './world.js';

export interface DecisionThings {
  /** About the officer who looks: an exclusion with notice, explanation on paper, answer, vote, appeal and settlement; in force. */
  filed: string;
  filedReference: string;
  /** The scanned explanation of that one. */
  attachment: string;
  /** About the officer who looks: a revocation under notice, explained and not answered. */
  notified: string;
  proposed: string;
  ready: string;
  /** With one ballot. */
  voting: string;
  adopted: string;
  appealed: string;
  /** A colleague without a mailbox. */
  newcomer: string;
}

export interface CasePeople {
  force: Acting;
  secretary: Acting;
  chair: Acting;
  /** Two more who vote. */
  members: readonly Acting[];
}

export interface Respondents {
  agency: string;
  officer: string;
  finding: string;
  /** Colleagues with findings that bear an exclusion. */
  colleagues: readonly { officerId: string; findingId: string }[];
}

export const RESPONDENTS = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] as const;

function done(results: readonly CaseResult[]): string[] {
  const refused = results.filter(({ faults }) => faults.length > 0);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return results.map(({ decisionId }) => decisionId!);
}

const BASIS = { legalBasis: 'Luật Thi đua, khen thưởng', grounds: 'Không chấp hành sau khi đã nhắc bằng văn bản' };

async function proposed(force: Acting, findingIds: readonly string[]): Promise<string[]> {
  const awards = { awardYear: 2026, awardTitles: ['CSTDCS'], docket: 'PH-01' };
  return done(await proposeCases(force, { kind: 'AWARD_EXCLUSION', findingIds: [...findingIds], ...BASIS, ...awards }));
}

/** Moves notices into the past, as if their period had been waited for, and lets happen what happens then. */
async function waitedFor(world: World, ids: readonly string[]): Promise<void> {
  const em = world.ground.orm.em.fork();
  await em.execute(
    `update decision set proposed_at = proposed_at - interval '30 days', notified_at = notified_at - interval '30 days',
       served_on = served_on - 30, explain_until = explain_until - 30, explained_on = explained_on - 30 where id = any(?::uuid[])`,
    [`{${ids.join(',')}}`],
  );
  await settleAllDue(world.ground);
}

/** A revocation of the officer's mailbox, proposed on the same finding while its cause was another. */
async function revocation(world: World, { force, secretary }: CasePeople, { officer, finding }: Respondents): Promise<string> {
  const em = world.ground.orm.em.fork();
  const [before] = await em.execute<{ cause_note: string }[]>('select cause_note from finding where id = ?', [finding]);
  await setCause(force, [finding], 'NO_NEED', null);
  const [id] = done(await proposeCases(force, { kind: 'MAILBOX_REVOCATION', findingIds: [finding], ...BASIS }));
  // A cause stands while a case rests on it (T-8), so one finding bears both kinds only by hand.
  await em.execute(`update finding set cause = 'REFUSES', cause_note = ? where id = ?`, [before!.cause_note, finding]);
  done(await giveNotice(secretary, [id!], 'HANDED_OVER'));
  done(await explain(world.as('OFFICER', officer), id!, { text: 'Hộp thư vẫn cần cho công việc' }));
  return id!;
}

/** An order to the mail system, which an exclusion gives none of. */
async function orderOf(world: World, decisionId: string, officerId: string): Promise<void> {
  await world.ground.orm.em.fork().execute(
    `insert into mail_order (id, created_at, updated_at, kind, mailbox_id, decision_id, connector, state, attempts, message, live_sessions_remaining, verified, done_at)
     select gen_random_uuid(), now(), now(), 'RESTORE', o.mailbox_id, ?::uuid, 'ldap1', 'DONE', 1, 'ok', 0, true, now() from officer o where o.id = ?::uuid`,
    [decisionId, officerId],
  );
}

export async function decisionThings(world: World, people: CasePeople, about: Respondents): Promise<DecisionThings> {
  const { force, secretary, chair, members } = people;
  const vote = async (id: string) => {
    for (const voter of [chair, ...members]) done(await castVotes(voter, [id], { choice: 'FOR', reason: 'Đủ căn cứ' }));
  };
  const notified = await revocation(world, people, about);
  const ids = await proposed(force, [about.finding, ...about.colleagues.map(({ findingId }) => findingId)]);
  const [filed, waiting, ready, voting, adopted, appealed] = ids as [string, string, string, string, string, string];
  const heard = ids.filter((id) => id !== waiting);
  done(await giveNotice(secretary, heard, 'HANDED_OVER'));
  const attachment = await uploadAttachment(secretary, 'giai-trinh.pdf', Buffer.from('%PDF-1.7 giải trình'));
  done(await explain(secretary, filed, { text: 'Tôi không có máy tính', attachmentId: attachment }));
  done(await answerExplanation(force, filed, 'Cơ quan đã cấp máy tính'));
  await waitedFor(world, heard);
  done(await openVotes(secretary, [filed, voting, adopted, appealed]));
  for (const id of [filed, adopted, appealed]) await vote(id);
  done(await castVotes(members[0]!, [voting], { choice: 'FOR' }));
  done(await enterIntoForce(secretary, [filed, appealed], {}));
  done(await appeal(world.as('OFFICER', about.officer), filed, { text: 'Tôi đã đăng ký lớp tập huấn' }));
  done(await settle(chair, filed, { uphold: true, text: 'Đăng ký sau khi có kết quả' }));
  done(await appeal(world.as('OFFICER', about.colleagues[4]!.officerId), appealed, { text: 'Đề nghị xem lại' }));
  await orderOf(world, filed, about.officer);
  const scan = await uploadAttachment(secretary, 'quyet-dinh.pdf', Buffer.from('%PDF-1.7 đã ký'));
  await recordSignature(secretary, 'DECISION', filed, { signedOn: world.ground.clock.today(), signedBy: 'Trưởng ban', attachmentId: scan });
  const newcomer = await world.officer(about.agency, { fullName: 'Phạm Thị Mới', mailboxAddress: null, sinceOn: '2026-11-01' });
  const [row] = await world.ground.orm.em.fork().execute<{ reference: string }[]>('select reference from decision where id = ?', [filed]);
  return {
    filed,
    filedReference: row!.reference,
    attachment,
    notified,
    proposed: waiting,
    ready,
    voting,
    adopted,
    appealed,
    newcomer,
  };
}
