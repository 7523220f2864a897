/** Chains made at random, and hands that alter them: with or without the hashes made anew, before and after a checkpoint. */
import type { KeyObject } from 'node:crypto';
import { type ChainEnd, commitmentOf, FIRST_HASH, hashOf, sealedText } from '../../server/kernel/audit-chain.rules.js';
import { type Checkpoint, fingerprintOf, signed } from '../../server/kernel/audit-checkpoint.rules.js';
import { ChainCheck, ERASE, eventNamed, type StoredEvent, type Verdict } from '../../server/kernel/audit-verify.rules.js';
import { KeyedHash } from '../../server/kernel/keyed-hash.js';

export interface Kept {
  events: StoredEvent[];
  head: ChainEnd & { mac: string };
  checkpoints: Checkpoint[];
  /** What each act was made of besides its place: all that a log without a chain could look at. */
  single: Map<string, string>;
}

/** A number from 0 to below the limit; the same ones for the same seed (mulberry32). */
export type Random = (limit: number) => number;

export function numbersFrom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

const CHECKPOINT_EVERY = 20;
const stranger = new KeyedHash('a key that whoever owns the database has made up');
// One signature a chain would be most of the work of ten thousand of them.
const signatureless = (c: Omit<Checkpoint, 'signature' | 'keyId'>): Checkpoint => ({ ...c, keyId: 'test', signature: '' });

const sealed = (end: ChainEnd, key: KeyedHash) => ({ ...end, mac: key.mac(sealedText(end)) });
const pick = <T>(random: Random, from: readonly T[]): T => from[random(from.length)]!;

export function chainOf(random: Random, key: KeyedHash, count: number, how: { erases?: number[]; signs?: KeyObject } = {}): Kept {
  const events: StoredEvent[] = [];
  const checkpoints: Checkpoint[] = [];
  const single = new Map<string, string>();
  let hash = FIRST_HASH;
  let at = 1_790_000_000_000;
  const add = (action: string, subject: string, mentions: string[], details: string) => {
    const seq = events.length + 1;
    const salt = `${seq}-${random(1e9)}`;
    at += random(90_000);
    const act = { seq, at, actor: `user:${random(5)}`, action, subject, mentions, commitment: commitmentOf(salt, details) };
    hash = hashOf(hash, act);
    single.set(act.commitment, `${act.actor} ${act.action} ${act.subject}`);
    events.push({ ...act, details, salt, hash });
    if (seq % CHECKPOINT_EVERY === 0 && seq < count) {
      const previous = checkpoints.length ? fingerprintOf(checkpoints.at(-1)!) : FIRST_HASH;
      const statement = { seq, hash, at, previous };
      checkpoints.push(how.signs ? signed(statement, how.signs) : signatureless(statement));
    }
  };
  while (events.length < count) {
    const n = events.length;
    const mentions = n % 3 === 1 ? [`officer:${random(9)}`] : n % 3 === 2 ? [`officer:${random(5)}`, `officer:${5 + random(5)}`] : [];
    add(
      pick(random, ['finding.setCause', 'review.open', 'session.create']),
      `finding:${random(9)}`,
      mentions,
      JSON.stringify({ note: `Ghi chú ${n} ${random(1e6)}` }),
    );
  }
  for (const seq of how.erases ?? []) {
    Object.assign(events[seq - 1]!, { details: null, salt: null });
    add(ERASE, eventNamed(seq), [], '{}');
  }
  return { events, head: sealed({ seq: events.length, hash }, key), checkpoints, single };
}

export function verdictOf({ events, head, checkpoints }: Kept, key: KeyedHash | undefined): Verdict {
  const check = new ChainCheck(checkpoints);
  for (const event of events) check.take(event);
  return check.verdict({ seq: head.seq, hash: head.hash, isSealed: key ? key.isMac(sealedText(head), head.mac) : null });
}

/** The events linked anew from a place on, numbers in order, and a head to match, sealed with a key that is not the installation's. */
function relinked(kept: Kept, events: StoredEvent[]): Kept {
  let hash = FIRST_HASH;
  const linked = events.map((event, i) => {
    const act = { ...event, seq: i + 1 };
    hash = hashOf(hash, act);
    return { ...act, hash };
  });
  return { ...kept, events: linked, head: sealed({ seq: linked.length, hash }, stranger) };
}

const COLUMNS = ['at', 'actor', 'action', 'subject', 'details', 'salt', 'commitment', 'hash', 'mentions', 'seq'] as const;

export const ALTERATIONS = [
  ...COLUMNS.map((column) => `edit ${column}` as const),
  'edit a microsecond',
  'edit details with commitment',
  'edit details with commitment and hash',
  'empty details alone',
  'empty details and salt',
  'add a mention',
  'take a mention',
  'delete one',
  'delete several',
  'swap two',
  'swap the content of two',
  'insert one',
  'insert one after the end',
  'take from the end',
  'take from the end with the head',
  'take all with the head',
  'put an old head in place',
  'edit the head',
  'rewrite before a checkpoint',
  'rewrite after the last checkpoint',
  'rewrite without one',
  'rewrite with a stolen key',
  'replace all by another chain',
  'go back to an earlier moment',
] as const;
export type Alteration = (typeof ALTERATIONS)[number];

const other = (text: string, random: Random) => {
  const at = random(text.length || 1);
  return `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`;
};

