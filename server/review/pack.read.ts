/** What goes into an evidence pack: the head, and each finding with all its versions and facts, a few hundred at a time. */
import type { Statements } from '../evidence/coverage.read.js';
import type { Review } from './review.entity.js';
import { PACK_FORMAT, PACK_NUMBERS, PACK_VERSION, type PackFile, type PackFinding, type PackHead, type PackState } from './pack-check.js';
import { windowSpan } from './rejudging.js';
import type { UsagePolicy } from './usage-policy.entity.js';

const AT_A_TIME = 300;

/** Whose findings: all of a review, or one. */
export interface PackScope {
  reviewId: string;
  findingId?: string;
}

export interface PackPerson {
  findingId: string;
  officerId: string;
}

/** Everybody who is in it, by the id of the finding. */
export function personsIn(em: Statements, { reviewId, findingId }: PackScope): Promise<PackPerson[]> {
  return em.execute(
    `select id as "findingId", officer_id as "officerId" from finding where review_id = ? ${findingId ? 'and id = ?' : ''} order by id`,
    findingId ? [reviewId, findingId] : [reviewId],
  );
}

export async function packHead(em: Statements, review: Review, madeAt: Date, findings: number): Promise<PackHead> {
  const policy: UsagePolicy = review.policy.unwrap();
  const agencies = review.agencyIds
    ? await em.execute<{ code: string }[]>('select code from agency where id = any(?::uuid[]) order by code', [
        `{${review.agencyIds.join(',')}}`,
      ])
    : null;
  return {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    madeAt: madeAt.toISOString(),
    review: {
      reference: review.reference,
      title: review.title,
      state: review.state,
      windowFrom: review.windowFrom,
      windowTo: review.windowTo,
      openedAt: review.openedAt.toISOString(),
      finalisedAt: review.finalisedAt?.toISOString() ?? null,
      agencies: agencies?.map(({ code }) => code) ?? null,
      coverage: review.coverage,
    },
    policy: {
      version: policy.version,
      effectiveOn: policy.effectiveOn,
      windowDays: policy.windowDays,
      regularShare: policy.regularShare,
      minimumCoverage: policy.minimumCoverage,
      minimumAssessableDays: policy.minimumAssessableDays,
      acts: policy.acts,
      newMailboxGraceDays: policy.newMailboxGraceDays,
      trainingGraceDays: policy.trainingGraceDays,
      contestDays: policy.contestDays,
      holidays: policy.holidays,
      extraWorkingDays: policy.extraWorkingDays,
    },
    files: await filesBehind(em, review),
    findings,
  };
}

async function filesBehind(em: Statements, review: Review): Promise<PackFile[]> {
  const { from, to } = windowSpan(review);
  return em.execute(
    `select s.name as source, i.format, i.file_name as "fileName", i.sha256, i.bytes::float8 as bytes, i.lines, i.used, i.ignored, i.duplicate, i.quarantined,
       sum(d.lines)::int as "linesOfWindow", i.reader_version as "readerVersion"
     from evidence_import_day d join evidence_import i on i.number = d.import join evidence_source s on s.number = d.source
     where d.day between ? and ? and i.finished_at <= ? group by s.name, i.id, i.number order by s.name, i.number`,
    [from, to, review.openedAt.toISOString()],
  );
}

interface Row extends Record<string, unknown> {
  officer: string;
  agency: string;
  isLeader: boolean;
  present: PackState;
  former: { version: number; content: Record<string, unknown> }[] | null;
  facts: PackFinding['facts'];
}

const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const STATE = ['version', 'tier', 'notAssessedReason', 'change', ...PACK_NUMBERS];
const PRESENT = STATE.map((name) => `'${name}', f.${column(name)}`).join(', ');

/** The findings of these ids, in their order; each is read in one statement, so that what is said of it fits together. */
export async function packFindings(em: Statements, ids: readonly string[]): Promise<PackFinding[]> {
  const rows = await em.execute<Row[]>(
    `select o.code as officer, a.code as agency, f.is_leader as "isLeader", json_build_object(${PRESENT}) as present,
       (select json_agg(json_build_object('version', v.version, 'content', v.content) order by v.version) from finding_version v where v.finding_id = f.id) as former,
       (select json_agg(json_build_object('version', x.version, 'facts', x.facts, 'counters', x.counters, 'coverage', x.coverage) order by x.version)
          from finding_facts x where x.finding_id = f.id) as facts
     from finding f join officer o on o.id = f.officer_id join agency a on a.id = f.agency_id where f.id = any(?::uuid[]) order by f.id`,
    [`{${ids.join(',')}}`],
  );
  return rows.map(({ officer, agency, isLeader, present, former, facts }) => ({
    officer,
    agency,
    isLeader,
    states: [...(former ?? []).map(({ version, content }) => stateOf({ ...content, version })), present],
    facts: facts ?? [],
  }));
}

/** Of a former version only what was counted: words stay where they are. */
const stateOf = (content: Record<string, unknown>): PackState =>
  Object.fromEntries(STATE.map((name) => [name, content[name] ?? null])) as unknown as PackState;

export async function* inParts<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_A_TIME) yield all.slice(from, from + AT_A_TIME);
}
