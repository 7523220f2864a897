/** `hopthu policy …` and `hopthu review …`: adopting and trying policies, opening and finalising reviews. */
import { readFileSync } from 'node:fs';
import { connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, shown, table, tell, type UserErrorShown, wordFor } from './cli-output.js';
import { cliMessages as m } from './cli.messages.js';
import { dateIn, percentIn } from './kernel/language.js';

const POLICY =
  'id version effectiveOn windowDays regularShare minimumCoverage minimumAssessableDays acts newMailboxGraceDays trainingGraceDays contestDays holidays extraWorkingDays';
const TIERS = 'regular irregular never notAssessed assessed regularShare usingShare';
const FIGURES = `officers withMailbox coverage all { ${TIERS} } leaders { ${TIERS} }`;
const REVIEW = `id reference title state windowFrom windowTo openedAt finalisedAt policy { version } figures { ${FIGURES} }`;
const ERRORS = 'userErrors { code message path rule }';

export interface PolicyOptions {
  file?: string;
  effectiveOn?: string;
  windowDays?: number;
  regularShare?: number;
  minimumCoverage?: number;
  minimumDays?: number;
  acts?: string[];
  contestDays?: number;
  graceDays?: number;
  holidays?: string[];
  workingDays?: string[];
}

/** The input of a policy: from a JSON file, single values by options; the usual values where nothing is said. */
function policyInput(options: PolicyOptions): Record<string, unknown> {
  const given = options.file ? (JSON.parse(readFileSync(options.file, 'utf8')) as Record<string, unknown>) : {};
  const wanted = {
    effectiveOn: options.effectiveOn,
    windowDays: options.windowDays,
    regularShare: options.regularShare,
    minimumCoverage: options.minimumCoverage,
    minimumAssessableDays: options.minimumDays,
    acts: options.acts?.map((a) => a.toUpperCase()),
    contestDays: options.contestDays,
    newMailboxGraceDays: options.graceDays,
    holidays: options.holidays,
    extraWorkingDays: options.workingDays,
  };
  return {
    effectiveOn: new Date().toISOString().slice(0, 10),
    windowDays: 90,
    regularShare: 0.6,
    minimumCoverage: 0.8,
    minimumAssessableDays: 20,
    ...given,
    ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
  };
}

