/** For how long is evidence kept: raw traces 30 days at most (E-7), addresses that nobody has, records of imports (K-1)? Counters: day.retention.ts. */
import { executeBound } from '../kernel/bulk.js';
import { dayNumber } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import { type CutOff, cutOffOf, isNeeded, type Keeper, lendRetention, ofRows } from '../kernel/retention.js';
import { evidenceDays } from './day.retention.js';
import { evidenceKeeps as t } from './evidence-retention.messages.js';
import { forgetEnds } from './fragments.js';
import { leftOverFiles } from './left-over.retention.js';

const MOST_RAW_DAYS = 30;
const days = { unit: 'DAYS', usual: MOST_RAW_DAYS, least: 1, most: MOST_RAW_DAYS } as const;

/**
 * Raw traces are gone within their period, not a day after it: the daily run takes what would be older before the next one comes (E-7).
 */
const within = (keeper: Pick<Keeper, 'due' | 'apply'>): Pick<Keeper, 'due' | 'apply'> => {
  const dayLater = (ground: Ground, { number }: CutOff): CutOff =>
    cutOffOf(ground, { value: dayNumber(ground.clock.today()) - number - 1, unit: 'DAYS' });
  return {
    due: (ground, cutOff) => keeper.due(ground, dayLater(ground, cutOff)),
    apply: (ground, cutOff, limit) => keeper.apply(ground, dayLater(ground, cutOff), limit),
  };
};

/** The record of an import and its days in one statement. */
async function forgetImports({ orm }: Ground, cutOff: CutOff, limit: number): Promise<number> {
  const rows = await executeBound(
    orm.em.fork(),
    `with gone as (
       delete from evidence_import where id in (select t.id from evidence_import t where t.finished_at < ${cutOff.moment}
         and not ${isNeeded('evidence.imports', cutOff)} order by t.number limit ${limit} for update skip locked) returning number),
     days as (delete from evidence_import_day d using gone g where d.import = g.number)
     select number from gone`,
    [],
  );
  return rows.length;
}

export function lendEvidenceRetention(): void {
  lendRetention(
    {
      ...days,
      name: 'evidence.quarantine',
      rule: 'E-7',
      what: t.quarantine,
      why: t.quarantineWhy,
      tables: ['evidence_quarantine'],
      ...within(ofRows({ name: 'evidence.quarantine', table: 'evidence_quarantine', old: ({ moment }) => `t.created_at < ${moment}` })),
    },
    {
      ...days,
      name: 'evidence.fragments',
      rule: 'E-7',
      what: t.fragments,
      why: t.fragmentsWhy,
      tables: ['evidence_fragment'],
      ...within({
        due: ofRows({ name: 'evidence.fragments', table: 'evidence_fragment', key: ['import'], old: ({ date }) => `t.kept_from < ${date}` })
          .due,
        apply: ({ orm }, { day }) => orm.em.fork().transactional((em) => forgetEnds(em, day)),
      }),
    },
    { ...days, usual: 7, name: 'evidence.spool', rule: 'E-7', what: t.spool, why: t.spoolWhy, ...leftOverFiles },
    {
      ...days,
      usual: 90,
      most: 400,
      name: 'evidence.unknownAddresses',
      rule: 'K-1',
      what: t.unknown,
      why: t.unknownWhy,
      tables: ['evidence_import'],
      ...ofRows({
        name: 'evidence.unknownAddresses',
        table: 'evidence_import',
        old: ({ moment }) => `t.started_at < ${moment} and t.unknown_addresses <> '[]'::jsonb`,
        empties: `unknown_addresses = '[]'::jsonb`,
      }),
    },
    {
      unit: 'DAYS',
      usual: 400,
      least: 120,
      most: 3_650,
      name: 'evidence.days',
      rule: 'K-1',
      what: t.days,
      why: t.daysWhy,
      ...evidenceDays,
    },
    {
      unit: 'YEARS',
      usual: 5,
      least: 2,
      most: 30,
      name: 'evidence.imports',
      rule: 'T-7',
      what: t.imports,
      why: t.importsWhy,
      tables: ['evidence_import_day', 'evidence_import'],
      ...ofRows({
        name: 'evidence.imports',
        table: 'evidence_import',
        old: ({ moment }) => `t.finished_at < ${moment}`,
      }),
      apply: forgetImports,
    },
  );
}
