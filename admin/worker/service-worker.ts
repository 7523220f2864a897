// Lets the panel's own page open without a line: its files as they were last fetched, and nothing else. No answer of the server is kept here.
// Built apart, as service-worker.js; registered by whoever opens a roster.

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ExtendableEvent & { data: unknown }) => void): void;
}

const worker = globalThis as unknown as Worker;
const shelf = 'hopthu-panel';
const page = new URL('./', worker.location.href).href;

/** Files whose names change with their content: the copy that is there is the right one. */
const isPart = (url: URL): boolean => url.origin === worker.location.origin && /\/assets\/[^/]+$/.test(url.pathname);
const isIcon = (url: URL): boolean => url.origin === worker.location.origin && url.pathname.endsWith('/icon.svg');

async function keep(request: Request | string, answer: Response): Promise<void> {
  if (!answer.ok || answer.type !== 'basic') return;
  await (await caches.open(shelf)).put(request, answer);
}

/** Parts that the page of today does not name belong to a former version; those it loads later are fetched again. */
async function dropFormer(html: string): Promise<void> {
  const files = await caches.open(shelf);
  const before = await (await files.match(page))?.text();
  if (before === undefined || before === html) return;
  for (const request of await files.keys())
    if (isPart(new URL(request.url)) && !html.includes(new URL(request.url).pathname.split('/').at(-1)!)) await files.delete(request);
}

/** On a bad line the page of before is better than waiting longer than this. */
const patienceMs = 5_000;

/** The page anew while there is a line, else as it was. */
async function pageAnew(request: Request): Promise<Response> {
  const kept = await caches.match(page);
  let isLate = false;
  const anew = fetch(request).then(async (answer) => {
    if (!answer.ok) return answer;
    // Whoever was given the page of before still needs its parts.
    if (!isLate) await dropFormer(await answer.clone().text());
    await keep(page, answer.clone());
    return answer;
  });
  if (!kept) return anew;
  const late = new Promise<Response>((resolve) =>
    setTimeout(() => {
      isLate = true;
      resolve(kept);
    }, patienceMs),
  );
  return Promise.race([anew.catch(() => kept), late]);
}

async function partOnce(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  await keep(request, answer.clone());
  return answer;
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET') return;
  if (event.request.mode === 'navigate' && url.href.split(/[?#]/)[0] === page) event.respondWith(pageAnew(event.request));
  else if (isPart(url) || isIcon(url)) event.respondWith(partOnce(event.request));
});
// What the page had loaded before this worker was there.
worker.addEventListener('message', (event) => {
  const paths = Array.isArray(event.data) ? event.data.filter((path): path is string => typeof path === 'string') : [];
  const wanted = paths.map((path) => new URL(path, page)).filter((url) => url.href === page || isPart(url) || isIcon(url));
  event.waitUntil(
    Promise.all(
      wanted.map(async (url) => {
        if (!(await caches.match(url.href)))
          await fetch(url.href).then(
            (answer) => keep(url.href, answer),
            () => undefined,
          );
      }),
    ),
  );
});
