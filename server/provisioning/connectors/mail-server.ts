/**
 * What must be done at the mail server after a state was written, so that revoked means out (G-11)? It forgets what it remembers, live sessions are
 * ended, and it is asked what it now believes. Everything here may be done again; what is left undone is said, never passed over.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { AccountState, Change } from '../connector.js';
import { Doveadm, type DoveadmAddress, DoveadmFault, isMask } from './doveadm.js';

export interface MailServerSettings extends DoveadmAddress {
  /** Whether sleeping sessions of others may be ended too, where one that sleeps with them must be. */
  endOthersToo: boolean;
  /** Whether Dovecot's user lookup tells a revoked account from an open one; it cannot where every address has mail. */
  asksDovecot: boolean;
}

/** What the mail server made of it. */
export interface Settled {
  /** It believes what was written, and nobody is left inside. */
  isSettled: boolean;
  liveSessionsRemaining?: number;
  /** What is left to do. */
  message?: string;
}

/** How long sessions have to end, and how often it is looked. */
const PATIENCE = 5_000;
const LOOK = 150;
const KICK_AGAIN = 1_500;

export class MailServer {
  private readonly doveadm: Doveadm;

  constructor(private readonly settings: MailServerSettings) {
    this.doveadm = new Doveadm(settings);
  }

  /** After writing: forget, end the sessions where the state shuts people out, and see what is believed. */
  async settle(address: string, state: AccountState, { endsSessions = state !== 'ACTIVE' } = {}): Promise<Settled> {
    try {
      await this.doveadm.forget(address);
      const left = endsSessions ? await this.endSessions(address) : undefined;
      const remaining = left === undefined ? {} : { liveSessionsRemaining: left };
      if (left) return { isSettled: false, ...remaining, message: `${left} live sessions remain` };
      if (!this.settings.asksDovecot || (await this.doveadm.knows(address)) === (state !== 'REVOKED'))
        return { isSettled: true, ...remaining };
      const message = state === 'REVOKED' ? 'Dovecot still keeps mail for this address' : 'Dovecot does not know this address';
      return { isSettled: false, ...remaining, message };
    } catch (fault) {
      if (fault instanceof DoveadmFault) return { isSettled: false, message: fault.message };
      throw fault;
    }
  }

  /** Ends them and looks until nobody is there; answers how many are left. Sleepers who share their process with others are waited for, or not spared. */
  async endSessions(address: string): Promise<number> {
    const deadline = Date.now() + PATIENCE;
    let kicked = 0;
    for (;;) {
      const left = await this.doveadm.sessions(address);
      if (left === 0 || Date.now() > deadline) return left;
      // One that was just moving from sleep to work is missed by the first kick.
      if (Date.now() - kicked > KICK_AGAIN && (this.settings.endOthersToo || !(await this.doveadm.sleepsWithOthers(address)))) {
        await this.doveadm.end(address);
        kicked = Date.now();
      }
      await pause(LOOK);
    }
  }

  /** What can be told of the account besides its state; nothing where Dovecot does not answer. */
  async seen(address: string): Promise<{ sessions?: number; inbox?: { messages: number; unseen: number } }> {
    try {
      const [sessions, inbox] = await Promise.all([this.doveadm.sessions(address), this.doveadm.inbox(address)]);
      return { sessions, ...(inbox && { inbox }) };
    } catch (fault) {
      if (fault instanceof DoveadmFault) return {};
      throw fault;
    }
  }

  /** What settle() would ask for. */
  planned(address: string, state: AccountState): Change[] {
    if (isMask(address)) return [];
    const asked = (command: string, parameters: object): Change => ({ means: 'doveadm', text: `${command} ${JSON.stringify(parameters)}` });
    return [
      asked('authCacheFlush', { user: [address] }),
      ...(state === 'ACTIVE' ? [] : [asked('kick', { mask: [address], force: true })]),
      ...(this.settings.asksDovecot ? [asked('user', { userMask: [address] })] : []),
    ];
  }

  /** Throws `DoveadmFault` when it does not answer. */
  async answers(): Promise<void> {
    await this.doveadm.sessions('nobody@invalid');
  }

  knows(address: string): Promise<boolean> {
    return this.doveadm.knows(address);
  }
}
