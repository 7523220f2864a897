/** Adopting for how long what is kept: a new dated version, with its legal basis and within the bounds of each period (K-1). */
import { type Acting, perform } from '../../identity/command.js';
import { type Day, isDay } from '../../kernel/calendar.js';
import { executeBound } from '../../kernel/bulk.js';
import { type Language, say } from '../../kernel/language.js';
import { cleanText } from '../../kernel/name.rules.js';
import { newId } from '../../kernel/record.js';
import { type Reason, Refusal } from '../../kernel/refusal.js';
import { type Keeper, keeperNamed, leastNow } from '../../kernel/retention.js';
import { isWithinBounds } from '../../kernel/retention.rules.js';
import { keepingAccess } from './keeping.access.js';
import { keepingMessages as m, unitWords } from './keeping.messages.js';
import { policyOn } from './retention-policy.read.js';

const LONGEST_BASIS = 2_000;

export interface PolicySetting {
  legalBasis: string;
  effectiveOn?: Day | null;
  periods: readonly { name: string; period: number }[];
}

/** "Log lines …: a period of 1 to 30 days." in both languages. */
function boundsOf({ what, most, unit }: Keeper, least: number): Reason['message'] {
  const inWords = (language: Language) => {
    const values = { what: what[language], least, most, unit: unitWords[unit][language] };
    return say({ text: m.outOfBounds, values }, language);
  };
  return { text: { vi: inWords('vi'), en: inWords('en') } };
}

/** Adopts a version; names that are not mentioned keep the period they have. */
export async function setRetentionPolicy(acting: Acting, given: PolicySetting): Promise<number> {
  return perform(acting, async (act) => {
    act.allow(keepingAccess.change, undefined);
    await act.em.execute(`select pg_advisory_xact_lock(hashtext('retention_policy'))`);
    const legalBasis = cleanText(given.legalBasis);
    const effectiveOn = given.effectiveOn ?? act.today;
    const reasons: Reason[] = [];
    if (legalBasis === '' || legalBasis.length > LONGEST_BASIS)
      reasons.push({
        code: legalBasis === '' ? 'REQUIRED' : 'INVALID',
        rule: 'K-1',
        path: ['input', 'legalBasis'],
        message: { text: m.legalBasis, values: { most: LONGEST_BASIS } },
      });
    if (!isDay(effectiveOn) || effectiveOn < act.today)
      reasons.push({ code: 'INVALID', rule: 'K-1', path: ['input', 'effectiveOn'], message: { text: m.past } });
    const before = (await policyOn(act.em, effectiveOn)).periods;
    const periods: Record<string, number> = { ...before };
    const named = new Set<string>();
    for (const [i, { name, period }] of given.periods.entries()) {
      const path = ['input', 'periods', String(i)];
      const keeper = keeperNamed(name);
      if (!keeper) reasons.push({ code: 'NOT_FOUND', path: [...path, 'name'], message: { text: m.unknownName, values: { name } } });
      else if (named.has(name))
        reasons.push({ code: 'DUPLICATE', path: [...path, 'name'], message: { text: m.namedTwice, values: { name } } });
      else {
        const bounds = { least: await leastNow(act.ground, keeper, act.em), most: keeper.most };
        if (!isWithinBounds(period, bounds))
          reasons.push({ code: 'RULE_VIOLATED', rule: keeper.rule, path: [...path, 'period'], message: boundsOf(keeper, bounds.least) });
        periods[name] = period;
      }
      named.add(name);
    }
    if (reasons.length > 0) throw new Refusal(...reasons);
    if (JSON.stringify(sorted(periods)) === JSON.stringify(sorted(before)) && Object.keys(before).length > 0)
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'K-1', path: ['input'], message: { text: m.unchanged } });
    const [{ last }] = (await executeBound<{ last: number }>(
      act.em,
      'select coalesce(max(version), 0)::int as last from retention_policy',
      [],
    )) as [{ last: number }];
    const version = last + 1;
    await executeBound(
      act.em,
      `insert into retention_policy (id, created_at, updated_at, version, effective_on, legal_basis, adopted_by, periods) values ($1, $2, $2, $3, $4::date, $5, $6, $7::jsonb)`,
      [newId(), act.now.toISOString(), version, effectiveOn, legalBasis, act.actor.name, JSON.stringify(periods)],
    );
    act.record('retention.set', 'retention', { version, effectiveOn, legalBasis, periods });
    return version;
  });
}

const sorted = (periods: Readonly<Record<string, number>>) => Object.entries(periods).sort(([a], [b]) => (a < b ? -1 : 1));