export async function listPolicies(output: Output): Promise<number> {
  const connection = await connect('hopthu policy list', output.language);
  try {
    const { usagePolicies } = await connection.ask(`{ usagePolicies { ${POLICY} } }`);
    if (output.isJson) json(usagePolicies);
    else {
      table(
        output,
        [m.version, m.effectiveOn, m.window, m.regularShare, m.minimumCoverage, m.acts],
        usagePolicies.map((p: any) => [
          p.version,
          dateIn(output.language, p.effectiveOn),
          p.windowDays,
          percentIn(output.language, p.regularShare),
          percentIn(output.language, p.minimumCoverage),
          p.acts.map((act: string) => wordFor(output, act)).join(', '),
        ]),
      );
    }
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

export async function adoptPolicy(output: Output, options: PolicyOptions): Promise<number> {
  const connection = await connect('hopthu policy adopt', output.language);
  try {
    const { usagePolicyAdopt } = await connection.ask<{ usagePolicyAdopt: { policy: any; userErrors: UserErrorShown[] } }>(
      `mutation ($input: UsagePolicyInput!) { usagePolicyAdopt(input: $input) { policy { ${POLICY} } ${ERRORS} } }`,
      { input: policyInput(options) },
    );
    return shown(output, usagePolicyAdopt, ({ policy }) =>
      tell(output, m.adopted, { version: policy.version, effectiveOn: dateIn(output.language, policy.effectiveOn) }),
    );
  } finally {
    await connection.close();
  }
}

export async function tryPolicy(output: Output, reference: string, options: PolicyOptions): Promise<number> {
  const connection = await connect('hopthu policy try', output.language);
  try {
    const reviewId = await reviewIdOf(output, connection, reference);
    if (!reviewId) return EXIT.refused;
    const { usagePolicyTry } = await connection.ask<{ usagePolicyTry: any }>(
      `mutation ($reviewId: ID!, $input: UsagePolicyInput!) { usagePolicyTry(reviewId: $reviewId, input: $input) { changed figures { ${FIGURES} } sample(first: 20) { from to officer { code fullName } } ${ERRORS} } }`,
      { reviewId, input: policyInput(options) },
    );
    return shown(output, usagePolicyTry, (trial) => {
      showFigures(output, trial.figures);
      if (trial.sample.length)
        table(
          output,
          [m.code, m.name, m.tierNow, m.tierThen],
          trial.sample.map((r: any) => [r.officer.code, r.officer.fullName, wordFor(output, r.from), wordFor(output, r.to)]),
        );
      tell(output, m.changed, { changed: trial.changed });
    });
  } finally {
    await connection.close();
  }
}

/** The id of the review that is named by its reference or its id; what is no review is said, with how to see those there are. */
export async function reviewIdOf(
  output: Output,
  connection: Awaited<ReturnType<typeof connect>>,
  reference: string,
): Promise<string | undefined> {
  const byId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(reference);
  const { review } = byId
    ? await connection.ask('query ($id: ID) { review(id: $id) { id } }', { id: reference })
    : await connection.ask('query ($reference: String) { review(reference: $reference) { id } }', { reference });
  if (!review) complain(output, m.noReview, { reference });
  return review?.id;
}

export async function listReviews(output: Output): Promise<number> {
  const connection = await connect('hopthu review list', output.language);
  try {
    const { reviews } = await connection.ask(`{ reviews(first: 100) { nodes { ${REVIEW} } } }`);
    if (output.isJson) json(reviews.nodes);
    else {
      table(
        output,
        [m.reference, m.state, m.from, m.to, m.officers, m.using, m.leaders],
        reviews.nodes.map((r: any) => [
          r.reference,
          wordFor(output, r.state),
          dateIn(output.language, r.windowFrom),
          dateIn(output.language, r.windowTo),
          r.figures.officers,
          share(output, r.figures.all.usingShare),
          share(output, r.figures.leaders.usingShare),
        ]),
      );
    }
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

export async function showReview(output: Output, reference: string): Promise<number> {
  const connection = await connect('hopthu review show', output.language);
  try {
    const { review } = await connection.ask(`query ($reference: String) { review(reference: $reference) { ${REVIEW} } }`, { reference });
    if (output.isJson) json(review);
    else if (review) showFigures(output, review.figures);
    else complain(output, m.noReview, { reference });
    return review ? EXIT.done : EXIT.refused;
  } finally {
    await connection.close();
  }
}

export interface OpenOptions {
  title?: string;
  to?: string;
  agencies?: string[];
  definition?: string;
  checkDays?: number;
  decideDays?: number;
  silence?: string;
}

/** Opens a review: by itself, with a plan of how the agencies check it, or from a definition, which then knows title, window and agencies too (F-1). */
export async function openReview(output: Output, options: OpenOptions): Promise<number> {
  const connection = await connect('hopthu review open', output.language);
  try {
    const agencies = await agenciesOf(output, connection, options.agencies);
    if (!agencies) return EXIT.refused;
    const definition = options.definition ? await definitionOf(output, connection, options.definition) : undefined;
    if (options.definition && !definition) return EXIT.refused;
    const title = options.title ?? definition?.next.title;
    const windowTo = options.to ?? definition?.next.windowTo;
    if (!title || !windowTo) {
      complain(output, m.titleAndDay);
      return EXIT.usage;
    }
    const { checkDays, decideDays, silence } = options;
    const wanted = checkDays ?? decideDays ?? silence;
    const { reviewOpen } = await connection.ask(
      `mutation ($input: ReviewOpenInput!) { reviewOpen(input: $input) { review { ${REVIEW} } ${ERRORS} } }`,
      {
        input: {
          title,
          windowTo,
          ...(agencies.length > 0 ? { agencyIds: agencies } : {}),
          ...(definition ? { definitionId: definition.id } : {}),
          ...(wanted === undefined ? {} : { plan: planOf(options, definition) }),
        },
      },
    );
    return shown(output, reviewOpen as any, ({ review }: any) => {
      tell(output, m.reviewDone, { reference: review.reference, state: wordFor(output, review.state) });
      showFigures(output, review.figures);
    });
  } finally {
    await connection.close();
  }
}

type Connection = Awaited<ReturnType<typeof connect>>;

interface Plan {
  checkDays: number;
  decideDays: number;
  remindDays: number[];
  escalateDays: number;
  silence: string;
  tellsOfficers: boolean;
}

/** What was said over what the definition says; letters that the check is too short for are left out. */
function planOf({ checkDays, decideDays, silence }: OpenOptions, definition: Plan | undefined): Record<keyof Plan, unknown> {
  const days = checkDays ?? definition?.checkDays ?? 10;
  return {
    checkDays: checkDays ?? definition?.checkDays,
    decideDays: decideDays ?? definition?.decideDays,
    silence: silence ?? definition?.silence,
    tellsOfficers: definition?.tellsOfficers,
    remindDays: (definition?.remindDays ?? [5, 2]).filter((before) => before < days),
    escalateDays: Math.min(definition?.escalateDays ?? 1, days - 1),
  };
}

/** Their ids; undefined, and said, when there is no agency with one of the codes: nobody is left out unseen. */
async function agenciesOf(output: Output, connection: Connection, codes: string[] | undefined): Promise<string[] | undefined> {
  const ids: string[] = [];
  for (const code of codes ?? []) {
    const { agencies } = await connection.ask(
      'query ($code: String!) { agencies(first: 1, where: { code: { eq: $code } }) { nodes { id } } }',
      {
        code,
      },
    );
    if (!agencies.nodes[0]) {
      complain(output, m.noAgencyCode, { code });
      return undefined;
    }
    ids.push(agencies.nodes[0].id);
  }
  return ids;
}

async function definitionOf(
  output: Output,
  connection: Connection,
  name: string,
): Promise<(Plan & { id: string; next: { title: string; windowTo: string } }) | undefined> {
  const { reviewDefinitions } = await connection.ask(
    '{ reviewDefinitions { id name checkDays decideDays remindDays escalateDays silence tellsOfficers next { title windowTo } } }',
  );
  const found = reviewDefinitions.find((definition: { name: string }) => definition.name.normalize() === name.normalize());
  if (!found) complain(output, m.noDefinition, { name, known: reviewDefinitions.map((d: { name: string }) => d.name).join(', ') || '–' });
  return found;
}

export async function endReview(output: Output, reference: string, how: { cancelReason?: string }): Promise<number> {
  const connection = await connect('hopthu review finalise', output.language);
  try {
    const id = await reviewIdOf(output, connection, reference);
    if (!id) return EXIT.refused;
    const { ended } = how.cancelReason
      ? await connection.ask(
          `mutation ($id: ID!, $reason: String!) { ended: reviewCancel(id: $id, reason: $reason) { review { ${REVIEW} } ${ERRORS} } }`,
          { id, reason: how.cancelReason },
        )
      : await connection.ask(`mutation ($id: ID!) { ended: reviewFinalise(id: $id) { review { ${REVIEW} } ${ERRORS} } }`, { id });
    return shown(output, ended, ({ review }: any) =>
      tell(output, m.reviewDone, { reference: review.reference, state: wordFor(output, review.state) }),
    );
  } finally {
    await connection.close();
  }
}

const share = ({ language }: Output, value: number | null) => (value === null ? '–' : percentIn(language, value));

function showFigures(output: Output, figures: any): void {
  const row = (name: string, f: any) => [
    name,
    f.regular,
    f.irregular,
    f.never,
    f.notAssessed,
    share(output, f.regularShare),
    share(output, f.usingShare),
  ];
  table(
    output,
    [m.name, m.regular, m.irregular, m.never, m.notAssessed, m.regularShare, m.using],
    [row(m.all[output.language], figures.all), row(m.leaders[output.language], figures.leaders)],
  );
}
