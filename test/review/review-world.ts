/** A small city with evidence for reviews: one agency, a source that shows everything, counters written straight into their table. */
import type { World } from '../support/world.js';
import { dayNumber } from '../../server/kernel/calendar.js';
import { adoptPolicy } from '../../server/review/usage-policy.service.js';
import { saveSource } from '../../server/evidence/source.service.js';
import { POLICY, WINDOW, WORKDAYS, FIRST } from './officer-facts.js';

export { POLICY, WINDOW, WORKDAYS };

/** Morning of the day after the window. */
export const NOW = new Date('2026-11-25T02:00:00Z');
export const dayOf = (index: number) => FIRST + index;

export interface Counters {
  sent?: number;
  read?: number;
  logins?: number;
  received?: number;
  forwarded?: number;
}

/** Adds counters of an address on these days of the window, as a source would. */
export async function addEvidence(world: World, address: string, indexes: readonly number[], counters: Counters): Promise<void> {
  const em = world.ground.orm.em.fork();
  const { sent = 0, read = 0, logins = 0, received = 0, forwarded = 0 } = counters;
  await em.execute('insert into evidence_address (address) values (?) on conflict (address) do nothing', [address]);
  await em.execute(
    `insert into evidence_day (address, day, source, sent, read, logins, received, forwarded, polled)
     select a.id, i.day + ${FIRST}, s.number, ${sent}, ${read}, ${logins}, ${received}, ${forwarded}, false
     from evidence_address a, evidence_source s, unnest(?::int[]) as i(day) where a.address = ? and s.name = 'log'
     on conflict (address, day, source) do update set sent = excluded.sent, read = excluded.read`,
    [`{${indexes.join(',')}}`, address],
  );
}

/** Says that the source has data on these days of the window. */
export async function addData(world: World, indexes: readonly number[]): Promise<void> {
  await world.ground.orm.em.fork().execute(
    `insert into evidence_source_day (source, day, lines, mailboxes) select s.number, i.day + ${FIRST}, 100, 10 from evidence_source s, unnest(?::int[]) as i(day)
     where s.name = 'log' on conflict do nothing`,
    [`{${indexes.join(',')}}`],
  );
}

export interface City {
  agency: string;
  regular: string;
  never: string;
  leader: string;
  policy: string;
}

/** Three officers with mailboxes: one uses it daily, one never, one leader on every other day. */
export async function city(world: World, policy: Partial<typeof POLICY> = {}): Promise<City> {
  world.ground.clock.stopAt(NOW);
  const agency = await world.agency('SNV', 'snv.example');
  const officer = (code: string, isLeader: boolean) =>
    world.officer(agency, {
      code,
      fullName: `Nguyễn Văn ${code}`,
      isLeader,
      mailboxAddress: `${code.toLowerCase()}@snv.example`,
      sinceOn: '2020-01-01',
    });
  const [regular, never, leader] = [await officer('DAILY', false), await officer('IDLE', false), await officer('HEAD', true)];
  await saveSource(world.operator(), { name: 'log', format: 'HOPTHU_DAY', mailDomains: ['snv.example'], timeZone: 'Asia/Ho_Chi_Minh' });
  await addData(
    world,
    Array.from({ length: 90 }, (_, i) => i),
  );
  await addEvidence(world, 'daily@snv.example', WORKDAYS, { read: 3, sent: 1, logins: 1, received: 4 });
  await addEvidence(
    world,
    'head@snv.example',
    WORKDAYS.filter((_, i) => i % 2 === 0),
    { read: 1, logins: 2 },
  );
  return { agency, regular, never, leader, policy: await adoptPolicy(world.operator(), { ...POLICY, contestDays: 0, ...policy }) };
}

export const today = (day: string) => new Date((dayNumber(day) * 24 + 2) * 3_600_000);
