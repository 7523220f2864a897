/**
 * Public pages, kept ready: many ask for the same on the day of publication. What is published, corrected or withdrawn by this server is shown at once; what
 * another server did, and the end of a list's time, within seconds: a page is known by the state of its list, and that is looked up anew every few seconds.
 */
import { LRUCache } from 'lru-cache';
import type { Ground } from '../../kernel/ground.js';

const MOST_BYTES = 96 * 1024 * 1024;
const PAGE_SECONDS = 60;
const STATE_SECONDS = 5;
const MOST_STATES = 500;

const NOTHING = {};

/** How large a kept thing is. */
interface Sized {
  bytes: number;
}

export class PageCache<Page extends Sized> {
  private readonly pages = new LRUCache<string, Page, () => Promise<Page>>({
    maxSize: MOST_BYTES,
    ttl: PAGE_SECONDS * 1000,
    sizeCalculation: (page) => page.bytes + 500,
    fetchMethod: (_key, _stale, { context }) => context(),
    ignoreFetchAbort: true,
  });
  private readonly states = new LRUCache<string, object, () => Promise<object>>({
    max: MOST_STATES,
    ttl: STATE_SECONDS * 1000,
    fetchMethod: (_key, _stale, { context }) => context(),
    ignoreFetchAbort: true,
  });
  /** Addresses at which there is nothing, apart, so that whoever makes up addresses drives no page out. */
  private readonly nowhere = new LRUCache<string, true>({ max: MOST_STATES, ttl: STATE_SECONDS * 1000 });

  /** A page under its key, made once however many ask at the same time. What could not be made is not kept. */
  of = (key: string, make: () => Promise<Page>): Promise<Page> => this.pages.forceFetch(key, { context: make });

  /** What a page depends on; null where there is nothing. */
  async state<State extends object>(key: string, make: () => Promise<State | null>): Promise<State | null> {
    if (this.nowhere.has(key)) return null;
    const state = await this.states.fetch(key, { context: async () => (await make()) ?? NOTHING });
    if (state !== NOTHING) return state as State;
    this.states.delete(key);
    this.nowhere.set(key, true);
    return null;
  }

  forget(): void {
    this.pages.clear();
    this.states.clear();
    this.nowhere.clear();
  }
}

const caches = new WeakMap<Ground, PageCache<Sized>>();

/** The pages of a ground. */
export function pagesOf<Page extends Sized>(ground: Ground): PageCache<Page> {
  let cache = caches.get(ground);
  if (!cache) caches.set(ground, (cache = new PageCache()));
  return cache as unknown as PageCache<Page>;
}
