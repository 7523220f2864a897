/**
 * What is asked of a mail system that has no interface? Nothing: its orders wait, stand in the file that an administrator downloads, and are closed by
 * the file that comes back (hand-over.rules.ts). The runner must leave them alone, and ask `isHandedOver` first.
 */
import { type AccountList, type MailConnector, type NewAccount, type Operation, Unreachable } from '../connector.js';
import { handOverTexts } from '../hand-over.messages.js';

/** A connector whose orders are handed over; none of its operations may be called. */
export interface HandOverConnector extends MailConnector {
  readonly isHandedOver: true;
}

/** Whether the orders of a connector wait for a person's confirmation instead of being carried out. */
export const isHandedOver = (connector: MailConnector): connector is HandOverConnector =>
  (connector as Partial<HandOverConnector>).isHandedOver === true;

const NO_INTERFACE = 'this mail system has no interface; its orders are handed over as a file';

/** What the file has no column for, as nothing secret and no address outside the registry goes into it. */
const UNWRITTEN: Partial<Record<Operation, string>> = {
  RESET_PASSWORD: 'passwords are not handed over',
  FORWARD: 'forwarding is not handed over',
};

const noList: AccountList = {
  async *[Symbol.asyncIterator]() {},
  complete: Promise.resolve(false),
  problem: () => NO_INTERFACE,
};

const never = async (): Promise<never> => {
  throw new Error(NO_INTERFACE);
};

/** The people who run the system can do whatever a person can be told in a row: suspending with delivery is theirs to see to. */
export function fileConnector(name: string): HandOverConnector {
  return {
    name,
    isHandedOver: true,
    capabilities: () => ({
      suspendKeepsDelivery: true,
      endSessions: false,
      forward: false,
      resetPassword: false,
      list: 'none',
      verify: 'none',
    }),
    async plan(operation, { address, name: holder }: NewAccount) {
      const unwritten = UNWRITTEN[operation];
      return [
        { means: 'file', text: unwritten ? `nothing is written: ${unwritten}` : `a row of the file: ${operation} ${address} (${holder})` },
      ];
    },
    provision: never,
    suspend: never,
    restore: never,
    revoke: never,
    resetPassword: never,
    forward: never,
    async observe() {
      throw new Unreachable(NO_INTERFACE);
    },
    list: () => noList,
    check: async () => ({ isWell: true, steps: [{ name: handOverTexts.check, isWell: true }] }),
    close: async () => {},
  };
}
