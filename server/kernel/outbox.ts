/**
 * Who carries out what a command ordered? Handlers, one a kind, after the command's transaction. A message is claimed for a
 * short lease, so that with several servers each is worked by one at a time; a handler that failed is tried again later.
 */
import type { Ground } from './ground.js';

export type Handler = (payload: never, ground: Ground) => Promise<void>;

interface Claimed {
  id: string;
  kind: string;
  payload: unknown;
  attempts: number;
}

const LEASE_SECONDS = 300;
const WAITS_SECONDS = [1, 5, 30, 120, 600, 1800, 3600];

export class Outbox {
  private readonly handlers = new Map<string, Handler>();
  private running: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;
  private ground: Ground | undefined;

  stand(ground: Ground): void {
    this.ground = ground;
  }

  on(kind: string, handler: Handler): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers for ${kind}`);
    this.handlers.set(kind, handler);
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

  private async carryOut({ id, kind, payload, attempts }: Claimed): Promise<void> {
    const ground = this.ground!;
    const em = ground.orm.em.fork();
    try {
      await this.handlers.get(kind)!((typeof payload === 'string' ? JSON.parse(payload) : payload) as never, ground);
      await em.execute('update outbox_message set done_at = now(), last_error = null where id = ?', [id]);
    } catch (error) {
      const wait = WAITS_SECONDS[Math.min(attempts, WAITS_SECONDS.length) - 1];
      ground.log.error({ kind, id, attempts, error }, 'An order was not carried out and will be tried again');
      await em.execute(`update outbox_message set not_before = now() + interval '${wait} seconds', last_error = ? where id = ?`, [
        (error as Error).name,
        id,
      ]);
    }
  }
}
