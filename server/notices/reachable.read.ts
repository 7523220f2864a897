/** By which addresses is somebody reached now? For what can be done with letters. */
import { sql } from 'kysely';
import type { Reader } from '../kernel/read.js';
import type { Reachable } from './letter-channel.rules.js';

const NOWHERE: Reachable = { otherEmail: null, mailbox: null, currentTier: null };

export async function reachablesOf({ db, run }: Reader, officerIds: readonly string[]): Promise<Reachable[]> {
  const rows = await run<{
    id: string;
    otherEmail: string | null;
    currentTier: string | null;
    prefersPaper: boolean;
    address: string | null;
    state: string;
    kind: string;
  }>(
    db
      .selectFrom('officer as o')
      .leftJoin('mailbox as m', 'm.id', 'o.mailbox_id')
      .select([
        'o.id',
        'o.other_email as otherEmail',
        'o.current_tier as currentTier',
        'o.prefers_paper as prefersPaper',
        'm.address',
        'm.state',
        'm.kind',
      ])
      .where(sql<boolean>`o.id = any(${[...officerIds]}::uuid[])`),
  );
  const byId = new Map(
    rows.map(({ id, address, state, kind, ...rest }) => [id, { ...rest, mailbox: address ? { address, state, kind } : null }]),
  );
  return officerIds.map((id) => byId.get(id) ?? NOWHERE);
}
