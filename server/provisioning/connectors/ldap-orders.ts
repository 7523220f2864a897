/**
 * How is an order carried out in a directory? Found, compared, written under the order's fence, the mail server told, and read back; what another
 * worker does in between makes it look again, never write blindly.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Change, type FoundState, type Operation, type Result, Unreachable } from '../connector.js';
import { DirectoryConnection } from './ldap-connection.js';
import { type Found, isKnownAs } from './ldap-entry.rules.js';
import { isSameDn } from './ldap-names.rules.js';
import { blanked, CODE, DirectoryFault, isPassing } from './ldap-faults.rules.js';
import type { LdapSettings } from './ldap-settings.rules.js';
import { decided, type Order, type Step, takingBack, WANTED } from './ldap-steps.rules.js';
import { ldifOf } from './ldif.rules.js';
import type { MailServer, Settled } from './mail-server.js';

/** What is asked of the mail server beside the directory. */
export type MailServerBeside = Pick<MailServer, 'settle' | 'seen' | 'planned' | 'answers' | 'knows'>;

/** How often it looks again because entries moved under its hands. */
const LOOKS = 20;
/** How often, and how long each time (milliseconds), it waits for an entry in the way to be taken away. */
const WAITS = 4;
const WAIT = 100;

/** What is known of an order under way. */
interface Course {
  before?: FoundState;
  found?: Found;
  /** Whether a step was written, or may have been. */
  isTouched: boolean;
  /** Whether anything but the fence was written. */
  differs: boolean;
  isWritten: boolean;
}

const setsPassword = (operation: Operation): boolean => operation === 'PROVISION' || operation === 'RESET_PASSWORD';
const endsSessions = (operation: Operation): boolean => operation === 'SUSPEND' || operation === 'REVOKE';
const targetOf = (step: Step): string => (step.kind === 'MOVE' ? `${step.newRdn},${step.newParent}` : step.dn);

export class LdapOrders {
  constructor(
    readonly settings: LdapSettings,
    private readonly password: string,
    readonly server?: MailServerBeside,
  ) {}

  open(): Promise<DirectoryConnection> {
    return DirectoryConnection.open(this.settings, this.password);
  }

  /** What a fault says, without secrets. */
  words(error: unknown, ...secrets: string[]): string {
    return blanked(error instanceof Error ? error.message : String(error), [this.password, ...secrets]);
  }

  /** Runs on a connection of its own; a fault means that nothing is known. */
  async asking<T>(act: (connection: DirectoryConnection) => Promise<T>): Promise<T> {
    let connection: DirectoryConnection | undefined;
    try {
      connection = await this.open();
      return await act(connection);
    } catch (error) {
      if (error instanceof DirectoryFault) throw new Unreachable(this.words(error));
      throw error;
    } finally {
      await connection?.close();
    }
  }

  async carryOut(operation: Operation, order: Order): Promise<Result> {
    const course: Course = { isTouched: false, differs: false, isWritten: false };
    let connection: DirectoryConnection | undefined;
    try {
      connection = await this.open();
      const refusal = await this.write(connection, operation, order, course);
      if (refusal) return { ...this.known(course), ...refusal, verified: false };
      // The mail server first, then the directory: what is read last is what holds.
      const { isSettled, liveSessionsRemaining, message } = await this.settle(operation, order.address, course);
      const isSeen = await this.readBack(connection, operation, order, course);
      return {
        ...this.known(course),
        outcome: course.differs ? 'changed' : 'unchanged',
        ...(course.found && { after: course.found.state }),
        ...(liveSessionsRemaining !== undefined && { liveSessionsRemaining }),
        verified: isSeen && isSettled,
        ...(message && { message }),
      };
    } catch (error) {
      return { ...this.known(course), ...this.outcomeOf(error, course, order), verified: false };
    } finally {
      await connection?.close();
    }
  }

  private known({ before, found }: Course): Pick<Result, 'accountId' | 'before'> {
    return { ...(found?.accountId && { accountId: found.accountId }), ...(before && { before }) };
  }

