/**
 * The reads of S-1: the document a client sends, and the one statement with which the limit answers the same data.
 * The limit is a bare server: no sign-in, no rights, no GraphQL; whatever Hopthu does beyond it shows in the ratio.
 */

import { EXCLUDED } from './exclusions.js';

export interface ReadCase {
  variables: Record<string, unknown>;
  /** Values of the statement's parameters. */
  parameters: unknown[];
}

export interface Read {
  id: string;
  title: string;
  /** Ratio to the limit that is aimed at (S-1). */
  goal: number;
  document: string;
  /** Answers one row with one column `body`: the whole answer as JSON text. */
  statement: string;
  cases: ReadCase[];
}

const OFFICER = `id code fullName post isLeader agency { id code name } mailbox { id address state }`;
const officerJson = (o: string, a: string, m: string, more = '') =>
  `json_build_object('id', ${o}.id, 'code', ${o}.code, 'fullName', ${o}.full_name, 'post', ${o}.post, 'isLeader', ${o}.is_leader,
     'agency', json_build_object('id', ${a}.id, 'code', ${a}.code, 'name', ${a}.name),
     'mailbox', case when ${m}.id is null then null else json_build_object('id', ${m}.id, 'address', ${m}.address, 'state', ${m}.state) end${more})`;

const OFFSETS = [0, 25, 50, 75, 100, 125, 150, 175];

const withoutTier: Read = {
  id: 'w',
  title: 'the same without the tier',
  goal: 1.0,
  document: `query Leaders($leader: Boolean!, $first: Int!, $offset: Int!) {
    officers(where: { isLeader: $leader }, first: $first, offset: $offset) { totalCount nodes { ${OFFICER} } } }`,
  statement: `select json_build_object('data', json_build_object('officers', json_build_object(
      'totalCount', (select count(*) from officer where is_leader = $1),
      'nodes', coalesce((select json_agg(${officerJson('o', 'a', 'm')} order by o.sort_key, o.id)
        from (select * from officer where is_leader = $1 order by sort_key, id limit $2 offset $3) o
        join agency a on a.id = o.agency_id left join mailbox m on m.id = o.mailbox_id), '[]'))))::text as body`,
  cases: OFFSETS.map((offset) => ({ variables: { leader: true, first: 25, offset }, parameters: [true, 25, offset] })),
};

const list: Read = {
  ...withoutTier,
  id: 'a',
  title: 'list of 25 leaders with agency, mailbox, tier and total',
  document: withoutTier.document.replace(OFFICER, `${OFFICER} latestFinding { tier }`),
  statement: withoutTier.statement
    .replace(
      officerJson('o', 'a', 'm'),
      officerJson('o', 'a', 'm', `, 'latestFinding', case when f.id is null then null else json_build_object('tier', f.tier) end`),
    )
    .replace('left join mailbox', 'left join finding f on f.id = o.latest_finding_id left join mailbox'),
};

const CODES_ASKED = 64;

const byCode = (codes: readonly string[]): Read => ({
  id: 'b',
  title: 'officer by code',
  goal: 0.5,
  document: `query Officer($code: String!) { officer(code: $code) { ${OFFICER} } }`,
  statement: `select json_build_object('data', json_build_object('officer', (select ${officerJson('o', 'a', 'm')}
      from officer o join agency a on a.id = o.agency_id left join mailbox m on m.id = o.mailbox_id where o.code = $1)))::text as body`,
  cases: Array.from({ length: CODES_ASKED }, (_, i) => codes[Math.floor((i * codes.length) / CODES_ASKED)]!).map((code) => ({
    variables: { code },
    parameters: [code],
  })),
});

const nested: Read = {
  id: 'c',
  title: '57 agencies × 10 officers',
  goal: 0.85,
  document: `query Agencies($first: Int!, $officers: Int!) {
    agencies(first: $first) { nodes { id code name officers(first: $officers) { nodes { id code fullName isLeader mailbox { id address state } } } } } }`,
  statement: `select json_build_object('data', json_build_object('agencies', json_build_object('nodes', coalesce((
      select json_agg(json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'officers', json_build_object('nodes', coalesce((
          select json_agg(json_build_object('id', o.id, 'code', o.code, 'fullName', o.full_name, 'isLeader', o.is_leader,
            'mailbox', case when m.id is null then null else json_build_object('id', m.id, 'address', m.address, 'state', m.state) end)
            order by o.sort_key, o.id)
          from (select * from officer where agency_id = a.id order by sort_key, id limit $2) o left join mailbox m on m.id = o.mailbox_id), '[]')))
        order by a.sort_key, a.id) from (select * from agency order by sort_key, id limit $1) a), '[]'))))::text as body`,
  cases: [{ variables: { first: 100, officers: 10 }, parameters: [100, 10] }],
};

const ELIGIBILITY_CASES = 16;
const ELIGIBILITY_CODES = 100;

