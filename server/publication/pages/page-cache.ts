/**
 * Public pages, kept for a moment: many ask for the same. What is published, corrected or withdrawn by this server is shown at once; what another server did,
 * and the end of a list's time, within seconds.
 */
import type { Ground } from '../../kernel/ground.js';

const MOST_KEPT = 300;
const SECONDS = 5;

export class PageCache<Page> {
  private readonly kept = new Map<string, { until: number; page: Promise<Page> }>();

  of(key: string, make: () => Promise<Page>): Promise<Page> {
    const before = this.kept.get(key);
    if (before && before.until > performance.now()) return before.page;
    const page = make();
    this.kept.delete(key);
    this.kept.set(key, { until: performance.now() + SECONDS * 1000, page });
    // What could not be made is not kept.
    page.catch(() => this.kept.delete(key));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return page;
  }

  forget(): void {
    this.kept.clear();
  }
}

const caches = new WeakMap<Ground, PageCache<unknown>>();

/** The pages of a ground. */
export function pagesOf<Page>(ground: Ground): PageCache<Page> {
  let cache = caches.get(ground);
  if (!cache) caches.set(ground, (cache = new PageCache()));
  return cache as PageCache<Page>;
}
