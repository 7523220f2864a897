/** G-22 in the database itself, on both stores: hands of an owner past every trigger, acts recorded meanwhile, erasing, and how much is read at a time. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { eraseAuditDetails, sealAudit } from '../../server/identity/audit-seal.service.js';
import { forgedEndsMet } from '../../server/kernel/audit.js';
import { type ChainEnd, commitmentOf, FIRST_HASH, hashOf, sealedText } from '../../server/kernel/audit-chain.rules.js';
import { askOf, verifyChain } from '../../server/kernel/audit-verify.js';
import type { Verdict } from '../../server/kernel/audit-verify.rules.js';
import { KeyedHash } from '../../server/kernel/keyed-hash.js';
import { inFull, isInFull } from '../support/in-full.js';
import { World } from '../support/world.js';

const EVENTS = 24;
const CHECKPOINT = 16;
const stranger = new KeyedHash('made up by whoever owns the database');

describe('the audit log in the database (G-22)', () => {
  let world: World;
  let checkpoint: ChainEnd;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const record = (count: number, mentions: string[] = ['officer:a', 'officer:b']) =>
    perform(world.system(), async (act) => {
      act.allowAnyone('a test');
      for (let i = 0; i < count; i++) act.record('finding.setCause', `finding:${i}`, { note: `Ghi chú ${i} “ă”` }, i % 2 ? mentions : []);
    });
  const rows = <R>(sql: string) => world.asOwner<R>(sql);
  const verify = (): Promise<Verdict> => verifyChain(askOf(world.ground.native), { checkpoints: [checkpoint], key: world.ground.key });
  /** As owner past the triggers. */
  const asThief = async (...statements: string[]) => {
    await rows('set session_replication_role = replica');
    for (const sql of statements) await rows(sql);
    await rows('set session_replication_role = default');
  };

  beforeEach(async () => {
    await world.clear();
    await record(EVENTS / 2);
    for (let i = 0; i < EVENTS / 2; i++) await record(1, []);
    [checkpoint] = (await rows<ChainEnd>(`select seq, hash from audit_event where seq = ${CHECKPOINT}`)) as [ChainEnd];
  });

  test('what nobody touched is whole', async () => {
    expect(await verify()).toMatchObject({ isWhole: true, events: EVENTS, checkpoints: 1, isSealVerified: true, breaks: [] });
  });

  const places = isInFull ? [1, 5, 11, 12, CHECKPOINT, 17, 23, EVENTS] : [1, 12, CHECKPOINT, EVENTS];
  const edits = (seq: number): [string, string[]][] => [
    ['seq', [`update audit_event set seq = seq + 100 where seq = ${seq}`]],
    ['at', [`update audit_event set at = at + interval '1 microsecond' where seq = ${seq}`]],
    ['at without end', [`update audit_event set at = 'infinity' where seq = ${seq}`]],
    ['actor', [`update audit_event set actor = 'user:other' where seq = ${seq}`]],
    ['action', [`update audit_event set action = action || ' ' where seq = ${seq}`]],
    ['subject', [`update audit_event set subject = 'finding:x' where seq = ${seq}`]],
    ['details', [`update audit_event set details = replace(details, 'Ghi', 'ghi') where seq = ${seq}`]],
    ['details alone emptied', [`update audit_event set details = null where seq = ${seq}`]],
    ['details and salt emptied', [`update audit_event set details = null, salt = null where seq = ${seq}`]],
    ['salt', [`update audit_event set salt = '00' where seq = ${seq}`]],
    ['commitment', [`update audit_event set commitment = repeat('a', 64) where seq = ${seq}`]],
    ['hash', [`update audit_event set hash = repeat('b', 64) where seq = ${seq}`]],
    ['deleted', [`delete from audit_event where seq = ${seq}`]],
    [
      'inserted twice',
      [
        `insert into audit_event select 1000, at, actor, action, subject, details, salt, commitment, hash from audit_event where seq = ${seq}`,
      ],
    ],
    ['mention added', [`insert into audit_mention (seq, subject) values (${seq}, 'officer:z')`]],
    ['mention of no event', [`insert into audit_mention (seq, subject) values (${1000 + seq}, 'officer:z')`]],
    ['mention before the first', [`insert into audit_mention (seq, subject) values (${-seq}, 'officer:z')`]],
    [
      'swapped with the next',
      [
        `update audit_event set seq = -1 where seq = ${seq}`,
        `update audit_event set seq = ${seq} where seq = ${(seq % EVENTS) + 1}`,
        `update audit_event set seq = ${(seq % EVENTS) + 1} where seq = -1`,
      ],
    ],
    ['the end cut off', [`delete from audit_event where seq >= ${seq}`]],
    ['the head', [`update audit_head set seq = ${seq - 1}`]],
    ['the seal', [`update audit_head set mac = repeat('${seq % 10}', 64)`]],
    ['no seal', ['update audit_head set mac = null']],
  ];

  test.each(edits(1).map(([kind], i) => [kind, i] as const))('edit: %s', async (_, i) => {
    const missed: number[] = [];
    for (const seq of places) {
      const before = {
        events: await rows('select * from audit_event'),
        mentions: await rows('select * from audit_mention'),
        head: await rows('select * from audit_head'),
      };
      await asThief(
        'create table kept_event as table audit_event',
        'create table kept_mention as table audit_mention',
        'create table kept_head as table audit_head',
      );
      await asThief(...edits(seq)[i]![1]);
      if ((await verify()).isWhole) missed.push(seq);
      await asThief(
        'delete from audit_event',
        'insert into audit_event select * from kept_event',
        'delete from audit_mention',
        'insert into audit_mention select * from kept_mention',
        'delete from audit_head',
        'insert into audit_head select * from kept_head',
        'drop table kept_event, kept_mention, kept_head',
      );
      expect(before.events).toHaveLength(EVENTS);
    }
    expect(missed).toEqual([]);
    expect((await verify()).isWhole).toBe(true);
  });

  test('a mention taken away, in each place that has one', async () => {
    const mentions = await rows<{ seq: number; subject: string }>('select seq, subject from audit_mention order by seq, subject');
    expect(mentions.length).toBeGreaterThan(5);
    for (const { seq, subject } of mentions) {
      await asThief(`delete from audit_mention where seq = ${seq} and subject = '${subject}'`);
      expect(await verify()).toMatchObject({ isWhole: false, breaks: [{ kind: 'HASH', seq }] });
      await asThief(`insert into audit_mention (seq, subject) values (${seq}, '${subject}')`);
    }
  });

  test('all taken, with a head that says so', async () => {
    await asThief('truncate audit_event', 'truncate audit_mention', `update audit_head set seq = 0, hash = '${FIRST_HASH}'`);
    expect((await verify()).breaks.map(({ kind }) => kind)).toEqual(['CHECKPOINT', 'SEAL']);
  });

  /** The chain from a place on as whoever owns the database would write it: every hash good, and the head to match. */
  async function rewrite(from: number, key: KeyedHash): Promise<void> {
    const events = await rows<any>('select *, (extract(epoch from at) * 1000)::float8 as ms from audit_event order by seq');
    let hash: string = events[from - 2]?.hash ?? FIRST_HASH;
    const mentions = await rows<{ seq: number; subject: string }>('select seq, subject from audit_mention');
    const statements: string[] = [];
    for (const event of events.slice(from - 1)) {
      const actor = event.seq === from ? 'user:other' : event.actor;
      const own = mentions.filter(({ seq }) => seq === event.seq).map(({ subject }) => subject);
      hash = hashOf(hash, { ...event, actor, at: Number(event.ms), mentions: own });
      statements.push(`update audit_event set actor = '${actor}', hash = '${hash}' where seq = ${event.seq}`);
    }
    const mac = key.mac(sealedText({ seq: EVENTS, hash }));
    await asThief(...statements, `update audit_head set hash = '${hash}', mac = '${mac}'`);
  }

  test.each([1, 2, 9, 12, CHECKPOINT])(
    'rewritten from %d on, before the checkpoint, even with the key: the checkpoint tells',
    async (from) => {
      await rewrite(from, world.ground.key);
      expect((await verify()).breaks).toEqual([{ kind: 'CHECKPOINT', seq: CHECKPOINT }]);
    },
  );

  test.each([17, 20, 23, EVENTS])('rewritten from %d on, after the last checkpoint: the seal tells', async (from) => {
    await rewrite(from, stranger);
    expect((await verify()).breaks).toEqual([{ kind: 'SEAL', seq: EVENTS }]);
  });

  test('nothing is recorded, so nothing is done, on an end that somebody else wrote; sealing it anew is on record and hides nothing', async () => {
    await rewrite(20, stranger);
    const met = forgedEndsMet();
    await expect(record(1)).rejects.toThrow('no valid seal');
    expect(forgedEndsMet()).toBe(met + 1);
    await rewrite(3, stranger);
    await sealAudit(world.operator(), 'Khôi phục sau sự cố');
    await record(2);
    expect((await verify()).breaks).toEqual([{ kind: 'CHECKPOINT', seq: CHECKPOINT }]);
    expect(await rows('select actor, action from audit_event order by seq desc offset 2 limit 1')).toEqual([
      { actor: 'operator', action: 'audit.seal' },
    ]);
  });

  test('what a thief would try by SQL alone is refused: changing, deleting, emptying, on events and mentions', async () => {
    for (const sql of [
      "update audit_event set actor = 'x'",
      'update audit_event set details = null, salt = null',
      'delete from audit_event',
      'truncate audit_event',
      "update audit_mention set subject = 'x'",
      'delete from audit_mention',
      'truncate audit_mention',
    ]) {
      await expect(rows(sql)).rejects.toThrow(/append-only|permission denied/);
    }
    expect((await verify()).isWhole).toBe(true);
  });

  test('details are erased for good, on record, and the chain stays whole', async () => {
    await eraseAuditDetails(world.operator(), [3, 7], 'Hết thời hạn lưu');
    expect(await verify()).toMatchObject({ isWhole: true, erased: 2, events: EVENTS + 1 });
    expect(await rows('select seq from audit_event where details is null or salt is null order by seq')).toEqual([{ seq: 3 }, { seq: 7 }]);
    await expect(eraseAuditDetails(world.operator(), [999], 'x')).rejects.toThrow('NOT_FOUND');
    await expect(eraseAuditDetails(world.operator(), [3], ' ')).rejects.toThrow('REQUIRED');
    await expect(eraseAuditDetails(world.as('TASK_FORCE'), [3], 'x')).rejects.toThrow('FORBIDDEN');
  });

  test('the function that erases, called past the program, leaves no record and is found', async () => {
    await world.ground.orm.em.fork().execute('select audit_erase_details(5)');
    expect((await verify()).breaks).toEqual([{ kind: 'ERASED', seq: 5 }]);
  });

  test('acts recorded while it is verified are no alteration, and none of them forks the chain', async () => {
    const progress = { isOver: false };
    const recordAll = async () => {
      const recordMany = async () => {
        for (let i = 0; i < 20; i++) await record(1 + (i % 3));
      };
      await Promise.all(Array.from({ length: 6 }, recordMany));
      progress.isOver = true;
    };
    const recording = recordAll();
    const verdicts: Verdict[] = [];
    while (!progress.isOver) verdicts.push(await verify());
    await recording;
    verdicts.push(await verify());
    expect(verdicts.filter(({ isWhole }) => !isWhole)).toEqual([]);
    expect(verdicts.at(-1)!.events).toBe(EVENTS + 6 * (7 + 14 + 18));
  });

  test('is read in pieces of thousands, however many events there are; how many a second is printed, not asserted', async () => {
    const MANY = inFull(60_000, 10_000);
    const key = world.ground.key;
    let hash = FIRST_HASH;
    const values: string[] = [];
    await asThief('truncate audit_event, audit_mention');
    for (let seq = 1; seq <= MANY; seq++) {
      const act = {
        seq,
        at: 1_790_000_000_000 + seq,
        actor: `user:${seq % 50}`,
        action: 'session.create',
        subject: `user:${seq % 50}`,
        commitment: commitmentOf(`s${seq}`, `{"n":${seq}}`),
      };
      hash = hashOf(hash, act);
      values.push(
        `(${seq}, to_timestamp(${act.at / 1000}::numeric), '${act.actor}', '${act.action}', '${act.subject}', '{"n":${seq}}', 's${seq}', '${act.commitment}', '${hash}')`,
      );
      if (values.length === 5_000)
        await rows(
          `insert into audit_event (seq, at, actor, action, subject, details, salt, commitment, hash) values ${values.splice(0).join(', ')}`,
        );
    }
    await rows(`update audit_head set seq = ${MANY}, hash = '${hash}', mac = '${key.mac(sealedText({ seq: MANY, hash }))}'`);
    let statements = 0;
    const ask = askOf(world.ground.native);
    const counted: typeof ask = (sql, parameters) => {
      statements++;
      return ask(sql, parameters);
    };
    const begun = performance.now();
    expect(await verifyChain(counted, { key })).toMatchObject({ isWhole: true, events: MANY });
    const aSecond = Math.round(MANY / ((performance.now() - begun) / 1000)).toLocaleString('en');
    process.stderr.write(`G-22: ${aSecond} events a second on ${world.ground.native.kind}, beside whatever else the machine does\n`);
    // Two a piece of 5,000, and what stands before and after them.
    expect(statements).toBeLessThanOrEqual(2 * Math.ceil(MANY / 5_000) + 6);
  });
});
