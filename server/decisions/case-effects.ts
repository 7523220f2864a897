/**
 * What follows from a change of force, in the same transaction: orders to mail systems, what the awards may answer, decisions that end with
 * it, letters (D-8 to D-11, A-1). Collected while a command works, written when its cases are stored.
 */
import { executeBound } from '../kernel/bulk.js';
import { addRows, idArray } from '../kernel/json-rows.js';
import { newId } from '../kernel/record.js';
import { type LetterDraft, writeLetters } from '../notices/write-letters.js';
import { wantMailbox, wantStates } from '../registry/wanted-mailbox.js';
import { AWARD_ANSWERS_CHANGED, type AwardAnswersChanged } from './award-orders.js';
import type { CaseBook } from './case-book.js';
import { MAIL_ORDERED } from './mail-ordered.js';
import type { CaseRow } from './decision-rows.js';
import { KINDS } from './kinds/all-kinds.js';
import type { Effect, Moment } from './kinds/kind.js';
import { freeAddress } from './mailbox-address.js';
import type { ExclusionStatus, OrderKind } from './vocabulary.js';

interface MailboxFacts {
  id: string;
  expectedState: string;
  connector: string;
  /** Whose it is today. */
  officerId: string | null;
}

/** Recorded under this lock, one after the other, so that an answer given as of a moment stays what it was. */
const EXCLUSIONS_LOCK = `select pg_advisory_xact_lock(hashtext('award_exclusion'))`;

/** What brings a mailbox into a state. */
const ORDER_TO: Readonly<Record<string, OrderKind>> = { ACTIVE: 'RESTORE', SUSPENDED: 'SUSPEND', REVOKED: 'REVOKE' };

export class CaseEffects {
  private readonly queued: { held: CaseRow; moment: Moment }[] = [];
  private readonly letters: LetterDraft[] = [];
  private readonly exclusions: { held: CaseRow; status: ExclusionStatus | null }[] = [];

  constructor(private readonly book: CaseBook) {}

  /** The force of a decision has changed. */
  follow(held: CaseRow, moment: Moment): void {
    this.queued.push({ held, moment });
  }

  write(letter: LetterDraft): void {
    this.letters.push(letter);
  }

  async apply(): Promise<void> {
    if (this.queued.length === 0) return;
    const effects = this.queued.flatMap(({ held, moment }) => KINDS[held.kind].effects[moment].map((effect) => ({ held, moment, effect })));
    await this.endDecisions(effects.filter(({ effect }) => effect.do === 'END_DECISION').map(({ held }) => held));
    await this.orderMailboxes(effects);
    for (const { held, effect } of effects) {
      // What another decision has ended does not come back by an appeal that is upheld.
      if (effect.do === 'EXCLUDE' && !held.endedById) this.exclusions.push({ held, status: effect.status });
      if (effect.do === 'END_EXCLUSION') this.exclusions.push({ held, status: null });
    }
    await this.recordExclusions();
  }

  /** Letters tell what was stored, so they come last. */
  async applyAfterwards(): Promise<void> {
    if (this.letters.length > 0) await writeLetters(this.book.act, this.letters);
  }

  private async endDecisions(ending: readonly CaseRow[]): Promise<void> {
    const { book } = this;
    await book.also(ending.flatMap(({ endsDecisionId }) => endsDecisionId ?? []));
    for (const by of ending) {
      const ended = by.endsDecisionId ? book.find(by.endsDecisionId) : undefined;
      if (!ended) continue;
      const happening = { isByItself: true, details: { endedBy: by.reference }, note: by.number };
      if (ended.state === 'IN_FORCE') book.move(ended, 'EXPIRE', 'EXPIRED', { endedById: by.id }, happening);
      else book.change(ended, { endedById: by.id });
      if (KINDS[ended.kind].isAboutAwards) this.exclusions.push({ held: ended, status: null });
    }
  }

