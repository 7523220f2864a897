/** Which papers there are about cases, dockets and lines of classes, and how each stands: for lists, without making any. */
import { executeBound } from '../../kernel/bulk.js';
import type { Day } from '../../kernel/calendar.js';
import type { Ground } from '../../kernel/ground.js';
import { idArray } from '../../kernel/json-rows.js';
import { type DecisionKind, isAdverse } from '../../committee/vocabulary.js';
import type { EnrolmentFile } from '../../training/training.access.js';
import { certificateFacts } from './certificate.read.js';
import type { PaperKind, PaperState } from './vocabulary.js';

export interface ListedPaper {
  kind: PaperKind;
  /** Id it is asked for by. */
  aboutId: string;
  /** Cases on it; none on a certificate. */
  decisionIds: string[];
  state: PaperState;
  /** Number of the vote, where a case has several. */
  voteNumber: number | null;
  id: string | null;
  code: string | null;
  number: string | null;
  datedOn: Day | null;
  version: number | null;
  signedOn: Day | null;
  signedBy: string | null;
  scanId: string | null;
}

interface IssuedPart {
  id: string;
  kind: PaperKind;
  about: string;
  decisionIds: string[];
  code: string;
  number: string | null;
  datedOn: Day;
  version: number;
  signedOn: Day | null;
  signedBy: string | null;
  scanId: string | null;
}

const ISSUED = `select json_build_object('id', p.id, 'kind', p.kind, 'about', p.about, 'decisionIds', p.decision_ids, 'code', p.code, 'number', p.number, 'datedOn', p.dated_on,
  'version', p.version, 'signedOn', p.signed_on, 'signedBy', p.signed_by, 'scanId', p.scan_id)::text as row from paper p where p.replaced_at is null and`;

async function issuedWhere({ orm }: Ground, where: string, values: readonly unknown[]): Promise<IssuedPart[]> {
  const rows = await executeBound<{ row: string }>(orm.em.fork(), `${ISSUED} ${where}`, values);
  return rows.map(({ row }) => JSON.parse(row) as IssuedPart);
}

const NOT_ISSUED = {
  id: null,
  code: null,
  number: null,
  datedOn: null,
  version: null,
  signedOn: null,
  signedBy: null,
  scanId: null,
};

interface Possible {
  kind: PaperKind;
  aboutId: string;
  decisionIds: string[];
  stands: boolean;
  voteNumber?: number | null;
}

function listed({ stands, voteNumber = null, ...possible }: Possible, issued: IssuedPart | undefined): ListedPaper {
  if (!issued) return { ...possible, voteNumber, ...NOT_ISSUED, state: stands ? 'READY' : 'DRAFT' };
  const { about: _about, kind: _kind, decisionIds, ...part } = issued;
  return { ...possible, ...part, decisionIds, voteNumber, state: part.signedOn ? 'SIGNED' : 'ISSUED' };
}

interface CaseRow {
  id: string;
  kind: DecisionKind;
  isAdopted: boolean;
  hasNumber: boolean;
  isServed: boolean;
  votes: { id: string; number: number; isOpen: boolean }[];
}

const CASES = `select json_build_object('id', d.id, 'kind', d.kind, 'isAdopted', d.adopted_at is not null, 'hasNumber', d.number is not null,
  'isServed', d.served_on is not null or exists (select 1 from letter l where l.kind = 'decision.notice' and l.about = 'decision:' || d.id),
  'votes', (select coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'isOpen', v.is_open) order by v.number), '[]'::json) from decision_vote v where v.decision_id = d.id))::text as row
  from decision d where d.id = any($1::uuid[])`;

/** Papers about each case alone, in the order of the procedure; whom they may be shown to is asked of each. */
export async function papersOfCases(ground: Ground, ids: readonly string[]): Promise<ListedPaper[][]> {
  const rows = (await executeBound<{ row: string }>(ground.orm.em.fork(), CASES, [idArray(ids)])).map(
    ({ row }) => JSON.parse(row) as CaseRow,
  );
  const issued = await issuedWhere(ground, `p.decision_ids && $1::uuid[] and p.kind not in ('DOCKET_DECISION', 'DOCKET_MINUTES')`, [
    idArray(ids),
  ]);
  const byAbout = new Map(issued.map((part) => [`${part.kind} ${part.about}`, part]));
  const byId = new Map(
    rows.map((row): [string, ListedPaper[]] => {
      const { id, kind } = row;
      const decisionIds = [id];
      const about = (of: PaperKind, what: string) => byAbout.get(`${of} ${what}`);
      return [
        id,
        [
          ...(isAdverse(kind)
            ? [listed({ kind: 'NOTICE', aboutId: id, decisionIds, stands: row.isServed }, about('NOTICE', `decision:${id}`))]
            : []),
          ...row.votes.map((vote) =>
            listed(
              {
                kind: 'VOTE_MINUTES',
                aboutId: vote.id,
                decisionIds,
                stands: !vote.isOpen,
                voteNumber: row.votes.length > 1 ? vote.number : null,
              },
              about('VOTE_MINUTES', `vote:${vote.id}`),
            ),
          ),
          ...(row.isAdopted
            ? [listed({ kind: 'DECISION', aboutId: id, decisionIds, stands: row.hasNumber }, about('DECISION', `decision:${id}`))]
            : []),
          listed({ kind: 'CASE_FILE', aboutId: id, decisionIds, stands: true }, about('CASE_FILE', `decision:${id}`)),
        ],
      ];
    }),
  );
  return ids.map((id) => byId.get(id) ?? []);
}

