/** Who is it that holds a code, and what does it open? Identity knows no file and no case: rooms lend names and announce rights at composition. */
import type { Ground } from '../kernel/ground.js';
import type { Reader } from '../kernel/read.js';
import type { Actor, RoleName } from './actor.js';

const rights = new Map<string, Set<string>>();

/** Kind of what a code is about: `decision` of `decision:<id>`. */
export const kindOfAbout = (about: string): string => about.split(':', 1)[0]!;

/** Announces which rights a code opens that is about things of a kind, by name; all others stay shut, those too that are new. */
export function announceCodeRights(kind: string, names: readonly string[]): void {
  const known = rights.get(kind) ?? new Set();
  for (const name of names) known.add(name);
  rights.set(kind, known);
}

/** The rights that a code opens, by the kind of what it is about. */
export const codeRights = (kind: string): ReadonlySet<string> => rights.get(kind) ?? new Set();

/** Kinds of things that codes are about. */
export const codeKinds = (): string[] => [...rights.keys()];

export type HolderName = (read: Reader, scopeId: string) => Promise<string | null>;

const holders = new Map<RoleName, HolderName>();

/** Lends the name of whose file it is: `lendHolderName('OFFICER', async (read, id) => …)`. */
export const lendHolderName = (role: RoleName, name: HolderName): void => {
  holders.set(role, name);
};

export interface HeldCode {
  sessionId: string;
  codeId: string;
  codeRole: RoleName;
  codeScopeId: string;
  /** Because of what it was given out. */
  codeAbout: string;
}

/** Who acts in a session that a code opened; null where there is no such file any more. */
export async function actorOfCode(
  { read }: Ground,
  { sessionId, codeId, codeRole, codeScopeId, codeAbout }: HeldCode,
): Promise<Actor | null> {
  const displayName = await holders.get(codeRole)?.(read, codeScopeId);
  if (!displayName) return null;
  return {
    name: `code:${codeId}`,
    userId: null,
    displayName,
    grants: [{ role: codeRole, scopeId: codeScopeId }],
    scopes: [],
    sessionId,
    secondFactorAt: null,
    isSystem: false,
    restrictedTo: codeRights(kindOfAbout(codeAbout)),
    codeAbout: kindOfAbout(codeAbout),
  };
}
