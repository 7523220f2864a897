/** Which paper is asked for: what it is about, whose cases stand on it, whether its facts stand, and how it is made. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Actor } from '../../identity/actor.js';
import { executeBound } from '../../kernel/bulk.js';
import type { Ground } from '../../kernel/ground.js';
import { idArray, rowsOf } from '../../kernel/json-rows.js';
import { isId } from '../../kernel/record.js';
import { isAdverse } from '../../committee/vocabulary.js';
import { fileOf } from '../../decisions/case-acts.js';
import { standingsOf } from '../../decisions/case-standing.js';
import type { CaseFile } from '../../decisions/decision.access.js';
import type { CaseRow } from '../../decisions/decision-rows.js';
import { UNMADE_STATES } from '../../decisions/vocabulary.js';
import { caseFacts, type CasePaperFacts } from './case-paper.read.js';
import { certificateFacts } from './certificate.read.js';
import { caseFilePaper } from './kinds/case-file-paper.js';
import { certificatePaper } from './kinds/certificate-paper.js';
import { decisionPaper, docketDecisionPaper } from './kinds/decision-paper.js';
import { docketMinutesPaper, voteMinutesPaper } from './kinds/minutes-paper.js';
import { noticePaper } from './kinds/notice-paper.js';
import type { MadePaper, Making } from './kinds/parts.js';
import type { PaperFile } from './papers.access.js';
import type { PaperKind } from './vocabulary.js';
import { appealFacts, voteFacts, type VotePaperFacts, votesOnCases } from './vote-paper.read.js';

export interface PaperSubject {
  kind: PaperKind;
  /** The same for every way to ask for the same paper. */
  about: string;
  decisionIds: string[];
  officerIds: string[];
  file: PaperFile;
  /** Whether it can be issued: signed, served, closed, completed. */
  stands: boolean;
  make(making: Making): MadePaper;
}

interface Asking {
  ground: Ground;
  actor: Actor;
}

/** What rights to the cases look at, in the order of their ids. */
export async function caseFilesOf({ ground, actor }: Asking, ids: readonly string[]): Promise<CaseFile[]> {
  const em = ground.orm.em.fork();
  const rows = await rowsOf<CaseRow>(em, 'decision', { where: 't."id" = any($1::uuid[])', values: [idArray(ids)] });
  const standings = await standingsOf(em, actor, rows, ground.clock.today());
  return rows.map((row) => fileOf(row, standings.get(row.id)!));
}

/** What was issued keeps what it says of cases that have left a docket since: whoever may not read of one of them may not have it (D-5). */
async function casesOnIssued({ orm }: Ground, kind: PaperKind, about: string): Promise<string[]> {
  const rows = await executeBound<{ id: string }>(
    orm.em.fork(),
    'select distinct unnest(decision_ids)::text as id from paper where kind = $1 and about = $2',
    [kind, about],
  );
  return rows.map(({ id }) => id);
}

const ofCases = async (
  asking: Asking,
  kind: PaperKind,
  all: readonly CasePaperFacts[],
  rest: Pick<PaperSubject, 'about' | 'stands' | 'make'>,
): Promise<PaperSubject> => {
  const decisionIds = all.map(({ id }) => id);
  const cases = await caseFilesOf(asking, [...new Set([...decisionIds, ...(await casesOnIssued(asking.ground, kind, rest.about))])]);
  return { kind, decisionIds, officerIds: [...new Set(all.map(({ officerId }) => officerId))], file: { kind, cases, line: null }, ...rest };
};

/** What those of a docket have in common who stand on one decision. */
const sameDecision = (facts: CasePaperFacts): string =>
  JSON.stringify([facts.kind, facts.awardYear, facts.awardTitles, facts.signedOn, facts.signedBy, facts.inForceOn, facts.appealUntil]);

/** The list that was issued with a case, and is not replaced. */
async function issuedWith(em: SqlEntityManager, caseId: string): Promise<{ about: string; ids: string[] } | null> {
  const [row] = await executeBound<{ about: string; ids: string }>(
    em,
    `select about, to_json(decision_ids)::text as ids from paper where kind = 'DOCKET_DECISION' and replaced_at is null and decision_ids @> array[$1::uuid]`,
    [caseId],
  );
  return row ? { about: row.about, ids: JSON.parse(row.ids) as string[] } : null;
}

async function idsOfDocket(em: SqlEntityManager, { committee, docket }: CasePaperFacts): Promise<string[]> {
  const rows = await executeBound<{ id: string }>(
    em,
    `select id from decision where committee_id = $1::uuid and docket = $2 and state <> all($3::text[]) order by reference, id`,
    [committee.id, docket, `{${UNMADE_STATES.join(',')}}`],
  );
  return rows.map(({ id }) => id);
}

