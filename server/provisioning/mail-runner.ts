/**
 * Who carries out the orders to mail systems? A worker of its own, in every server and in every `hopthu work`: each claims what nobody else works at.
 * A system that does not answer keeps its own orders waiting and no others (G-9).
 */
import { MAIL_ORDERED } from '../decisions/mail-ordered.js';
import { BackgroundWork } from '../kernel/background-work.js';
import type { Ground } from '../kernel/ground.js';
import { endDueEmergencies } from './emergency-end.js';
import { brake } from './order-brake.js';
import { carryOut } from './order-carrying.js';
import { assignSystems, claimOrder } from './order-claim.js';
import { noteResult } from './order-result.js';
import { mailSystemsOf, type OpenSystem } from './mail-systems.js';

/** What is tried again sooner than the routine looks is looked for by an alarm. */
const SOON_MILLISECONDS = 35_000;

const runners = new WeakMap<Ground, MailRunner>();

/** The worker of a ground. */
export function mailRunnerOf(ground: Ground): MailRunner {
  let runner = runners.get(ground);
  if (!runner) runners.set(ground, (runner = new MailRunner(ground)));
  return runner;
}

/** Orders are carried out as soon as a decision has given them, and looked for now and then: those tried again, and those of a server that died. */
export function carryOutMailOrders(ground: Ground): void {
  ground.outbox.on<object>(
    MAIL_ORDERED,
    async () => mailRunnerOf(ground).wake(),
    (one) => one,
  );
  ground.routines.add('mail.orders', { seconds: 5 }, async () => mailRunnerOf(ground).wake());
  ground.routines.add('mail.emergencies', { seconds: 30 }, endDueEmergencies);
  ground.metrics.gauge('hopthu_mail_runner_is_busy', '1 while orders to mail systems are being carried out.', () =>
    mailRunnerOf(ground).isBusy ? 1 : 0,
  );
}

export class MailRunner extends BackgroundWork {
  private readonly alarms = new Set<NodeJS.Timeout>();

  constructor(ground: Ground) {
    super(ground, 'Carrying out orders to mail systems');
  }

  /** Ends after the attempts at hand: each has its own time limits. */
  override async stop(): Promise<void> {
    for (const alarm of this.alarms) clearTimeout(alarm);
    await super.stop();
    await mailSystemsOf(this.ground).close();
  }

  protected async round(): Promise<void> {
    const { ground } = this;
    await assignSystems(ground);
    const systems = await mailSystemsOf(ground).running();
    const fault = (error: unknown) => ground.log.error({ error }, 'A lane of orders to a mail system stopped');
    const lanes = systems.flatMap((system) => Array.from({ length: system.parallel }, () => this.lane(system).catch(fault)));
    await Promise.all(lanes);
  }

  private async lane(system: OpenSystem): Promise<void> {
    const { ground } = this;
    while (!this.isStopped) {
      await brake(ground, system);
      const order = await claimOrder(ground, system.name);
      if (!order) return;
      const result = await carryOut(ground, system.connector, order);
      const next = await noteResult(ground, system.name, order, result, system.connector.capabilities());
      if (next) this.setAlarm(next.getTime() - ground.clock.now().getTime());
      // A system that is down is not asked for every order that waits for it.
      if (result.outcome === 'retryable' || result.outcome === 'unknown') return;
    }
  }

  private setAlarm(milliseconds: number): void {
    if (milliseconds > SOON_MILLISECONDS || this.isStopped) return;
    const alarm = setTimeout(
      () => {
        this.alarms.delete(alarm);
        this.wake();
      },
      Math.max(milliseconds, 50),
    ).unref();
    this.alarms.add(alarm);
  }
}
