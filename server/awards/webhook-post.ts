/**
 * Who carries messages to other systems? A worker of its own, as with letters: a message is claimed for a short lease, so that of several servers one
 * sends it. Each system has a lane; one that does not answer keeps its own lane waiting and no other.
 */
import { systemActor } from '../identity/actor.js';
import { perform } from '../identity/command.js';
import { BackgroundWork } from '../kernel/background-work.js';
import type { Ground } from '../kernel/ground.js';
import { WebhookDelivery } from './webhook.entity.js';
import { type Knock, postTo } from './webhook-door.js';
import { internalHosts } from './webhook-settings.js';
import { openWebhookSecret, signedHeaders } from './webhook-signature.js';
import { KEPT_DAYS, mayBeInternal, nextAttempt } from './webhook.rules.js';

/** Longer than one attempt may take. */
const LEASE_SECONDS = 60;
/** How long a server that closes waits for the attempts at hand. */
const GRACE_MILLISECONDS = 5_000;
const GONE = 410;
/** Answers after which there is no use in sending the next one at once. */
const BUSY = [429, 502, 503, 504];

interface Claimed {
  id: string;
  attempts: number;
  messageId: string;
  body: string;
  subscriptionId: string;
  url: string;
  secret: string;
}

const posts = new WeakMap<Ground, WebhookPost>();

/** The worker of a ground. */
export function webhookPostOf(ground: Ground): WebhookPost {
  let post = posts.get(ground);
  if (!post) posts.set(ground, (post = new WebhookPost(ground)));
  return post;
}

/** Messages are sent as soon as they are written, and looked for now and then: those that are tried again, and those of a server that died. */
export function sendWebhooks({ routines }: Ground): void {
  routines.add('webhooks.send', { seconds: 10 }, async (ground) => webhookPostOf(ground).wake());
  routines.add('webhooks.drop', 'DAILY', dropOldMessages);
}

export class WebhookPost extends BackgroundWork {
  /** Shorter in tests. */
  timeoutMilliseconds = 10_000;
  private readonly breakingOff = new AbortController();

  constructor(ground: Ground) {
    super(ground, 'Sending messages to other systems');
  }

  /** Ends after the attempts at hand; one that takes too long is broken off and made again. */
  override async stop(): Promise<void> {
    const timer = setTimeout(() => this.breakingOff.abort(), GRACE_MILLISECONDS);
    await super.stop();
    clearTimeout(timer);
  }

  protected async round(): Promise<void> {
    const due = await this.ground.orm.em.fork().execute<{ id: string }[]>(
      `select s.id from webhook_subscription s where s.ended_at is null and exists (select 1 from webhook_delivery d
       where d.subscription_id = s.id and d.state = 'WAITING' and d.next_try_at <= ?)`,
      [this.ground.clock.now()],
    );
    const fault = (error: unknown) => this.ground.log.error({ error }, 'A lane of messages to another system stopped');
    await Promise.all(due.map(({ id }) => this.lane(id).catch(fault)));
  }

  private async lane(subscriptionId: string): Promise<void> {
    while (!this.isStopped) {
      const claimed = await this.claim(subscriptionId);
      if (!claimed) return;
      const knock = await this.send(claimed);
      if (this.breakingOff.signal.aborted && knock.status === undefined) return;
      await this.note(claimed, knock);
      const isDown = knock.problem !== undefined && (knock.status === undefined || BUSY.includes(knock.status));
      if (isDown) return;
    }
  }

  private async claim(subscriptionId: string): Promise<Claimed | undefined> {
    const [claimed] = await this.ground.orm.em.fork().execute<Claimed[]>(
      `update webhook_delivery d set leased_until = now() + interval '${LEASE_SECONDS} seconds', attempts = d.attempts + 1
       from webhook_message m, webhook_subscription s
       where m.id = d.message_id and s.id = d.subscription_id and s.ended_at is null
         and d.id = (select w.id from webhook_delivery w where w.subscription_id = ? and w.state = 'WAITING' and w.next_try_at <= ?
                       and (w.leased_until is null or w.leased_until <= now())
                     order by w.next_try_at, w.id limit 1 for update skip locked)
       returning d.id, d.attempts, m.id as "messageId", m.body, s.id as "subscriptionId", s.url, s.secret`,
      [subscriptionId, this.ground.clock.now()],
    );
    return claimed;
  }

  private async send({ messageId, body, subscriptionId, url, secret }: Claimed): Promise<Knock> {
    const { ground } = this;
    const key = openWebhookSecret(ground.key, subscriptionId, secret);
    // The city's clock may have been moved; the receiver's has not.
    const headers = signedHeaders(key, messageId, Math.floor(Date.now() / 1000), body);
    const isAllowed = mayBeInternal(new URL(url).hostname, internalHosts(ground));
    const letterbox = { url, mayBeInternal: isAllowed, timeoutMilliseconds: this.timeoutMilliseconds };
    return postTo(letterbox, headers, body, this.breakingOff.signal);
  }

  /** Records an attempt. One that was overtaken, after its lease or by the end of the subscription, changes nothing. */
  private async note({ id, attempts, subscriptionId }: Claimed, { status, problem }: Knock): Promise<void> {
    const { ground } = this;
    await perform({ ground, actor: systemActor }, async (act) => {
      act.allowAnyone('the post asks for it');
      act.unchanged();
      const delivery = await act.load(WebhookDelivery, id);
      if (delivery.state !== 'WAITING' || delivery.attempts !== attempts) return;
      Object.assign(delivery, { lastTriedAt: act.now, lastStatus: status ?? null, lastProblem: problem ?? null, leasedUntil: null });
      if (!problem) return void Object.assign(delivery, { state: 'DELIVERED', deliveredAt: act.now, nextTryAt: null });
      delivery.nextTryAt = status === GONE ? null : nextAttempt(attempts, act.now);
      if (delivery.nextTryAt) return;
      delivery.state = 'DEAD';
      act.record('webhook.giveUp', `webhook:${subscriptionId}`, { delivery: id, status, problem });
    });
    const outcome = problem ?? 'DELIVERED';
    ground.metrics.count('hopthu_webhook_attempts_total', 'Attempts to tell other systems, by what came of them.', { outcome });
    if (problem) ground.log.warn({ delivery: id, status, problem }, 'A message was not taken by another system');
  }
}

/** What is older than can be replayed is dropped, unless it still waits. */
async function dropOldMessages({ orm, clock }: Ground): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
  const em = orm.em.fork();
  await em.execute(`delete from webhook_delivery where created_at < ? and state <> 'WAITING'`, [before]);
  await em.execute(
    `delete from webhook_message m where m.created_at < ? and not exists (select 1 from webhook_delivery d where d.message_id = m.id)`,
    [before],
  );
}
