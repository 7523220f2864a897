/**
 * What may whom? A right is one readable line in an `x.access.ts`: a name and who holds it, some only for certain things.
 * What no line allows is refused (G-15).
 */
import { type Actor, hasRole, type RoleName } from './actor.js';

export interface Holder<S> {
  role?: RoleName;
  scope?: string;
  when?: (actor: Actor, subject: S) => boolean;
}

export interface Right<S = unknown> {
  name: string;
  holders: readonly Holder<S>[];
  /** Asked for only in a session that has shown a second factor lately (G-18). */
  needsSecondFactor?: true;
}

/** `right('officer.change', by('ADMIN'), by('TASK_FORCE'))` */
export function right<S = unknown>(name: string, ...holders: Holder<S>[]): Right<S> {
  return { name, holders };
}

/** The same right, for sessions that have shown a second factor lately (G-18): `withSecondFactor(right('apiKey.change', by('ADMIN')))`. */
export const withSecondFactor = <S>(held: Right<S>): Right<S> => ({ ...held, needsSecondFactor: true });

/** Whoever has the role; with a condition only where it holds. */
export const by = <S = unknown>(role: RoleName, when?: (actor: Actor, subject: S) => boolean): Holder<S> => ({ role, when });

/** An API key with the scope. */
export const byKey = <S = unknown>(scope: string): Holder<S> => ({ scope });

/** Open to whoever sees the thing. */
export const open = 'open';

/** What of a type is open to whoever sees the thing, and what needs a right of its own. A field that is in neither does not build (G-15). */
export type FieldRights<S = never> = Readonly<Record<string, typeof open | FieldRight<S>>>;

/** A right that a field needs: without it the field is null, or FORBIDDEN where it cannot be null. */
export type FieldRight<S = never> = Right<S> & { isEmptyWithout?: true };

/** Without the right the list is empty: for lists of which screens ask whoever looks. */
export const emptyWithout = <S>(held: Right<S>): FieldRight<S> => ({ ...held, isEmptyWithout: true });

/** `fieldsOf('id code name', { phone: readContactDetails })`: the first are open. */
export const fieldsOf = <S>(openFields: string, guarded: Readonly<Record<string, FieldRight<S>>> = {}): FieldRights<S> => ({
  ...Object.fromEntries(openFields.split(/\s+/).map((name) => [name, open] as const)),
  ...guarded,
});

const isHeldBy = (actor: Actor, holder: Holder<never>): boolean =>
  (holder.role !== undefined && hasRole(actor, holder.role)) || (holder.scope !== undefined && actor.scopes.includes(holder.scope));

/** Whoever is restricted to some rights holds no other, whatever their roles: a right that is new opens nothing to them. */
const isOutOfReach = ({ restrictedTo }: Actor, name: string): boolean => restrictedTo !== undefined && !restrictedTo.has(name);

/** Whether the actor holds the right for anything at all: what menus and doors ask. */
export function holds(actor: Actor, { name, holders }: Right<never>): boolean {
  return !isOutOfReach(actor, name) && (actor.isSystem || holders.some((h) => isHeldBy(actor, h)));
}

/** Whether the actor holds the right for this thing. */
export function may<S>(actor: Actor, { name, holders }: Right<S>, subject: S): boolean {
  if (isOutOfReach(actor, name)) return false;
  return actor.isSystem || holders.some((h) => isHeldBy(actor, h as Holder<never>) && (!h.when || h.when(actor, subject)));
}

/** Whether the actor holds the right for everything, so that a list needs no filter. */
export function mayAll(actor: Actor, { name, holders }: Right<never>): boolean {
  return !isOutOfReach(actor, name) && (actor.isSystem || holders.some((h) => isHeldBy(actor, h) && !h.when));
}
