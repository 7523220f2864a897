/**
 * Is somebody else using the embedded store? A lock file in the data folder names the holder; a second opener is refused at
 * once, because two processes on one folder silently lose data (G-26). A lock whose holder is dead is taken over.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../kernel/language.js';

export interface LockHolder {
  pid: number;
  /** Start of the process in the kernel's ticks where it can be known, so that a reused pid is not taken for the holder. */
  started: string;
  /** What the holder is doing, for the message: `hopthu serve`. */
  purpose: string;
  /** Where a running server answers. */
  url?: string;
  /** Opens the server on this machine to whoever can read this file; new at every start. */
  token?: string;
}

/** Somebody else has the store open. */
export class StoreInUse extends Error {
  readonly text: Text;

  constructor(
    readonly holder: LockHolder,
    readonly folder: string,
  ) {
    const { pid, purpose, url } = holder;
    const vi = `Kho dữ liệu ${folder} đang được tiến trình ${pid} (${purpose}) sử dụng${url ? ` tại ${url}` : ''}. Hãy dừng tiến trình đó trước.`;
    const en = `The store in ${folder} is in use by process ${pid} (${purpose})${url ? ` at ${url}` : ''}. Stop that process first.`;
    super(`${vi} / ${en}`);
    this.text = { vi, en };
    this.name = 'StoreInUse';
  }
}

const FILE = 'hopthu.lock';
const ENDED = 'ended';

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A killed process that nobody has waited for still has its number.
    return fields[0] === 'Z' || fields[0] === 'X' ? ENDED : (fields[19] ?? '');
  } catch {
    return '';
  }
}

function isRunning({ pid, started }: LockHolder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  if (now === ENDED) return false;
  return !started || !now || now === started;
}

/** Who holds the store in this folder now; undefined when nobody does. */
export function holderOf(folder: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as LockHolder;
    return isRunning(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

export class StoreLock {
  private isReleased = false;

  private constructor(
    private readonly path: string,
    private holder: LockHolder,
  ) {}

  /** Takes the lock or throws `StoreInUse`. */
  static take(folder: string, purpose: string): StoreLock {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, FILE);
    const holder: LockHolder = { pid: process.pid, started: startOf(process.pid), purpose };
    const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
    try {
      for (let tries = 0; tries < 5; tries++) {
        try {
          linkSync(own, path);
          return new StoreLock(path, holder);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        }
        const current = holderOf(folder);
        if (current) throw new StoreInUse(current, folder);
        StoreLock.setAside(path);
      }
      throw new Error(`Cannot take the lock ${path}`);
    } finally {
      rmSync(own, { force: true });
    }
  }

  /** Moves a dead holder's lock away; puts it back if in the meantime a living process had taken it. */
  private static setAside(path: string): void {
    const aside = `${path}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
    try {
      renameSync(path, aside);
    } catch {
      return;
    }
    try {
      const moved = JSON.parse(readFileSync(aside, 'utf8')) as LockHolder;
      if (isRunning(moved)) linkSync(aside, path);
    } catch {
      // An unreadable lock belongs to nobody.
    } finally {
      rmSync(aside, { force: true });
    }
  }

  /** Tells where the server answers, so that the command line can talk to it. */
  announce(url: string, token: string): void {
    this.holder = { ...this.holder, url, token };
    const own = `${this.path}.${process.pid}.new`;
    writeFileSync(own, JSON.stringify(this.holder), { mode: 0o600 });
    renameSync(own, this.path);
  }

  release(): void {
    if (this.isReleased) return;
    this.isReleased = true;
    rmSync(this.path, { force: true });
  }
}
