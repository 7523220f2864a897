/** What can somebody do with a class, as things stand? Asked of the same table and rules by which the commands refuse. */
import type { Actor } from '../identity/actor.js';
import { holds, may } from '../identity/right.js';
import { CLASS_ACTIONS, type ClassAction, classState, classWorkflow } from './class.workflow.js';
import { isBeforeCutOff } from './queue.rules.js';
import { type ClassFile, trainingAccess } from './training.access.js';
import type { StoredClassState } from './vocabulary.js';

export interface StandingClass extends ClassFile {
  storedState: StoredClassState;
  startsAt: Date;
  cutOffAt: Date | null;
}

export function classActions(actor: Actor, held: StandingClass, now: Date): ClassAction[] {
  const leads = may(actor, trainingAccess.leadClass, held);
  const asks = isOwnAgencyOrSelf(actor) && isBeforeCutOff(held, now);
  const roles = [...(leads ? (['LEADER'] as const) : []), ...(asks ? (['REQUESTER'] as const) : [])];
  const possible = classWorkflow.actsFor(classState(held.storedState, held.startsAt, now), roles);
  return CLASS_ACTIONS.filter((action) => possible.includes(action));
}

/** Whether somebody may ask for seats at all beside leading the class: for the own agency's officers, or for oneself. */
const isOwnAgencyOrSelf = (actor: Actor): boolean =>
  holds(actor, trainingAccess.request as never) && actor.grants.some(({ role }) => role === 'AGENCY_CONTACT' || role === 'OFFICER');
