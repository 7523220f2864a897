/**
 * Writes checkpoints of the audit chain while a server runs: after every 100 events or 5 minutes, and when it stops (G-22). It signs only
 * what it has verified since the checkpoint before. Nothing that goes wrong here stops the server: it is logged, and shows in the metrics.
 */
import type { KeyObject } from 'node:crypto';
import type { ChainEnd } from './audit-chain.rules.js';
import type { Checkpoint } from './audit-checkpoint.rules.js';
import { checkpointFolder, newestCheckpoint, signingKey, writeCheckpoint } from './audit-checkpoint-folder.js';
import { auditShape } from './audit-shape.js';
import { askOf, verifyChain } from './audit-verify.js';
import type { Ground } from './ground.js';

export const EVENTS_A_CHECKPOINT = 100;
export const CHECKPOINT_MILLISECONDS = 5 * 60_000;
const LOOK_MILLISECONDS = 5_000;

const keepers = new WeakMap<Ground, AuditKeeper>();

/** The keeper of a ground; undefined where none was started. */
export const auditKeeperOf = (ground: Ground): AuditKeeper | undefined => keepers.get(ground);

/** Seconds since the chain was last signed up to its end; undefined where no keeper runs. For hopthu_audit_checkpoint_age_seconds. */
export const checkpointAgeSeconds = (ground: Ground): number | undefined => keepers.get(ground)?.ageSeconds();

export class AuditKeeper {
  readonly folder: string;
  /** Whether what was read since the last checkpoint did not hold together: nothing is signed until somebody has looked. */
  isBroken = false;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private key: KeyObject | undefined;
  private last: Checkpoint | undefined;
  private signedUpTo: number;

  constructor(private readonly ground: Ground) {
    this.folder = checkpointFolder(ground.dataFolder);
    this.signedUpTo = performance.now();
    keepers.set(ground, this);
  }

  start(): this {
    this.timer = setInterval(() => void this.look(), LOOK_MILLISECONDS).unref();
    return this;
  }

  /** Seconds since every event was last found to be signed. */
  ageSeconds(): number {
    return Math.round((performance.now() - this.signedUpTo) / 1000);
  }

  /** Looks whether a checkpoint is due and writes it; at once when `isLast`. */
  async look(isLast = false): Promise<void> {
    if (this.looking && !isLast) return this.looking;
    await this.looking;
    this.looking = this.write(isLast)
      .catch((error: unknown) => this.ground.log.error({ error, folder: this.folder }, 'No checkpoint of the audit log could be written'))
      .finally(() => {
        this.looking = undefined;
      });
    return this.looking;
  }

  private async write(isLast: boolean): Promise<void> {
    const ask = askOf(this.ground.native);
    const now = this.ground.clock.now();
    const [head] = await ask<ChainEnd>('select seq, hash from public.audit_head where id = 1', []);
    // Another server on the same database may have written one meanwhile.
    if (!this.last || head!.seq !== this.last.seq) this.last = (await newestCheckpoint(this.folder)) ?? this.last;
    const last = this.last;
    if (head!.seq === (last?.seq ?? 0) && !this.isBroken) {
      if (last && last.hash !== head!.hash) return this.alarm(head!.seq);
      this.signedUpTo = performance.now();
      return;
    }
    if (last && head!.seq < last.seq) return this.alarm(head!.seq);
    const isDue = !last || head!.seq >= last.seq + EVENTS_A_CHECKPOINT || now.getTime() - last.at >= CHECKPOINT_MILLISECONDS;
    if (!isDue && !isLast) return;
    const shape = await auditShape(ask);
    if (shape.length) return this.alarm(head!.seq, shape);
    const verdict = await verifyChain(ask, { from: last, key: this.ground.key });
    if (!verdict.isWhole) return this.alarm(verdict.breaks[0]!.seq, verdict.breaks);
    this.isBroken = false;
    this.key ??= await signingKey(this.ground.dataFolder);
    this.last = (await writeCheckpoint(this.folder, this.key, verdict.end, now)) ?? (await newestCheckpoint(this.folder));
    this.signedUpTo = performance.now();
  }

  private alarm(seq: number, breaks?: unknown): void {
    if (!this.isBroken) this.ground.log.fatal({ seq, breaks, folder: this.folder }, 'The audit log was altered: run `hopthu audit verify`');
    this.isBroken = true;
  }

  /** Writes the last checkpoint; before the store closes. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.look(true);
  }
}