const numberOf = ({ number }: CasePaperFacts): number => Number.parseInt(number ?? '0', 10);

async function docketDecision(asking: Asking, first: CasePaperFacts): Promise<PaperSubject | null> {
  const { ground } = asking;
  if (!first.docket) return null;
  const em = ground.orm.em.fork();
  const issued = await issuedWith(em, first.id);
  const docket = issued ? issued.ids : await idsOfDocket(em, first);
  const found = await caseFacts(ground, docket);
  const group = issued ? found : found.filter((facts) => facts.adoptedOn !== null && sameDecision(facts) === sameDecision(first));
  // What stands on a list that was issued already does not stand on a second one.
  const taken = issued ? [] : await Promise.all(group.map(({ id }) => (id === first.id ? null : issuedWith(em, id))));
  const all = group.filter((_one, i) => !taken[i]).toSorted((a, b) => numberOf(a) - numberOf(b) || (a.id < b.id ? -1 : 1));
  if (all.length === 0) return null;
  return ofCases(asking, 'DOCKET_DECISION', all, {
    about: issued?.about ?? `docket:${all[0]!.id}`,
    stands: all.every(({ number }) => number !== null),
    make: (making) => docketDecisionPaper(making, all),
  });
}

async function docketMinutes(asking: Asking, first: CasePaperFacts): Promise<PaperSubject | null> {
  const { ground } = asking;
  if (!first.docket) return null;
  const ids = await idsOfDocket(ground.orm.em.fork(), first);
  const votes = (await votesOnCases(ground, ids)).filter(({ purpose }) => purpose === 'CASE');
  const last = new Map<string, VotePaperFacts>(votes.map((vote) => [vote.decisionId, vote]));
  const all = await caseFacts(ground, ids);
  const heard = all.flatMap((facts) => (last.has(facts.id) ? [{ facts, vote: last.get(facts.id)! }] : []));
  if (heard.length === 0) return null;
  return ofCases(
    asking,
    'DOCKET_MINUTES',
    heard.map(({ facts }) => facts),
    {
      about: `docket:${first.committee.id}:${first.docket}`,
      stands: heard.length === all.length && heard.every(({ vote }) => !vote.isOpen),
      make: (making) => docketMinutesPaper(making, first.docket!, heard),
    },
  );
}

async function voteMinutes(asking: Asking, voteId: string): Promise<PaperSubject | null> {
  const [vote] = await voteFacts(asking.ground, [voteId]);
  const [facts] = vote ? await caseFacts(asking.ground, [vote.decisionId]) : [];
  if (!vote || !facts) return null;
  return ofCases(asking, 'VOTE_MINUTES', [facts], {
    about: `vote:${vote.id}`,
    stands: !vote.isOpen,
    make: (making) => voteMinutesPaper(making, { vote, facts }),
  });
}

async function certificate({ ground }: Asking, id: string): Promise<PaperSubject | null> {
  const [facts] = await certificateFacts(ground, [id]);
  if (!facts?.isCompleted) return null;
  const { officerId, agencyId, trainerId, assistantIds } = facts;
  return {
    kind: 'CERTIFICATE',
    about: `enrolment:${id}`,
    decisionIds: [],
    officerIds: [officerId],
    file: { kind: 'CERTIFICATE', cases: [], line: { officerId, agencyId, trainerId, assistantIds } },
    stands: true,
    make: (making) => certificatePaper(making, facts),
  };
}

/** The paper of a kind about a thing; null where there is no such paper. */
export async function paperSubject(asking: Asking, kind: PaperKind, id: string): Promise<PaperSubject | null> {
  if (!isId(id)) return null;
  const { ground } = asking;
  if (kind === 'CERTIFICATE') return certificate(asking, id);
  if (kind === 'VOTE_MINUTES') return voteMinutes(asking, id);
  const [facts] = await caseFacts(ground, [id]);
  if (!facts) return null;
  if (kind === 'DOCKET_DECISION') return docketDecision(asking, facts);
  if (kind === 'DOCKET_MINUTES') return docketMinutes(asking, facts);
  const about = `decision:${id}`;
  if (kind === 'DECISION') {
    if (facts.adoptedOn === null) return null;
    return ofCases(asking, kind, [facts], { about, stands: facts.number !== null, make: (making) => decisionPaper(making, facts) });
  }
  if (kind === 'NOTICE') {
    if (!isAdverse(facts.kind)) return null;
    const stands = facts.servedOn !== null || facts.isNoticeWritten;
    return ofCases(asking, kind, [facts], { about, stands, make: (making) => noticePaper(making, facts) });
  }
  const votes = await votesOnCases(ground, [id]);
  const appeals = await appealFacts(ground, id);
  return ofCases(asking, kind, [facts], { about, stands: true, make: (making) => caseFilePaper(making, { facts, votes, appeals }) });
}
