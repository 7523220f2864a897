/** How is one order carried out? By what the port offers; where it may have been written before, the mailbox is looked at first and nothing is written blindly. */
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { type FoundState, type MailConnector, type NewAccount, type Result, Unreachable } from './connector.js';
import { unusablePasswordHash } from './mail-password.js';
import type { ClaimedOrder } from './order-claim.js';
import { provisioningMessages } from './provisioning.messages.js';

/** Quota of a new mailbox, where its system asks for one. */
const QUOTA_MB = 1024;

const WANTED: Readonly<Partial<Record<ClaimedOrder['kind'], FoundState>>> = { SUSPEND: 'SUSPENDED', RESTORE: 'ACTIVE', REVOKE: 'REVOKED' };

/** The account as a connector is told of it. */
export function accountOf(order: ClaimedOrder, passwordHash: string): NewAccount {
  return {
    accountId: order.accountId ?? order.mailboxId,
    address: order.address,
    fence: order.fence,
    name: order.name ?? order.address,
    passwordHash,
    quotaMb: QUOTA_MB,
    forwardTo: order.forwarding?.forwardTo ?? [],
    keepCopy: order.forwarding?.keepCopy ?? true,
  };
}

/** A password that nobody knows, of a new mailbox or after an emergency; the same at every attempt, so that one that was written is recognised. */
async function unknownPassword(ground: Ground, order: ClaimedOrder): Promise<string> {
  const hash = order.passwordHash ?? (await unusablePasswordHash());
  const [kept] = await executeBound<{ password_hash: string }>(
    ground.orm.em.fork(),
    'update mail_order set password_hash = coalesce(password_hash, $2) where id = $1::uuid returning password_hash',
    [order.id, hash],
  );
  return kept?.password_hash ?? hash;
}

const isDone = ({ outcome }: Result): boolean => outcome === 'changed' || outcome === 'unchanged';

/** A later order wants another state: this one writes nothing more. Where it may have been written, what is there is noted. */
async function overtaken(connector: MailConnector, order: ClaimedOrder, account: NewAccount): Promise<Result> {
  const message = provisioningMessages.overtaken.en;
  if (!order.isUnsettled) return { outcome: 'unchanged', verified: false, message };
  const { state } = await connector.observe(account);
  return { outcome: 'unchanged', after: state, verified: false, message };
}

async function restored(connector: MailConnector, order: ClaimedOrder, account: NewAccount, ground: Ground): Promise<Result> {
  if (!order.needsNewPassword) return connector.restore(account);
  // After an emergency the old password, which somebody else may know, goes before the mailbox opens, by whichever order and attempt it does.
  const reset = await connector.resetPassword(account, await unknownPassword(ground, order));
  return isDone(reset) ? connector.restore(account) : reset;
}

async function asked(connector: MailConnector, order: ClaimedOrder, ground: Ground): Promise<Result> {
  const account = accountOf(order, order.passwordHash ?? '');
  if (order.isOvertaken) return overtaken(connector, order, account);
  switch (order.kind) {
    case 'PROVISION':
      return connector.provision({ ...account, passwordHash: await unknownPassword(ground, order) });
    case 'SUSPEND':
      return connector.suspend(account);
    case 'REVOKE':
      return connector.revoke(account);
    case 'RESTORE':
      return restored(connector, order, account, ground);
    case 'RESET_PASSWORD':
      if (!order.passwordHash) return { outcome: 'permanent', verified: false, message: provisioningMessages.noPassword.en };
      return connector.resetPassword(account, order.passwordHash);
    case 'FORWARD':
      return connector.forward(account, order.forwarding ?? { forwardTo: [], keepCopy: true });
  }
}

/** Carries an order out. Never throws: what went wrong is in the result. */
export async function carryOut(ground: Ground, connector: MailConnector, order: ClaimedOrder): Promise<Result> {
  try {
    return await asked(connector, order, ground);
  } catch (error) {
    if (error instanceof Unreachable)
      return {
        outcome: order.isUnsettled ? 'unknown' : 'retryable',
        verified: false,
        message: error.message,
        retryAfterSeconds: error.retryAfterSeconds,
      };
    // A fault of our own: nobody knows how far it came. Its words may hold anything, so only its name is kept.
    ground.log.error({ error, order: order.id }, 'An order to a mail system met a fault');
    return { outcome: 'unknown', verified: false, message: (error as Error).name };
  }
}

/** The state a result leaves the mailbox in; undefined where it says nothing about it. */
export function stateAfter(order: Pick<ClaimedOrder, 'kind'>, result: Result): FoundState | undefined {
  if (!isDone(result)) return undefined;
  return (
    result.after ??
    (result.message === provisioningMessages.overtaken.en ? undefined : order.kind === 'PROVISION' ? 'ACTIVE' : WANTED[order.kind])
  );
}