  private async orderMailboxes(effects: readonly { held: CaseRow; moment: Moment; effect: Effect }[]): Promise<void> {
    const { book } = this;
    const { em, act } = book;
    // What another decision has ended moves its mailbox no more, however an appeal against it is settled.
    const wanted = effects.flatMap(({ held, moment, effect }) =>
      effect.do === 'ORDER' && !held.endedById ? [{ held, moment, effect }] : [],
    );
    if (wanted.length === 0) return;
    const mailboxes = await this.mailboxesOf(wanted.map(({ held }) => held));
    const revoked = await this.revokedByOthers(
      wanted.map(({ held }) => held),
      [...mailboxes.values()].map(({ id }) => id),
    );
    const states = new Map<string, string>();
    const orders: {
      id: string;
      kind: OrderKind;
      mailboxId: string;
      decisionId: string;
      connector: string;
      state: string;
      attempts: number;
      verified: boolean;
    }[] = [];
    for (const { held, moment, effect } of wanted) {
      let mailbox = mailboxes.get(held.id);
      if (!mailbox && effect.order === 'PROVISION') {
        const address = await freeAddress(em, held.officerId, held.mailboxAddress);
        mailbox = {
          id: await wantMailbox(em, held.officerId, address, act.now),
          expectedState: 'NONE',
          connector: '',
          officerId: held.officerId,
        };
        book.change(held, { mailboxAddress: address });
      }
      if (!mailbox) continue;
      // A decision is about one officer: what is another's by then it does not close (D-1).
      if (effect.order === 'REVOKE' && mailbox.officerId !== null && mailbox.officerId !== held.officerId) continue;
      if (effect.expected === 'FORMER' && revoked.has(mailbox.id)) continue;
      const expected = effect.expected === 'FORMER' ? (held.mailboxStateBefore ?? 'ACTIVE') : effect.expected;
      if (moment === 'IN_FORCE') book.change(held, { mailboxId: mailbox.id, mailboxStateBefore: mailbox.expectedState });
      if (mailbox.expectedState === expected && effect.order !== 'PROVISION') continue;
      mailbox.expectedState = expected;
      states.set(mailbox.id, expected);
      orders.push({
        id: newId(),
        kind: effect.expected === 'FORMER' ? (ORDER_TO[expected] ?? effect.order) : effect.order,
        mailboxId: mailbox.id,
        decisionId: held.id,
        connector: mailbox.connector,
        state: 'WAITING',
        attempts: 0,
        verified: false,
      });
    }
    await wantStates(em, states, act.now);
    await addRows(em, 'mail_order', orders, act.now);
    if (orders.length > 0) act.order(MAIL_ORDERED, {});
  }

  /** The mailbox each case is about: the one it was about when it came into force, else the officer's own of today. */
  private async mailboxesOf(cases: readonly CaseRow[]): Promise<Map<string, MailboxFacts>> {
    const rows = await executeBound<{
      case_id: string;
      id: string;
      expected_state: string;
      connector: string | null;
      officer_id: string | null;
    }>(
      this.book.em,
      `select c.id as case_id, m.id, m.expected_state, m.connector, m.officer_id from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as c(id, officer_id, mailbox_id)
       join officer o on o.id = c.officer_id join mailbox m on m.id = coalesce(c.mailbox_id, o.mailbox_id) order by m.id for update of m`,
      [
        idArray(cases.map(({ id }) => id)),
        idArray(cases.map(({ officerId }) => officerId)),
        `{${cases.map(({ mailboxId }) => mailboxId ?? 'NULL').join(',')}}`,
      ],
    );
    return new Map(
      rows.map((row) => [
        row.case_id,
        { id: row.id, expectedState: row.expected_state, connector: row.connector ?? '', officerId: row.officer_id },
      ]),
    );
  }

  /** Mailboxes that another decision in force has taken: the end of this one does not give them back (D-8). */
  private async revokedByOthers(cases: readonly CaseRow[], mailboxIds: readonly string[]): Promise<Set<string>> {
    const rows = await executeBound<{ id: string }>(
      this.book.em,
      `select mailbox_id as id from decision where kind = 'MAILBOX_REVOCATION' and state = 'IN_FORCE' and mailbox_id = any($1::uuid[])
         and id <> all($2::uuid[])`,
      [idArray(mailboxIds), idArray(cases.map(({ id }) => id))],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Ends what was recorded of each exclusion, and records what holds now. */
  private async recordExclusions(): Promise<void> {
    if (this.exclusions.length === 0) return;
    const { em, act } = this.book;
    await executeBound(em, EXCLUSIONS_LOCK, []);
    const [last] = await executeBound<{ at: string | null }>(
      em,
      `select (extract(epoch from greatest((select max(recorded_from) from award_exclusion), (select max(recorded_until) from award_exclusion))) * 1000)::bigint::text as at`,
      [],
    );
    // Read under the lock, and never before what was recorded last: answers are given only for moments that are over (server/awards).
    const at = new Date(Math.max(act.ground.clock.now().getTime(), Number(last?.at ?? 0)));
    await executeBound(
      em,
      `update award_exclusion set recorded_until = $2::timestamptz, updated_at = $2::timestamptz where decision_id = any($1::uuid[]) and recorded_until is null`,
      [idArray(this.exclusions.map(({ held }) => held.id)), at.toISOString()],
    );
    const standing = this.exclusions.filter(({ status }) => status !== null);
    await addRows(
      em,
      'award_exclusion',
      standing.map(({ held, status }) => ({
        id: newId(),
        decisionId: held.id,
        officerId: held.officerId,
        year: held.awardYear,
        titles: held.awardTitles,
        status,
        decisionNumber: held.number,
        inForceOn: held.inForceOn,
        recordedFrom: at.toISOString(),
      })),
      act.now,
    );
    const years = new Set(this.exclusions.map(({ held }) => held.awardYear!));
    for (const year of years) {
      const ofYear = this.exclusions.filter(({ held }) => held.awardYear === year);
      const payload: AwardAnswersChanged = {
        decisionIds: ofYear.map(({ held }) => held.id),
        officerIds: [...new Set(ofYear.map(({ held }) => held.officerId))],
        year,
      };
      act.order(AWARD_ANSWERS_CHANGED, payload);
    }
  }
}