  private outcomeOf(error: unknown, course: Course, { passwordHash = '' }: Order): Pick<Result, 'outcome' | 'message'> {
    if (!(error instanceof DirectoryFault)) throw error;
    const message = this.words(error, passwordHash, passwordHash.replace(/^\{[^}]*\}/, ''));
    const { kind } = error;
    if (course.isWritten) return { outcome: course.differs ? 'changed' : 'unchanged', message: `written, but not read back: ${message}` };
    if (kind === 'SETTINGS') return { outcome: 'permanent', message };
    if (kind === 'REFUSED') return { outcome: isPassing(error.more.code!) ? 'retryable' : 'permanent', message };
    return { outcome: course.isTouched ? 'unknown' : 'retryable', message };
  }

  private async look(connection: DirectoryConnection, operation: Operation, order: Order, course: Course): Promise<Found[]> {
    const entries = await connection.find(order.accountId, order.address, setsPassword(operation));
    course.found = entries.find((entry) => isKnownAs(entry, order.accountId));
    course.before ??= course.found?.state ?? 'NONE';
    return entries;
  }

  /** Looks and writes until the entry says what the order says; answers with a refusal where it is refused. */
  private async write(
    connection: DirectoryConnection,
    operation: Operation,
    order: Order,
    course: Course,
  ): Promise<Pick<Result, 'outcome' | 'message'> | undefined> {
    const taken = new Set<string>();
    let gone = '';
    let made: string | undefined;
    let waits = 0;
    for (let look = 0; look < LOOKS; look += 1) {
      const entries = await this.look(connection, operation, order, course);
      const decision = decided(operation, order, entries, this.settings, taken);
      if (decision.kind === 'REFUSED') {
        const own = entries.find(({ dn }) => made !== undefined && isSameDn(dn, made));
        made = undefined;
        if (own) await this.takeBack(connection, own, order, decision.message);
        else if (decision.mayPass && (waits += 1) <= WAITS) await pause(WAIT);
        else return { outcome: 'permanent', message: decision.message };
        continue;
      }
      const [first, ...rest] = decision.steps;
      const isMade = first?.kind === 'ADD' && rest.length > 0;
      const failed = await this.writeSteps(connection, isMade ? [first] : decision.steps, course);
      if (!failed && isMade) {
        made = first.dn;
        continue;
      }
      if (!failed) {
        course.isWritten = decision.steps.length > 0;
        course.differs ||= decision.differs;
        return undefined;
      }
      const { step, fault } = failed;
      if (fault.more.code === CODE.ALREADY_EXISTS) taken.add(targetOf(step));
      if (fault.more.code === CODE.NO_SUCH_OBJECT) {
        // The entry is where it was: what is missing is the container.
        if (step.kind === 'ADD' || gone === step.dn) throw fault;
        gone = step.dn;
      }
    }
    return { outcome: 'retryable', message: 'the entry was changed by others again and again' };
  }

  /** Takes away what this order made beside another entry; nobody saw it. Where that is not allowed, it says so. */
  private async takeBack(connection: DirectoryConnection, own: Found, order: Order, why: string): Promise<void> {
    try {
      await connection.write(takingBack(own, order, this.settings));
    } catch (error) {
      const code = error instanceof DirectoryFault && error.kind === 'REFUSED' ? error.more.code : undefined;
      // Another worker took it up meanwhile, or took it away.
      if (code === CODE.ASSERTION_FAILED || code === CODE.NO_SUCH_OBJECT) return;
      if (code === undefined) throw error;
      throw new DirectoryFault('REFUSED', `${why}; ${own.dn} was made, is closed, and could not be taken away: ${this.words(error)}`, {
        code,
      });
    }
  }

  /** Writes step by step; answers with the step that met another state than was found. */
  private async writeSteps(
    connection: DirectoryConnection,
    steps: readonly Step[],
    course: Course,
  ): Promise<{ step: Step; fault: DirectoryFault } | undefined> {
    for (const step of steps) {
      const wasTouched = course.isTouched;
      course.isTouched = true;
      try {
        await connection.write(step);
      } catch (error) {
        if (!(error instanceof DirectoryFault)) throw error;
        if (error.kind !== 'CUT') course.isTouched = wasTouched;
        const isMet = [CODE.NO_SUCH_OBJECT, CODE.ALREADY_EXISTS, CODE.ASSERTION_FAILED].some((code) => code === error.more.code);
        if (!isMet) throw error;
        return { step, fault: error };
      }
      course.differs ||= step.kind !== 'MODIFY';
    }
    return undefined;
  }

  /** Whether the directory says now what the order said. */
  private async readBack(connection: DirectoryConnection, operation: Operation, order: Order, course: Course): Promise<boolean> {
    if (!course.isTouched) return true;
    const entries = await this.look(connection, operation, order, course);
    const decision = decided(operation, order, entries, this.settings);
    return decision.kind === 'STEPS' && decision.steps.length === 0;
  }

  /** The mail server forgets what it remembers, ends who is inside where the order shuts people out, and says what it now believes. */
  private async settle(operation: Operation, address: string, { found }: Course): Promise<Settled> {
    const state = WANTED[operation] ?? found?.state ?? 'ACTIVE';
    return (await this.server?.settle(address, state, { endsSessions: endsSessions(operation) })) ?? { isSettled: true };
  }

  async planned(operation: Operation, order: Order): Promise<Change[]> {
    const entries = await this.asking((connection) => connection.find(order.accountId, order.address, setsPassword(operation)));
    const decision = decided(operation, order, entries, this.settings);
    if (decision.kind === 'REFUSED') return [{ means: 'ldap', text: `# nothing: ${decision.message}` }];
    const changes = decision.steps.map((step) => ({ means: 'ldap', text: ldifOf(step) }));
    const state = WANTED[operation] ?? decision.found?.state ?? 'ACTIVE';
    return [...changes, ...(this.server?.planned(order.address, state) ?? [])];
  }
}
