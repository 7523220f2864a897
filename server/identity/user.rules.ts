/** What may stand in an account: name, e-mail address, and roles bound to what they need to be bound to. */
import { cleanText, nameDefect } from '../kernel/name.rules.js';
import type { Reason } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';
import type { RoleName } from './actor.js';

export interface GivenGrant {
  role: RoleName;
  scopeId?: string | null;
}

/** Roles that mean something only for one agency or one officer (product.md §2). */
export const BOUND_ROLES: readonly RoleName[] = ['AGENCY_CONTACT', 'OFFICER'];

export const LONGEST_EMAIL = 254;
/** Most roles of one person, scopes counted apart. */
export const MOST_GRANTS = 50;
/** Characters of the longest reason. */
export const LONGEST_REASON = 2_000;

const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** The same address however it was typed: without spaces around it, in lower case. */
export const normalEmail = (text: string): string => text.trim().toLowerCase();

/** Whether a normalised text is an address that letters and links can be sent to. */
export const isEmail = (email: string): boolean => email.length <= LONGEST_EMAIL && email.split('@')[0]!.length <= 64 && EMAIL.test(email);

/** Why name and address cannot stand so; empty when they can. */
export function personDefects(name: string, email: string): Reason[] {
  const reasons: Reason[] = [];
  const clean = cleanText(name);
  if (clean === '') reasons.push({ code: 'REQUIRED', path: ['input', 'name'], message: { text: accountMessages.nameNeeded } });
  else if (nameDefect(clean)) reasons.push({ code: 'INVALID', path: ['input', 'name'], message: { text: accountMessages.nameDefect } });
  if (!isEmail(normalEmail(email)))
    reasons.push({ code: 'INVALID', path: ['input', 'email'], message: { text: accountMessages.emailDefect } });
  return reasons;
}

/** Why the roles cannot be given so; empty when they can. Whether the agency or officer exists is asked elsewhere. */
export function grantDefects(grants: readonly GivenGrant[]): Reason[] {
  if (grants.length > MOST_GRANTS)
    return [{ code: 'LIMIT', path: ['input', 'grants'], message: { text: accountMessages.tooManyGrants, values: { most: MOST_GRANTS } } }];
  const seen = new Set<string>();
  return grants.flatMap(({ role, scopeId }, i): Reason[] => {
    const at = (field: string) => ['input', 'grants', String(i), field];
    const key = `${role} ${scopeId?.toLowerCase() ?? ''}`;
    if (seen.has(key)) return [{ code: 'DUPLICATE', path: at('role'), message: { text: accountMessages.grantTwice } }];
    seen.add(key);
    if (role === 'SERVICE') return [{ code: 'INVALID', path: at('role'), message: { text: accountMessages.serviceIsForKeys } }];
    if (!BOUND_ROLES.includes(role))
      return scopeId == null ? [] : [{ code: 'INVALID', path: at('scopeId'), message: { text: accountMessages.scopeNotMeant } }];
    if (scopeId) return [];
    const text = role === 'OFFICER' ? accountMessages.officerNeeded : accountMessages.agencyNeeded;
    return [{ code: 'REQUIRED', path: at('scopeId'), message: { text } }];
  });
}

/** Why a reason cannot stand so: it is read by others later, so there must be one. */
export function reasonDefects(reason: string): Reason[] {
  const length = reason.trim().length;
  if (length === 0) return [{ code: 'REQUIRED', path: ['reason'], message: { text: accountMessages.reasonNeeded } }];
  if (length > LONGEST_REASON)
    return [{ code: 'LIMIT', path: ['reason'], message: { text: accountMessages.reasonTooLong, values: { longest: LONGEST_REASON } } }];
  return [];
}

export const USER_ACTIONS = ['UPDATE', 'DISABLE', 'ENABLE', 'INVITE', 'RESET_SECOND_FACTOR', 'END_SESSIONS'] as const;
export type UserActionName = (typeof USER_ACTIONS)[number];

/** What can be done with an account in its state; for oneself only what cannot lock out or get around the own second factor. */
export function userActions(user: { isDisabled: boolean; hasSecondFactor: boolean; isOneself: boolean }): UserActionName[] {
  if (user.isOneself) return ['UPDATE'];
  if (user.isDisabled) return ['UPDATE', 'ENABLE'];
  return ['UPDATE', 'DISABLE', 'INVITE', ...(user.hasSecondFactor ? (['RESET_SECOND_FACTOR'] as const) : []), 'END_SESSIONS'];
}
