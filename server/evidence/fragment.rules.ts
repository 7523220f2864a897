/**
 * Which file continues which? A file cut anywhere leaves a last line without its end and, in the next file, a first line without its beginning;
 * put together they are the line. What is joined follows from the set of files and their times, and from the order of import where times are equal.
 */

/** What one file leaves over; texts as Latin-1. */
export interface FileEnds {
  /** First line, when it does not parse by itself. */
  head?: string;
  /** Last line without a line end. */
  tail?: string;
  /** The whole file, when it holds no line end at all. */
  middle?: string;
  /** Instants of the first and last line with a header, in milliseconds. */
  first?: number;
  last?: number;
}

export interface Join<F> {
  /** The file whose tail begins the line. */
  from: F;
  /** The file whose head ends it. */
  to: F;
  line: string;
  /** Milliseconds near which the line was written: for stamps without a year. */
  near: number | undefined;
}

/** The instant of a line that parses to its end; undefined for any other. */
export type Parse = (line: string, near: number | undefined) => { instant: number } | undefined;

interface Tail<F> {
  file: F;
  text: string;
  last: number | undefined;
  /** Place of the file that would continue it, in order of import. */
  next: number;
}

interface Pair<F> {
  tail: Tail<F>;
  head: number;
  gap: number;
  isNext: boolean;
}

/** Lines of a log are not strictly in order: a neighbour may begin this many milliseconds earlier, the next import's even more. */
const DISORDER = 5000;
const DISORDER_OF_NEXT = 12 * 3_600_000;
/** Heads looked at for one tail, nearest first. */
const LOOKED_AT = 40;

/** `files` in order of import. */
export function joinEnds<F extends FileEnds>(files: readonly F[], parse: Parse): Join<F>[] {
  const tails = openTails(files);
  const heads = files.map((file, place) => ({ file, place })).filter(({ file }) => file.head !== undefined);
  const byTime = heads.filter(({ file }) => file.first !== undefined).sort((a, b) => a.file.first! - b.file.first!);
  const pairs: Pair<F>[] = [];
  for (const tail of tails) pairs.push(...pairsOf(tail, files, byTime, parse));
  pairs.sort(
    (a, b) =>
      Number(isFar(a)) - Number(isFar(b)) ||
      (isFar(a) ? 0 : Number(b.isNext) - Number(a.isNext)) ||
      a.gap - b.gap ||
      a.tail.next - b.tail.next ||
      a.head - b.head,
  );
  const takenTails = new Set<Tail<F>>();
  const takenHeads = new Set<number>();
  const joins: Join<F>[] = [];
  for (const pair of pairs) {
    if (takenTails.has(pair.tail) || takenHeads.has(pair.head)) continue;
    if (!pair.isNext && isAmbiguous(pair, pairs, files, takenTails, takenHeads)) continue;
    takenTails.add(pair.tail);
    takenHeads.add(pair.head);
    const to = files[pair.head]!;
    joins.push({ from: pair.tail.file, to, line: pair.tail.text + to.head!, near: pair.tail.last ?? to.first });
  }
  return joins;
}

/** Within the disorder of a log the time tells nothing, and the order of import does. */
function isFar<F>({ gap }: Pair<F>): boolean {
  return gap > DISORDER;
}

/** Pieces without any line end lengthen the tail before them. */
function openTails<F extends FileEnds>(files: readonly F[]): Tail<F>[] {
  const tails: Tail<F>[] = [];
  let open: Tail<F> | undefined;
  files.forEach((file, place) => {
    if (file.middle !== undefined) {
      if (open) {
        open.text += file.middle;
        open.next = place + 1;
      } else tails.push((open = { file, text: file.middle, last: undefined, next: place + 1 }));
      return;
    }
    open = file.tail === undefined ? undefined : { file, text: file.tail, last: file.last, next: place + 1 };
    if (open) tails.push(open);
  });
  return tails;
}

function pairsOf<F extends FileEnds>(tail: Tail<F>, files: readonly F[], byTime: { file: F; place: number }[], parse: Parse): Pair<F>[] {
  const pairs: Pair<F>[] = [];
  const next = files[tail.next];
  const consider = (file: F, place: number) => {
    const line = parse(tail.text + file.head!, tail.last ?? file.first);
    if (!line) return;
    const isNext = place === tail.next;
    const gap = file.first !== undefined ? file.first - line.instant : isNext ? 0 : 2 * DISORDER;
    if (gap < -(isNext ? DISORDER_OF_NEXT : DISORDER)) return;
    pairs.push({ tail, head: place, gap: Math.abs(gap), isNext });
  };
  if (next?.head !== undefined) consider(next, tail.next);
  // Nothing is nearer than the next import within the disorder of a log, and no other tail has it as its next.
  if (pairs.some((pair) => !isFar(pair))) return pairs;
  const before = files[tail.next - 2];
  if (before?.head !== undefined && (before.first === undefined || tail.last === undefined)) consider(before, tail.next - 2);
  if (tail.last === undefined) return pairs;
  let place = firstFrom(byTime, tail.last - DISORDER);
  for (let looked = 0; looked < LOOKED_AT && place < byTime.length; looked++, place++) {
    const head = byTime[place]!;
    if (head.place !== tail.next && head.file !== tail.file) consider(head.file, head.place);
  }
  return pairs;
}

function firstFrom<F extends FileEnds>(byTime: { file: F }[], at: number): number {
  let low = 0;
  let high = byTime.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byTime[middle]!.file.first! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Equally near partners that would make another line, and no order of import to choose by: better no line than a wrong one. */
function isAmbiguous<F extends FileEnds>(
  pair: Pair<F>,
  pairs: readonly Pair<F>[],
  files: readonly F[],
  takenTails: Set<Tail<F>>,
  takenHeads: Set<number>,
): boolean {
  return pairs.some((other) => {
    if (other === pair || other.gap !== pair.gap) return false;
    if (other.tail === pair.tail) return !takenHeads.has(other.head) && files[other.head]!.head !== files[pair.head]!.head;
    return other.head === pair.head && !takenTails.has(other.tail) && other.tail.text !== pair.tail.text;
  });
}
