/** Where do checkpoints lie, and with which key are they signed? In a folder outside the database, each a file that is written once. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FIRST_HASH, type ChainEnd } from './audit-chain.rules.js';
import {
  type Checkpoint,
  checkedCheckpoints,
  type CheckedCheckpoints,
  checkpointOf,
  fingerprintOf,
  keyIdOf,
  signed,
} from './audit-checkpoint.rules.js';

/** HOPTHU_CHECKPOINTS, else `checkpoints` in the data folder. */
export const checkpointFolder = (dataFolder: string, env: NodeJS.ProcessEnv = process.env): string =>
  env.HOPTHU_CHECKPOINTS ? resolve(env.HOPTHU_CHECKPOINTS) : join(dataFolder, 'checkpoints');

const NAME = /^checkpoint-(\d{10})-[0-9a-f]{16}\.json$/;
const nameOf = ({ seq, keyId }: Checkpoint): string => `checkpoint-${String(seq).padStart(10, '0')}-${keyId}.json`;
const publicNameOf = (keyId: string): string => `key-${keyId}.pem`;

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';
const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Writes a file that must not be there yet and sees to it that it is on the disk; false where it is there. */
async function writeOnce(path: string, text: string, mode: number): Promise<boolean> {
  let file;
  try {
    file = await open(path, 'wx', mode);
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
  return true;
}

/** PEM, or base64 of PKCS #8. */
const privateKeyOf = (text: string): KeyObject =>
  text.includes('-----BEGIN')
    ? createPrivateKey(text)
    : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });

/** The key that signs: HOPTHU_CHECKPOINT_KEY, else one made once in the data folder, readable by its owner alone. */
export async function signingKey(dataFolder: string, env: NodeJS.ProcessEnv = process.env): Promise<KeyObject> {
  const given = env.HOPTHU_CHECKPOINT_KEY?.trim();
  const path = join(dataFolder, 'checkpoint.key');
  let key: KeyObject;
  if (given) key = privateKeyOf(given);
  else {
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    if (
      !(await readFile(path).then(
        () => true,
        () => false,
      ))
    )
      await writeOnce(path, made, 0o600);
    key = privateKeyOf(await readFile(path, 'utf8'));
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('HOPTHU_CHECKPOINT_KEY is not an Ed25519 key.');
  return key;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The newest checkpoint of a folder; undefined where there is none. */
export async function newestCheckpoint(folder: string): Promise<Checkpoint | undefined> {
  const names = (await namesIn(folder)).filter((name) => NAME.test(name)).sort();
  const name = names.at(-1);
  return name ? checkpointOf(await readFile(join(folder, name), 'utf8')) : undefined;
}

/** Writes a checkpoint that stands on the newest one, and the public key beside it; undefined where another server wrote it first. */
export async function writeCheckpoint(folder: string, key: KeyObject, end: ChainEnd, at: Date): Promise<Checkpoint | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  await writeOnce(join(folder, publicNameOf(keyIdOf(key))), createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string, 0o644);
  const newest = await newestCheckpoint(folder);
  const checkpoint = signed({ ...end, at: at.getTime(), previous: newest ? fingerprintOf(newest) : FIRST_HASH }, key);
  return (await writeOnce(join(folder, nameOf(checkpoint)), `${JSON.stringify(checkpoint)}\n`, 0o644)) ? checkpoint : undefined;
}

/** Public keys by what they are called. With a file of one's own only that key counts; else those beside the checkpoints. */
async function publicKeys(folder: string, keyFile?: string): Promise<Map<string, KeyObject>> {
  const files = keyFile
    ? [keyFile]
    : (await namesIn(folder)).filter((name) => /^key-[0-9a-f]{16}\.pem$/.test(name)).map((name) => join(folder, name));
  const keys = new Map<string, KeyObject>();
  for (const file of files) {
    const key = createPublicKey(await readFile(file, 'utf8'));
    keys.set(keyIdOf(key), key);
  }
  return keys;
}

/** Every checkpoint of a folder with its signature verified. */
export async function checkpointsIn(folder: string, keyFile?: string): Promise<CheckedCheckpoints> {
  const keys = await publicKeys(folder, keyFile);
  const names = (await namesIn(folder)).filter((name) => /^checkpoint-.*\.json$/.test(name)).sort();
  const files: { name: string; text: string }[] = [];
  for (const name of names) files.push({ name, text: await readFile(join(folder, name), 'utf8') });
  return checkedCheckpoints(files, keys);
}

/** One checkpoint file; its key lies beside it unless another is given. */
export async function checkpointIn(file: string, keyFile?: string): Promise<CheckedCheckpoints> {
  const keys = await publicKeys(dirname(file), keyFile);
  return checkedCheckpoints([{ name: file, text: await readFile(file, 'utf8') }], keys);
}