interface DocketRow {
  id: string;
  hasNumber: boolean;
  isHeard: boolean;
  group: string;
}

/** Papers of a docket: the minutes of its session, and a decision with a list for each group that was signed together. */
export async function papersOfDocket(ground: Ground, committeeId: string, docket: string): Promise<ListedPaper[]> {
  const rows = (
    await executeBound<{ row: string }>(
      ground.orm.em.fork(),
      `select json_build_object('id', d.id, 'hasNumber', d.number is not null,
         'isHeard', exists (select 1 from decision_vote v where v.decision_id = d.id) and not exists (select 1 from decision_vote v where v.decision_id = d.id and v.is_open),
         'group', case when d.adopted_at is null then '' else concat_ws('|', d.kind, d.award_year, d.award_titles::text, d.signed_by, d.in_force_on, (select (e.at at time zone $3)::date
            from decision_event e where e.decision_id = d.id and e.action = 'ENTER_INTO_FORCE' order by e.id limit 1)) end)::text as row
       from decision d where d.committee_id = $1::uuid and d.docket = $2 and d.state not in ('WITHDRAWN', 'JOINED') order by d.reference, d.id`,
      [committeeId, docket, ground.clock.zone],
    )
  ).map(({ row }) => JSON.parse(row) as DocketRow);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const issued = await issuedWhere(ground, `p.decision_ids && $1::uuid[] and p.kind in ('DOCKET_DECISION', 'DOCKET_MINUTES')`, [
    idArray(ids),
  ]);
  const minutes = issued.find(({ kind, about }) => kind === 'DOCKET_MINUTES' && about === `docket:${committeeId}:${docket}`);
  const lists = issued.filter(({ kind }) => kind === 'DOCKET_DECISION');
  const onList = new Set(lists.flatMap(({ decisionIds }) => decisionIds));
  const groups = new Map<string, DocketRow[]>();
  for (const row of rows) if (row.group !== '' && !onList.has(row.id)) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  const isBegun = rows.some(({ isHeard }) => isHeard);
  return [
    ...(isBegun || minutes
      ? [listed({ kind: 'DOCKET_MINUTES', aboutId: ids[0]!, decisionIds: ids, stands: rows.every(({ isHeard }) => isHeard) }, minutes)]
      : []),
    ...lists.map((part) =>
      listed({ kind: 'DOCKET_DECISION', aboutId: part.decisionIds[0]!, decisionIds: part.decisionIds, stands: true }, part),
    ),
    // One who was signed alone has a decision, and no list.
    ...[...groups.values()]
      .filter(({ length }) => length > 1)
      .map((group) =>
        listed(
          {
            kind: 'DOCKET_DECISION',
            aboutId: group[0]!.id,
            decisionIds: group.map(({ id }) => id),
            stands: group.every(({ hasNumber }) => hasNumber),
          },
          undefined,
        ),
      ),
  ];
}

export interface ListedCertificate extends ListedPaper {
  line: EnrolmentFile;
}

/** The certificate of each line on the list of a class that was completed. */
export async function papersOfEnrolments(ground: Ground, ids: readonly string[]): Promise<ListedCertificate[][]> {
  const facts = new Map((await certificateFacts(ground, ids)).map((line) => [line.id, line]));
  const issued = await issuedWhere(ground, `p.kind = 'CERTIFICATE' and p.about = any($1::text[])`, [
    `{${ids.map((id) => `"enrolment:${id}"`).join(',')}}`,
  ]);
  const byAbout = new Map(issued.map((part) => [part.about, part]));
  return ids.map((id) => {
    const held = facts.get(id);
    if (!held?.isCompleted) return [];
    const { officerId, agencyId, trainerId, assistantIds } = held;
    const paper = listed({ kind: 'CERTIFICATE', aboutId: id, decisionIds: [], stands: true }, byAbout.get(`enrolment:${id}`));
    return [{ ...paper, line: { officerId, agencyId, trainerId, assistantIds } }];
  });
}
