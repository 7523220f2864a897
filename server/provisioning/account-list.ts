/** The whole list of accounts of a mail system, or why it is not whole: nothing is concluded from a part of one. */
import { type Account, type MailConnector, Unreachable } from './connector.js';
import { isListShort } from './drift.rules.js';
import { provisioningMessages } from './provisioning.messages.js';

export interface Listed {
  accounts: Account[];
  isWhole: boolean;
  /** Why not, in the system's words. */
  problem: string | null;
}

/** `listedLastTime`: a list that is much shorter than the last whole one is not believed. */
export async function listAccounts(connector: MailConnector, listedLastTime: number | null): Promise<Listed> {
  const accounts: Account[] = [];
  const list = connector.list();
  try {
    for await (const account of list) accounts.push(account);
  } catch (error) {
    // A fault of our own is one: its words may hold anything.
    if (!(error instanceof Unreachable)) throw error;
    return { accounts, isWhole: false, problem: error.message };
  }
  if (!(await list.complete)) return { accounts, isWhole: false, problem: list.problem() ?? provisioningMessages.listCut.en };
  if (isListShort(accounts.length, listedLastTime)) return { accounts, isWhole: false, problem: provisioningMessages.listShort.en };
  return { accounts, isWhole: true, problem: null };
}
