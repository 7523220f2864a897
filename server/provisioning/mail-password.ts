/**
 * What is a person's first password for a mailbox, and how is it kept in a mail system? Hashes have the form `{ARGON2ID}$argon2id$…` that Dovecot
 * and the directories beside it read; only a hash ever goes to a mail system.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { Algorithm, hash } from '@node-rs/argon2';

/** 31 signs that nobody confuses on paper: no 0 and o, no 1, i and l. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 5;
const GROUP = 4;

/** The same cost as the product's own accounts (G-17). */
const COST = { algorithm: Algorithm.Argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

const group = (): string => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]!).join('');

/** Five groups of four signs, 99 bits: `k7mw-2hqd-x9tc-4vnb-rj6p`. */
export const newMailPassword = (): string => Array.from({ length: GROUPS }, group).join('-');

export const mailPasswordHash = async (password: string): Promise<string> => `{ARGON2ID}${await hash(password, COST)}`;

/** The hash of a password that nobody knows: an account that exists and cannot be opened. */
export const unusablePasswordHash = (): Promise<string> => mailPasswordHash(randomBytes(32).toString('base64url'));

/** Stands for a hash where it is only told what would be done. */
export const PLANNED_HASH = '{ARGON2ID}…';
