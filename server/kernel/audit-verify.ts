/** Reads the audit chain out of a store, piece by piece beside everything else that goes on there, and verifies it (G-22). */
import { type ChainEnd, sealedText } from './audit-chain.rules.js';
import { ChainCheck, type Head, type Verdict } from './audit-verify.rules.js';
import type { Native } from './ground.js';
import type { KeyedHash } from './keyed-hash.js';

/** Asks the store; rows with plain values. */
export type Ask = <R>(sql: string, parameters: unknown[]) => Promise<R[]>;

const EVENTS_A_PIECE = 5_000;
const BEFORE_ALL = -(2 ** 31) - 1;

export const askOf = (native: Native): Ask =>
  native.kind === 'embedded'
    ? async <R>(sql: string, parameters: unknown[]) => (await native.pglite.query<R>(sql, parameters)).rows
    : async <R>(sql: string, parameters: unknown[]) => (await native.pool.query(sql, parameters)).rows as R[];

// Microseconds, so that no part of a time can be changed unseen; an infinite one is no time. One text for a whole piece: the embedded
// store gives it three times as fast as rows.
const EVENTS = `select coalesce(pg_catalog.json_agg(pg_catalog.json_build_array(seq, case when isfinite(at) then (extract(epoch from at) * 1000000)::int8 else -1 end,
    actor, action, subject, details, salt, commitment, hash) order by seq), '[]')::text as piece
  from (select * from public.audit_event where seq > $1::int8 order by seq limit ${EVENTS_A_PIECE}) e`;
const MENTIONS = 'select seq, subject from public.audit_mention where seq > $1::int8 and seq <= $2::int8 order by seq';
// One statement sees one moment: where the head stands, and whether anything came after what was read.
const END = `select h.seq, h.hash, h.mac, (select count(*)::int from public.audit_event where seq > $1::int8) as more,
  (select count(*)::int from public.audit_mention where seq > $1::int8) as loose from public.audit_head h where h.id = 1`;

type Row = [
  seq: number,
  micros: number,
  actor: string,
  action: string,
  subject: string,
  details: string | null,
  salt: string | null,
  commitment: string,
  hash: string,
];
interface Mention {
  seq: number;
  subject: string;
}

export interface Verifying {
  /** Where to begin; the whole chain without it. */
  from?: ChainEnd;
  /** In the order of their numbers, signatures verified. */
  checkpoints?: readonly ChainEnd[];
  /** The installation's key; without it the seal of the end cannot be told. */
  key?: KeyedHash;
  onProgress?: (done: number, total: number) => void;
}

/** Verifies the chain. Acts recorded meanwhile are verified too, or left to the next time; they never break it. */
export async function verifyChain(ask: Ask, { from, checkpoints = [], key, onProgress }: Verifying = {}): Promise<Verdict> {
  const check = new ChainCheck(checkpoints, from);
  const [{ total } = { total: 0 }] = await ask<{ total: number }>('select max(seq) as total from public.audit_event', []);
  if (from && from.seq > 0) await expectStart(ask, from, check);
  let after = from && from.seq > 0 ? from.seq : BEFORE_ALL;
  let reading = pieceAfter(ask, after);
  for (;;) {
    const { events, mentions } = await reading;
    const last = events.at(-1)?.[0];
    if (last !== undefined) {
      const isFull = events.length === EVENTS_A_PIECE;
      // The store reads on while this piece is verified.
      if (isFull) reading = pieceAfter(ask, last);
      takeAll(check, events, mentions);
      after = last;
      onProgress?.(last, Math.max(total ?? 0, last));
      if (isFull) continue;
    }
    const [end] = await ask<ChainEnd & { mac: string | null; more: number; loose: number }>(END, [after]);
    if (end && end.more > 0) {
      reading = pieceAfter(ask, after);
      continue;
    }
    if (end && end.loose > 0) check.broken('MENTION', after);
    return check.verdict(end ? headOf(end, key) : null);
  }
}

async function pieceAfter(ask: Ask, after: number): Promise<{ events: Row[]; mentions: Mention[] }> {
  const [{ piece }] = (await ask<{ piece: string }>(EVENTS, [after])) as [{ piece: string }];
  const events = JSON.parse(piece) as Row[];
  const last = events.at(-1)?.[0];
  return { events, mentions: last === undefined ? [] : await ask<Mention>(MENTIONS, [after, last]) };
}

const headOf = ({ seq, hash, mac }: ChainEnd & { mac: string | null }, key: KeyedHash | undefined): Head => ({
  seq,
  hash,
  isSealed: key ? mac !== null && key.isMac(sealedText({ seq, hash }), mac) : null,
});

async function expectStart(ask: Ask, { seq, hash }: ChainEnd, check: ChainCheck): Promise<void> {
  const [event] = await ask<{ hash: string }>('select hash from public.audit_event where seq = $1', [seq]);
  if (event?.hash !== hash) check.broken('CHECKPOINT', seq);
}

/** Gives each event its mentions; a mention without an event is a break. */
function takeAll(check: ChainCheck, rows: readonly Row[], mentions: readonly Mention[]): void {
  let m = 0;
  for (const [seq, micros, actor, action, subject, details, salt, commitment, hash] of rows) {
    for (; m < mentions.length && mentions[m]!.seq < seq; m++) check.broken('MENTION', mentions[m]!.seq);
    const own: string[] = [];
    for (; m < mentions.length && mentions[m]!.seq === seq; m++) own.push(mentions[m]!.subject);
    check.take({ seq, at: micros / 1000, actor, action, subject, mentions: own, details, salt, commitment, hash });
  }
}
