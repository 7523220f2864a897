/**
 * Work that is done in the background, one run at a time: who wakes it while it runs makes it look once more before it rests, so that nothing
 * written meanwhile is left lying.
 */
import type { Ground } from './ground.js';

export abstract class BackgroundWork {
  protected isStopped = false;
  private running: Promise<void> | undefined;
  protected isAskedAgain = false;

  /** @param name what it does, in the log when it stops by a fault */
  constructor(
    protected readonly ground: Ground,
    private readonly name: string,
  ) {}

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Starts it in the background. */
  wake(): void {
    if (this.isStopped) return;
    void this.drain().catch((error: unknown) => this.ground.log.error({ error }, `${this.name} stopped`));
  }

  /** Works until nothing is due. */
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

  /** Waits for what is being done, starts nothing. */
  async idle(): Promise<void> {
    await this.running?.catch(() => undefined);
  }

  /** Takes nothing new and waits for what is being done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.idle();
  }

  /** Everything that is due now. */
  protected abstract round(): Promise<void>;

  private async work(): Promise<void> {
    do {
      this.isAskedAgain = false;
      await this.round();
    } while (this.isAskedAgain && !this.isStopped);
  }
}
