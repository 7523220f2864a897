/**
 * Who carries out what a command ordered? Handlers, one a kind, after the command's transaction. A message is claimed for a
 * short lease, so that with several servers each is worked by one at a time; a handler that failed is tried again later.
 * Orders of a kind that can be joined are carried out together, so that many of them do not keep the others waiting.
 */
import type { Ground } from './ground.js';

export type Handler = (payload: never, ground: Ground) => Promise<void>;

/** Two orders in one, which asks for at least what both ask for. */
export type Join<P> = (one: P, other: P) => P;

interface Claimed {
  id: string;
  kind: string;
  payload: unknown;
  attempts: number;
}

const LEASE_SECONDS = 300;
const MOST_JOINED = 1_000;
const WAITS_SECONDS = [1, 5, 30, 120, 600, 1800, 3600];

export class Outbox {
  private readonly handlers = new Map<string, Handler>();
  private readonly joins = new Map<string, Join<never>>();
  private running: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;
  private ground: Ground | undefined;

  stand(ground: Ground): void {
    this.ground = ground;
  }

  on<P>(kind: string, handler: (payload: P, ground: Ground) => Promise<void>, join?: Join<P>): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers for ${kind}`);
    this.handlers.set(kind, handler as Handler);
    if (join) this.joins.set(kind, join as unknown as Join<never>);
  }

  /** Starts working in the background if there is anything to do. */
  wake(): void {
    void this.drain().catch((error: unknown) => this.ground?.log.error({ error }, 'The outbox stopped'));
  }

  /** Works until nothing is due; for tests and for closing. */
  async drain(): Promise<void> {
    if (this.running) {
      this.isAskedAgain = true;
      return this.running;
    }
    this.running = this.work().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running?.catch(() => undefined);
  }

  private async work(): Promise<void> {
    do {
      this.isAskedAgain = false;
      for (let next = await this.claim(); next && !this.isStopped; next = await this.claim()) await this.carryOut(next);
    } while (this.isAskedAgain && !this.isStopped);
  }

  private async claim(): Promise<Claimed | undefined> {
    const { ground } = this;
    if (!ground || this.handlers.size === 0 || this.isStopped) return undefined;
    const em = ground.orm.em.fork();
    const kinds = [...this.handlers.keys()];
    const [row] = await em.execute<Claimed[]>(
      `update outbox_message set attempts = attempts + 1, not_before = now() + interval '${LEASE_SECONDS} seconds'
       where id = (select id from outbox_message where done_at is null and (not_before is null or not_before <= now())
                   and kind in (${kinds.map(() => '?').join(', ')}) order by created_at, id limit 1 for update skip locked)
       returning id, kind, payload, attempts`,
      kinds,
    );
    return row;
  }

  /** Orders of the same kind that nobody has tried yet; one that failed is tried alone. */
  private async claimAlike({ kind, attempts }: Claimed): Promise<Claimed[]> {
    if (attempts > 1 || !this.joins.has(kind)) return [];
    return this.ground!.orm.em.fork().execute<Claimed[]>(
      `update outbox_message set attempts = attempts + 1, not_before = now() + interval '${LEASE_SECONDS} seconds'
       where id in (select id from outbox_message where done_at is null and attempts = 0 and not_before is null and kind = ?
                    order by created_at, id limit ${MOST_JOINED} for update skip locked)
       returning id, kind, payload, attempts`,
      [kind],
    );
  }

  private async carryOut(first: Claimed): Promise<void> {
    const ground = this.ground!;
    const em = ground.orm.em.fork();
    const { kind, attempts } = first;
    const orders = [first, ...(await this.claimAlike(first))];
    const ids = `{${orders.map(({ id }) => id).join(',')}}`;
    try {
      const payload = orders.map(payloadOf).reduce((one, other) => this.joins.get(kind)!(one, other));
      await this.handlers.get(kind)!(payload, ground);
      await em.execute('update outbox_message set done_at = now(), last_error = null where id = any(?::uuid[])', [ids]);
    } catch (error) {
      const wait = WAITS_SECONDS[Math.min(attempts, WAITS_SECONDS.length) - 1];
      ground.log.error({ kind, ids, attempts, error }, 'An order was not carried out and will be tried again');
      await em.execute(
        `update outbox_message set not_before = now() + interval '${wait} seconds', last_error = ? where id = any(?::uuid[])`,
        [(error as Error).name, ids],
      );
    }
  }
}

const payloadOf = ({ payload }: Claimed) => (typeof payload === 'string' ? JSON.parse(payload) : payload) as never;
