/** Who is it that holds a code, and what does it open? Identity knows no file and no case: rooms lend names and announce rights at composition. */
import type { Ground } from '../kernel/ground.js';
import type { Reader } from '../kernel/read.js';
import type { Actor, RoleName } from './actor.js';

const rights = new Set<string>();

/** Announces which rights a code opens, by name; all others stay shut, those too that are new. */
export function announceCodeRights(names: readonly string[]): void {
  for (const name of names) rights.add(name);
}

/** The rights that a code opens. */
export const codeRights = (): ReadonlySet<string> => rights;

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
}

/** Who acts in a session that a code opened; null where there is no such file any more. */
export async function actorOfCode({ read }: Ground, { sessionId, codeId, codeRole, codeScopeId }: HeldCode): Promise<Actor | null> {
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
    restrictedTo: codeRights(),
  };
}