const eligibility = (codes: readonly string[]): Read => ({
  id: 'd',
  title: 'eligibility of 100 codes',
  goal: 0.7,
  document: `query Eligibility($codes: [String!]!, $year: Int!, $title: String!) {
    awardEligibility(officerCodes: $codes, year: $year, title: $title) { officerCode title year status isEligible decisionNumber inForceOn } }`,
  statement: `select json_build_object('data', json_build_object('awardEligibility', (
      select json_agg(json_build_object('officerCode', c.code, 'title', $3::text, 'year', $2::int,
        'status', case when o.id is null then 'UNKNOWN_OFFICER' else coalesce(x.status, 'ELIGIBLE') end,
        'isEligible', o.id is not null and x.status is distinct from 'EXCLUDED', 'decisionNumber', x.decision_number,
        'inForceOn', case x.status when 'EXCLUDED' then x.in_force_on end) order by c.n)
      from unnest($1::text[]) with ordinality as c(code, n) left join officer o on o.code = c.code
      left join lateral (select * from award_exclusion e where e.officer_id = o.id and e.year = $2 and $3 = any(e.titles)
        and e.recorded_from <= now() and (e.recorded_until is null or e.recorded_until > now())
        order by e.status, e.in_force_on, e.decision_number limit 1) x on true)))::text as body`,
  cases: Array.from({ length: ELIGIBILITY_CASES }, (_, i) => {
    const asked = Array.from({ length: ELIGIBILITY_CODES }, (_n, j) => codes[(i * 811 + j * 37) % codes.length]!);
    asked[7] = 'NOBODY';
    const { year, title } = EXCLUDED;
    return { variables: { codes: asked, year, title }, parameters: [asked, year, title] };
  }),
});

const TIER_COUNTS = ['REGULAR', 'IRREGULAR', 'NEVER']
  .map((tier) => `'${tier.toLowerCase()}', count(*) filter (where f.tier = '${tier}'`)
  .join('), ');

const figures = (reviewId: string): Read => ({
  id: 'e',
  title: 'usage figures of 57 agencies, leaders apart',
  goal: 0.7,
  document: `query Figures($review: ID!) { agencies(first: 100) { nodes { code name usage(reviewId: $review) {
    officers coverage all { regular irregular never } leaders { regular irregular never usingShare } } } } }`,
  statement: `select json_build_object('data', json_build_object('agencies', json_build_object('nodes', (
      select json_agg(json_build_object('code', a.code, 'name', a.name, 'usage', u.figures) order by a.sort_key, a.id)
      from agency a left join (select f.agency_id, json_build_object('officers', count(*),
          'coverage', sum(f.assessable_days)::float8 / sum(f.candidate_days), 'all', json_build_object(${TIER_COUNTS})),
          'leaders', json_build_object(${TIER_COUNTS.replaceAll('(where ', '(where f.is_leader and ')}),
            'usingShare', (count(*) filter (where f.is_leader and f.tier in ('REGULAR', 'IRREGULAR')))::float8
              / nullif(count(*) filter (where f.is_leader and f.tier <> 'NOT_ASSESSED'), 0))) as figures
        from finding f where f.review_id = $1 group by f.agency_id) u on u.agency_id = a.id))))::text as body`,
  cases: [{ variables: { review: reviewId }, parameters: [reviewId] }],
});

const findings = (reviewId: string): Read => ({
  id: 'f',
  title: 'list of 25 findings of a tier with officer, agency and total',
  goal: 0.7,
  document: `query Findings($review: ID!, $first: Int!, $offset: Int!) { findings(where: { reviewId: { eq: $review }, tier: [NEVER] }, first: $first, offset: $offset) {
    totalCount nodes { id tier isLeader daysOfUse assessableDays officer { id code fullName } agency { id code name } } } }`,
  statement: `select json_build_object('data', json_build_object('findings', json_build_object(
      'totalCount', (select count(*) from finding where review_id = $1 and tier = $2),
      'nodes', coalesce((select json_agg(json_build_object('id', f.id, 'tier', f.tier, 'isLeader', f.is_leader, 'daysOfUse', f.days_of_use,
          'assessableDays', f.assessable_days, 'officer', json_build_object('id', o.id, 'code', o.code, 'fullName', o.full_name),
          'agency', json_build_object('id', a.id, 'code', a.code, 'name', a.name)) order by f.id)
        from (select * from finding where review_id = $1 and tier = $2 order by id limit $3 offset $4) f
        join officer o on o.id = f.officer_id join agency a on a.id = f.agency_id), '[]'))))::text as body`,
  cases: OFFSETS.map((offset) => ({ variables: { review: reviewId, first: 25, offset }, parameters: [reviewId, 'NEVER', 25, offset] })),
});

export const readsOf = (codes: readonly string[], reviewId: string): Read[] => [
  list,
  withoutTier,
  byCode(codes),
  nested,
  eligibility(codes),
  figures(reviewId),
  findings(reviewId),
];

/** Written on one line, as it travels. */
export const requestBody = (read: Read, { variables }: ReadCase): string =>
  JSON.stringify({ query: read.document.replace(/\s+/g, ' '), variables });
