/** Signing adopted decisions and putting them in force: number, signatory, day of service (N-1, D-8). */
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { type Day, dayIn } from '../kernel/calendar.js';
import { dateIn } from '../kernel/language.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { isAdverse } from '../committee/vocabulary.js';
import { CaseActs } from './case-acts.js';
import { type CaseResult, eachCase, notNow } from './case-book.js';
import { cleanWords, textFault } from './case-text.rules.js';
import { comeIntoForce } from './coming-into-force.js';
import { decisionAccess } from './decision.access.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { lastDay } from './period.rules.js';
import { signatoriesOf } from './signatory.js';

const LONGEST_NAME = 200;

export interface EnactmentInput {
  inForceOn?: Day | null;
  number?: string | null;
  signedBy?: string | null;
  servedOn?: Day | null;
}

/** Signs decisions; those whose day has come are in force at once, the others wait as ADOPTED for theirs. Numbers follow without gaps (N-1). */
export async function enterIntoForce(acting: Acting, ids: readonly string[], input: EnactmentInput): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.enterIntoForce, undefined);
    const servedOn = input.servedOn ?? act.today;
    if (servedOn > act.today)
      throw new Refusal({ code: 'INVALID', rule: 'L-1', path: ['servedOn'], message: { text: DECISION_TEXTS.future } });
    const wanted = cleanWords(input.number) || null;
    if (wanted && ids.length > 1)
      throw new Refusal({ code: 'INVALID', rule: 'N-1', path: ['number'], message: { text: DECISION_TEXTS.numberForOne } });
    const signedBy = cleanWords(input.signedBy) || null;
    const fault = textFault(signedBy ?? '', ['signedBy'], LONGEST_NAME);
    if (fault) throw new Refusal(fault);
    const cases = await CaseActs.open(act, ids);
    const { book } = cases;
    const numbers = await Numbers.of(
      act,
      book.all.map(({ committeeId }) => committeeId),
    );
    const signatories = await signatoriesOf(
      act,
      book.all.map(({ id }) => id),
    );
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'ENTER_INTO_FORCE');
      if (held.number) throw notNow('N-1', DECISION_TEXTS.numbered);
      const inForceOn = input.inForceOn ?? act.today;
      const adoptedOn = dayIn(act.ground.clock.zone, new Date(held.adoptedAt!));
      const tooEarly = { text: DECISION_TEXTS.adoptedOn, values: { day: dateIn('vi', adoptedOn) } };
      if (inForceOn < adoptedOn) throw new Refusal({ code: 'INVALID', rule: 'D-8', path: ['inForceOn'], message: tooEarly });
      if (servedOn < adoptedOn) throw new Refusal({ code: 'INVALID', rule: 'L-1', path: ['servedOn'], message: tooEarly });
      const number = numbers.take(held.committeeId, wanted);
      // An appeal is possible from the day on which it is in force, so the period begins with the later day.
      const counted = servedOn > inForceOn ? servedOn : inForceOn;
      book.move(
        held,
        'ENTER_INTO_FORCE',
        'ADOPTED',
        {
          number,
          numberYear: Number(act.today.slice(0, 4)),
          signedBy: signedBy ?? signatories.get(held.id) ?? null,
          inForceOn,
          decisionServedOn: servedOn,
          appealUntil: isAdverse(held.kind) ? lastDay(counted, book.ruleOf(held).appealDays, book.calendar) : null,
        },
        { note: number, details: { number, inForceOn, servedOn, signedBy } },
      );
      if (inForceOn <= act.today) comeIntoForce(book, held);
      return held.id;
    });
    await numbers.save();
    await book.save();
    return results;
  });
}

interface Counter {
  committeeId: string;
  symbol: string;
  last: number;
  isUsed: boolean;
}

/** Numbers of the committees concerned in this year; each counter is held until the command is done, so that no number is lost. */
class Numbers {
  private constructor(
    private readonly act: Act,
    private readonly year: number,
    private readonly counters: ReadonlyMap<string, Counter>,
  ) {}

  static async of(act: Act, committeeIds: readonly string[]): Promise<Numbers> {
    const year = Number(act.today.slice(0, 4));
    const counters = new Map<string, Counter>();
    for (const committeeId of [...new Set(committeeIds)].sort()) {
      await executeBound(
        act.em,
        `insert into decision_number (id, created_at, updated_at, committee_id, year, last) values ($1::uuid, $2::timestamptz, $2::timestamptz, $3::uuid, $4, 0)
         on conflict (committee_id, year) do nothing`,
        [newId(), act.now.toISOString(), committeeId, year],
      );
      const [row] = await executeBound<{ last: number; symbol: string }>(
        act.em,
        `select n.last, k.number_symbol as symbol
         from decision_number n join committee k on k.id = n.committee_id where n.committee_id = $1::uuid and n.year = $2 for update of n`,
        [committeeId, year],
      );
      counters.set(committeeId, { committeeId, ...row!, isUsed: false });
    }
    return new Numbers(act, year, counters);
  }

  /** The next number; a number that was asked for must be just that (N-1). */
  take(committeeId: string, wanted: string | null): string {
    const counter = this.counters.get(committeeId)!;
    const number = `${counter.last + 1}/${counter.symbol}`;
    const plain = (text: string) => text.replace(/^0+(?=\d)/, '').replace(/\s+/g, '');
    if (wanted && plain(wanted) !== plain(number) && plain(wanted) !== String(counter.last + 1)) {
      const message = { text: DECISION_TEXTS.numberNext, values: { number } };
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'N-1', path: ['number'], message });
    }
    counter.last += 1;
    counter.isUsed = true;
    return number;
  }

  async save(): Promise<void> {
    for (const { committeeId, last, isUsed } of this.counters.values()) {
      if (!isUsed) continue;
      await executeBound(
        this.act.em,
        'update decision_number set last = $3, updated_at = $4::timestamptz where committee_id = $1::uuid and year = $2',
        [committeeId, this.year, last, this.act.now.toISOString()],
      );
    }
  }
}