function edited(event: StoredEvent, column: (typeof COLUMNS)[number], random: Random): StoredEvent {
  if (column === 'at') return { ...event, at: event.at + (random(2) ? 1 : -1) * (1 + random(86_400_000)) };
  if (column === 'seq') return { ...event, seq: event.seq + (random(2) ? 1_000 : -1_000) };
  if (column === 'mentions')
    return { ...event, mentions: event.mentions.length ? [other(event.mentions[0]!, random), ...event.mentions.slice(1)] : ['officer:x'] };
  return { ...event, [column]: other(event[column] ?? '', random) };
}

/** The chain after somebody has had their way with it; never the same as before. */
export function altered(kept: Kept, kind: Alteration, random: Random): Kept {
  const events = [...kept.events];
  const last = events.length;
  const i = random(last);
  const lastSigned = kept.checkpoints.at(-1)!.seq;
  const change = (at: number, event: Partial<StoredEvent>): Kept => ({ ...kept, events: events.with(at, { ...events[at]!, ...event }) });
  const column = COLUMNS.find((name) => kind === `edit ${name}`);
  if (column) return change(i, edited(events[i]!, column, random));
  const details = JSON.stringify({ note: `khác ${random(1e9)}` });
  switch (kind) {
    case 'edit a microsecond':
      return change(i, { at: events[i]!.at + (1 + random(999)) / 1000 });
    case 'edit details with commitment':
      return change(i, { details, commitment: commitmentOf(events[i]!.salt!, details) });
    case 'edit details with commitment and hash': {
      const commitment = commitmentOf(events[i]!.salt!, details);
      return change(i, { details, commitment, hash: hashOf(events[i - 1]?.hash ?? FIRST_HASH, { ...events[i]!, commitment }) });
    }
    case 'empty details alone':
      return change(i, random(2) ? { details: null } : { salt: null });
    case 'empty details and salt':
      return change(i, { details: null, salt: null });
    case 'add a mention':
      return change(i, { mentions: [...events[i]!.mentions, 'officer:added'] });
    case 'take a mention': {
      const at = events.findIndex((e, n) => n >= Math.min(i, last - 3) && e.mentions.length > 0);
      return change(at, { mentions: events[at]!.mentions.slice(1) });
    }
    case 'delete one':
      return { ...kept, events: events.toSpliced(i, 1) };
    case 'delete several':
      return { ...kept, events: events.toSpliced(random(last - 5), 1 + random(5)) };
    case 'swap two':
    case 'swap the content of two': {
      const j = (i + 1 + random(last - 1)) % last;
      const [a, b] = [events[i]!, events[j]!];
      return kind === 'swap two'
        ? { ...kept, events: events.with(i, b).with(j, a) }
        : { ...kept, events: events.with(i, { ...b, seq: a.seq }).with(j, { ...a, seq: b.seq }) };
    }
    case 'insert one':
      return { ...kept, events: events.toSpliced(i, 0, { ...events[i]!, commitment: commitmentOf('x', details), details, salt: 'x' }) };
    case 'insert one after the end': {
      const act = { ...events.at(-1)!, seq: last + 1, details, salt: 'x', commitment: commitmentOf('x', details) };
      return { ...kept, events: [...events, { ...act, hash: hashOf(kept.head.hash, act) }] };
    }
    case 'take from the end':
      return { ...kept, events: events.slice(0, random(last)) };
    case 'take from the end with the head':
      return relinked(kept, events.slice(0, 1 + random(last - 1)));
    case 'take all with the head':
      return relinked(kept, []);
    case 'put an old head in place':
      return { ...kept, head: { ...kept.head, seq: i, hash: events[i - 1]?.hash ?? FIRST_HASH } };
    case 'edit the head':
      return {
        ...kept,
        head: {
          ...kept.head,
          ...pick(random, [{ seq: last + 1 }, { hash: other(kept.head.hash, random) }, { mac: other(kept.head.mac, random) }]),
        },
      };
    case 'rewrite before a checkpoint':
      return relinked(kept, events.with(random(lastSigned), edited(events[random(lastSigned)]!, 'actor', random)));
    case 'rewrite after the last checkpoint': {
      const at = lastSigned + random(last - lastSigned);
      return relinked(kept, events.with(at, edited(events[at]!, pick(random, ['actor', 'action', 'subject', 'at']), random)));
    }
    case 'rewrite without one':
      return relinked(kept, events.toSpliced(i, 1));
    case 'rewrite with a stolen key':
      return rewrittenBeforeCheckpoint(kept, random, lastSigned);
    case 'replace all by another chain':
      return { ...chainOf(random, stranger, last), checkpoints: kept.checkpoints };
    case 'go back to an earlier moment':
      // The head of that moment bore a good seal: only a checkpoint signed since then knows better.
      return rolledBack(kept, 1 + random(lastSigned - 1));
    default:
      throw new Error(`No way to ${kind}`);
  }
}

const installation = new KeyedHash('the key of the installation');

const rolledBack = (kept: Kept, seq: number): Kept => ({
  ...kept,
  events: kept.events.slice(0, seq),
  head: sealed({ seq, hash: kept.events[seq - 1]!.hash }, installation),
});

function rewrittenBeforeCheckpoint(kept: Kept, random: Random, lastSigned: number): Kept {
  const at = random(lastSigned);
  const { events, head } = relinked(kept, kept.events.with(at, edited(kept.events[at]!, 'action', random)));
  return { ...kept, events, head: sealed(head, installation) };
}
