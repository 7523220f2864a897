// A committee with cases in many states, made by those who would make them, for the browser tests of committees and exclusions.
import { type Ask, askAs } from './class-room.js';

interface CaseResult {
  id: string | null;
  decision: { id: string } | null;
  userErrors: { message: string }[];
}

export interface CommitteeCity {
  secretary: Ask;
  /** The committee, with exclusions in force, one under appeal, one being voted on and one proposed. */
  committeeId: string;
  exclusions: { inForce: string[]; appealed: string[]; voting: string[] };
  year: number;
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(new Date());

/** What a command answers; fails where it refused anything. */
async function done<Payload>(ask: Ask, command: string, variables: Record<string, unknown> = {}): Promise<Payload> {
  const payload = Object.values(await ask<Record<string, any>>(command, variables))[0];
  const errors = [...(payload.userErrors ?? []), ...(payload.results ?? []).flatMap(({ userErrors }: CaseResult) => userErrors)];
  if (errors.length > 0) throw new Error(`${command}: ${JSON.stringify(errors)}`);
  return payload as Payload;
}

const each = 'results { id decision { id } userErrors { message } } userErrors { message }';

export async function buildCommitteeCity(url: string): Promise<CommitteeCity> {
  const as = (name: string) => askAs(url, name);
  const [secretary, force] = [await as('secretary'), await as('taskforce')];
  const voters = await Promise.all(['chair', 'member1', 'member2', 'member3', 'member4'].map(as));
  const ids = await Promise.all(voters.map(async (ask) => (await ask<{ me: { id: string } }>('{ me { id } }')).me.id));
  const { committee } = await done<{ committee: { id: string } }>(
    secretary,
    'mutation ($input: CommitteeInput!) { committeeCreate(input: $input) { committee { id } userErrors { message } } }',
    {
      input: {
        code: 'BCD-CDS',
        name: 'Ban Chỉ đạo chuyển đổi số thành phố',
        competences: ['MAILBOX_REVOCATION', 'AWARD_EXCLUSION', 'EXCLUSION_LIFT'],
        effectiveOn: today(),
        legalBasis: 'Quyết định số 15/QĐ-UBND ngày 05/01/2026',
        members: ids.map((userId, index) => ({ userId, seat: ['CHAIR', 'DEPUTY', 'STANDING', 'MEMBER', 'MEMBER'][index] })),
      },
    },
  );
  await done(secretary, 'mutation ($input: VotingRuleInput!) { votingRuleAdopt(input: $input) { userErrors { message } } }', {
    input: {
      committeeId: committee.id,
      kind: 'AWARD_EXCLUSION',
      noticeDays: 0,
      voteDays: 14,
      appealDays: 30,
      effectiveOn: today(),
    },
  });
  const { findings } = await force<{ findings: { nodes: { id: string; review: { windowTo: string } }[] } }>(
    '{ findings(first: 12, where: { tier: [NEVER, IRREGULAR], isLeader: false, causeMissing: true }) { nodes { id review { windowTo } } } }',
  );
  const findingIds = findings.nodes.map(({ id }) => id);
  const year = Number(findings.nodes[0]!.review.windowTo.slice(0, 4));
  await done(
    force,
    'mutation ($ids: [ID!]!, $note: String) { findingSetCause(ids: $ids, cause: REFUSES, note: $note) { userErrors { message } } }',
    {
      ids: findingIds,
      note: 'Đã nhắc bằng văn bản ngày 01/10/2026.',
    },
  );
  const proposed = await done<{ results: CaseResult[] }>(
    force,
    `mutation ($input: ProposeInput!) { decisionPropose(input: $input) { ${each} } }`,
    {
      input: {
        committeeId: committee.id,
        kind: 'AWARD_EXCLUSION',
        findingIds,
        legalBasis: 'Luật Thi đua, khen thưởng',
        grounds: 'Không chấp hành việc sử dụng hộp thư điện tử công vụ.',
        awardYear: year,
        awardTitles: ['LDTT', 'CSTDCS'],
      },
    },
  );
  const cases = proposed.results.map(({ decision }) => decision!.id);
  const noticed = cases.slice(0, -1);
  await done(secretary, `mutation ($ids: [ID!]!) { decisionGiveNotice(ids: $ids, means: HANDED_OVER) { ${each} } }`, { ids: noticed });
  // Whoever is in a class is sheltered: those votes are not opened.
  const { decisionOpenVote } = await secretary<{ decisionOpenVote: { results: CaseResult[] } }>(
    `mutation ($ids: [ID!]!) { decisionOpenVote(ids: $ids) { ${each} } }`,
    { ids: noticed },
  );
  const voted = decisionOpenVote.results.flatMap(({ decision, userErrors }) => (userErrors.length === 0 ? [decision!.id] : []));
  const voting = voted.slice(-2);
  const adopted = voted.slice(0, -2);
  for (const voter of voters.slice(0, 4))
    await voter(`mutation ($ids: [ID!]!) { decisionCastVote(ids: $ids, choice: FOR) { ${each} } }`, { ids: adopted });
  const { decisions } = await secretary<{ decisions: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { decisions(first: 50, where: { committeeId: { eq: $id }, state: [ADOPTED] }) { nodes { id } } }',
    { id: committee.id },
  );
  const inForce = decisions.nodes.map(({ id }) => id);
  for (const id of inForce)
    await done(
      secretary,
      `mutation ($ids: [ID!]!, $day: Date!) { decisionEnterIntoForce(ids: $ids, inForceOn: $day, signedBy: "Trưởng ban", servedOn: $day) { ${each} } }`,
      { ids: [id], day: today() },
    );
  const appealed = inForce.slice(0, 1);
  for (const id of appealed)
    await done(
      secretary,
      `mutation ($id: ID!, $text: String!, $day: Date) { decisionAppeal(id: $id, text: $text, receivedOn: $day) { ${each} } }`,
      {
        id,
        text: 'Tôi đã sử dụng hộp thư từ tháng 10.',
        day: today(),
      },
    );
  return { secretary, committeeId: committee.id, exclusions: { inForce: inForce.slice(1), appealed, voting }, year };
}
