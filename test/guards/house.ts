/** The order of the house as functions: each takes files and answers with one sentence for every breach it finds. */
import { type Source, importsOf } from './source.js';

/** From left to right: a room imports itself and rooms to its left. */
const rooms = [
  'kernel',
  'identity',
  'registry',
  'notices',
  'evidence',
  'review',
  'training',
  'committee',
  'decisions',
  'provisioning',
  'awards',
  'publication',
];
/** The composition root, the server's start and the command line, with their parts. */
const isEntrance = (path: string): boolean => /^server\/(app|main|cli)(-[a-z-]+)?\.ts$/.test(path);
const longest = 400;
const drawers = /(?:^|\/)(utils?|helpers?|misc|common|types|managers?)(?:\/|\.[a-z.]+$)/;

function roomOf(path: string): string | undefined {
  return /^server\/([^/]+)\//.exec(path)?.[1];
}

/** A room imports only itself and rooms to its left; every folder of server/ is a known room. */
export function breaksOfRoomOrder(files: Source[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined || room === 'api' || room === 'store') return [];
    if (!rooms.includes(room)) return [`${file.path}: server/${room} is no room of the house`];
    return importsOf(file).flatMap(({ target }) => {
      if (isEntrance(target)) return [`${file.path} imports ${target}: rooms do not import what composes them`];
      const other = roomOf(target);
      if (other === undefined || rooms.indexOf(other) <= rooms.indexOf(room)) return [];
      return [`${file.path} imports ${target}: ${other} is to the right of ${room}`];
    });
  });
}

/** `api` is for resolvers, inputs and the entrances; itself it knows only the words without a domain and who is acting. */
export function breaksOfApi(files: Source[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ target }) => {
      const isUser = /\.(resolver|inputs)\.ts$/.test(file.path) || isEntrance(file.path) || roomOf(file.path) === 'api';
      if (roomOf(target) === 'api' && !isUser) return [`${file.path} imports ${target}: only resolvers, inputs and the entrances use api`];
      const other = roomOf(target);
      if (roomOf(file.path) === 'api' && other !== undefined && !['api', 'kernel', 'identity'].includes(other)) {
        return [`${file.path} imports ${target}: api knows no domain`];
      }
      return [];
    }),
  );
}

/** `store` is imported by the entrances only, and imports no resolver. */
export function breaksOfStore(files: Source[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ target }) => {
      const isInside = roomOf(file.path) === 'store';
      if (roomOf(target) === 'store' && !isInside && !isEntrance(file.path)) {
        return [`${file.path} imports ${target}: only app.ts, main.ts and cli.ts open the store`];
      }
      return isInside && target.endsWith('.resolver.ts') ? [`${file.path} imports ${target}: the store knows no resolver`] : [];
    }),
  );
}

/** The panel knows the server by schema.graphql alone, and the server nothing of the panel or the tests. */
export function breaksOfPanel(files: Source[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) =>
        file.path.startsWith('admin/') ? /^(server|test|migrations)\//.test(target) : /^(admin|test|bench)\//.test(target),
      )
      .filter(() => /^(admin|server)\//.test(file.path))
      .map(({ target }) => `${file.path} imports ${target}`),
  );
}

const impurePackages =
  /^(@mikro-orm\/|@apollo\/|type-graphql$|graphql|fastify|@fastify\/|pg$|pg-|kysely$|@electric-sql\/|node:(fs|http|https|timers|process|child_process))/;
const impureText: [RegExp, string][] = [
  [/\basync\b/, 'is async'],
  [/\bawait\b/, 'waits'],
  [/\bPromise\b/, 'promises'],
  [/\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\.now\b/, 'looks at the clock'],
  [/\bMath\.random\b/, 'throws dice'],
  [/\bprocess\./, 'reads the process'],
];

/** `x.rules.ts` is pure: no ORM, GraphQL, database, clock or waiting, itself or through what it imports. */
export function breaksOfPureRules(files: Source[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter(({ path }) => path.endsWith('.rules.ts'))
    .flatMap((file) => {
      const code = withoutComments(file.text);
      const said = impureText.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${file.path} ${what}`);
      const reached = reachedFrom(file, byPath)
        .filter(({ target }) => impurePackages.test(target) || target === 'server/kernel/clock.ts')
        .map(({ target, by }) => `${file.path} reaches ${target}${by === file.path ? '' : ` through ${by}`}`);
      return [...said, ...reached];
    });
}

function reachedFrom(start: Source, byPath: Map<string, Source>): { target: string; by: string }[] {
  const seen = new Set<string>();
  const found: { target: string; by: string }[] = [];
  const open = [start];
  for (let file = open.pop(); file; file = open.pop()) {
    for (const { target, isTypeOnly } of importsOf(file)) {
      if (isTypeOnly || seen.has(target)) continue;
      seen.add(target);
      found.push({ target, by: file.path });
      const next = byPath.get(target);
      if (next) open.push(next);
    }
  }
  return found;
}

/** No file reaches itself through imports that remain after compilation. */
export function importCycles(files: Source[]): string[] {
  const edges = new Map(files.map((file) => [file.path, importsOf(file).flatMap((one) => (one.isTypeOnly ? [] : [one.target]))]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (path: string, way: string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const target of edges.get(path) ?? []) {
      const file = [target, `${target}x`].find((place) => edges.has(place));
      if (file) visit(file, [...way, path]);
    }
    state.set(path, 'done');
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}

/** A file stays small enough to be read in one go. */
export function tooLong(files: Source[]): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path} has ${lines} lines, at most ${longest}`);
}

/** No drawer without a name of its own. */
export function namelessDrawers(paths: string[]): string[] {
  return paths.filter((path) => drawers.test(path)).map((path) => `${path} says nothing of what is inside`);
}

/** No test is passed over or run alone, and nothing is left for later. */
export function passedOver(files: Source[]): string[] {
  const pattern = /\b(?:it|test|describe)\.(?:skip|only|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/;
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => `${path} passes a test over or runs one alone`);
}

/** Nothing in the project names a place of the machine it was written on; only .ci may look beside the checkout. */
export function tracesOfTheMachine(files: Source[]): string[] {
  const traces = new RegExp(['/wo', String.raw`rk/|\.\./sha`, 'red'].join(''));
  return files
    .filter(({ path }) => !path.startsWith('.ci/') && path !== 'package-lock.json')
    .filter(({ text }) => traces.test(text))
    .map(({ path }) => `${path} names a place of the machine it was written on`);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
