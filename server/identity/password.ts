/** How passwords are kept: Argon2id with 19 MiB and two passes (G-17). */
import { Algorithm, hash, verify } from '@node-rs/argon2';

const COST = { algorithm: Algorithm.Argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

let decoy: Promise<string> | undefined;

/** Takes as long for an unknown user as for a known one, so that the answer does not tell them apart (G-16). */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  // Made before it is known whether it is needed: the first to ask would wait longer, if unknown.
  const spare = await (decoy ??= hashPassword('no password of anybody'));
  const matches = await verify(stored ?? spare, password.normalize('NFC'));
  return Boolean(stored) && matches;
}
