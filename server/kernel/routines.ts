/**
 * What is done regularly, by whichever server comes first? Named jobs, each run once however many servers there are: a job is claimed in
 * the database for a short lease, and when it last ran is remembered there, so that a restart neither repeats nor forgets it.
 */
import { type Day, dayIn } from './calendar.js';
import type { Ground } from './ground.js';

/** After so many seconds, or once each day of the city. */
export type Rhythm = { seconds: number } | 'DAILY';

type Job = (ground: Ground) => Promise<void>;

interface Named {
  name: string;
  rhythm: Rhythm;
  job: Job;
  /** May take minutes; the others do not wait for it. */
  isSlow: boolean;
}

const LOOK_MILLISECONDS = 5_000;
/** Longer than any job takes; one whose server died is begun again after it. */
const LEASE_SECONDS = 600;
/** Clocks of servers differ; a last run that lies further ahead than this was by a clock that has since been moved back. */
const AHEAD_MILLISECONDS = 3_600_000;

/** Whether a job that last ran then is due now. */
export function isDue(rhythm: Rhythm, lastRunAt: Date | null, now: Date, today: Day, zone: string): boolean {
  if (!lastRunAt || lastRunAt.getTime() > now.getTime() + AHEAD_MILLISECONDS) return true;
  return rhythm === 'DAILY' ? dayIn(zone, lastRunAt) < today : lastRunAt.getTime() + rhythm.seconds * 1000 <= now.getTime();
}

export class Routines {
  private readonly jobs: Named[] = [];
  private ground: Ground | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private slow: Promise<void> | undefined;
  private isStopped = false;

  stand(ground: Ground): void {
    this.ground = ground;
  }

  /** Adds a job; it must bear being broken off and begun again. One that is slow keeps none of the others waiting. */
  add(name: string, rhythm: Rhythm, job: Job, { isSlow = false } = {}): void {
    if (this.jobs.some((other) => other.name === name)) throw new Error(`Two routines ${name}`);
    this.jobs.push({ name, rhythm, job, isSlow });
  }

  /** Looks from now on every few seconds what is due; for servers that stay up. */
  start(): void {
    this.timer ??= setInterval(() => void this.runDue(), LOOK_MILLISECONDS).unref();
  }

  /** Runs what is due, one after the other, the slow ones last. A fault of one is logged and keeps no other from running. */
  async runDue(): Promise<void> {
    this.running ??= this.look(false).finally(() => {
      this.running = undefined;
    });
    await this.running;
    this.slow ??= this.look(true).finally(() => {
      this.slow = undefined;
    });
    await this.slow;
  }

  /** Whether this server is going down: what is slow stops at its next part. */
  get isStopping(): boolean {
    return this.isStopped;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    await this.slow;
  }

  private async look(isSlow: boolean): Promise<void> {
    for (const named of this.jobs.filter((one) => one.isSlow === isSlow)) {
      if (this.isStopped || !this.ground) return;
      await this.runIfDue(this.ground, named).catch((error: unknown) =>
        this.ground?.log.error({ routine: named.name, error }, 'A routine could not be looked at'),
      );
    }
  }

  private async runIfDue(ground: Ground, { name, rhythm, job }: Named): Promise<void> {
    const { clock } = ground;
    const now = clock.now();
    const [row] = await ground.orm.em
      .fork()
      .execute<{ at: Date | string | null }[]>('select last_run_at as at from routine where name = ?', [name]);
    const lastRunAt = row?.at ? new Date(row.at) : null;
    if (!isDue(rhythm, lastRunAt, now, clock.today(), clock.zone)) return;
    const lease = await this.claim(ground, name, lastRunAt);
    if (!lease) return;
    try {
      await job(ground);
    } catch (error) {
      ground.log.error({ routine: name, error }, 'A routine failed and is tried again at its next time');
    } finally {
      await ground.orm.em
        .fork()
        .execute('update routine set last_run_at = ?, leased_until = null where name = ? and leased_until::text = ?', [now, name, lease]);
    }
  }

  /** Takes the job for this server, by a lease that only it ends, unless another holds it, or has run it since it was looked at. */
  private async claim(ground: Ground, name: string, lastRunAt: Date | null): Promise<string | undefined> {
    const until = `now() + interval '${LEASE_SECONDS} seconds'`;
    const [claimed] = await ground.orm.em.fork().execute<{ lease: string }[]>(
      `insert into routine (name, leased_until) values (?, ${until})
       on conflict (name) do update set leased_until = ${until}
       where (routine.leased_until is null or routine.leased_until <= now()) and routine.last_run_at is not distinct from ?::timestamptz
       returning leased_until::text as lease`,
      [name, lastRunAt],
    );
    return claimed?.lease;
  }
}
