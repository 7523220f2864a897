/** Answers read for any number of codes in one statement; who may not ask about an officer is told no more than of a code that nobody has. */
import { type Actor, scopesOf } from '../identity/actor.js';
import { mayAll } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { Refusal } from '../kernel/refusal.js';
import { awardsAccess } from './awards.access.js';
import {
  codeAsStored,
  ELIGIBLE,
  type Exclusion,
  type Question,
  questionFaults,
  type Standing,
  standingOf,
  UNKNOWN,
} from './eligibility.rules.js';
import { lastMoment, untilOver } from './moment.js';

export interface Answer extends Standing {
  officerCode: string;
  year: number;
  title: string;
  asOf: Date;
}

interface Row {
  code: string;
  status: Exclusion['status'] | null;
  decision_number: string;
  in_force_on: string;
}

/** The function takes the lock and looks only then (migrations/0016-awards.ts). */
const STATEMENT = `select code, status, decision_number, in_force_on
  from award_answers($1::text[], $2::int, $3::text, $4::timestamptz, $5::boolean, $6::uuid[], $7::uuid[])`;

/** No transaction that records exclusions lasts longer: what is older than this is answered without waiting for one. */
const SETTLED_MILLISECONDS = 600_000;

/** One answer a code, in the order asked, as of one moment. Refused INVALID or LIMIT where the question is wrong. */
export async function eligibilityOf({ read, clock }: Ground, actor: Actor, question: Question): Promise<Answer[]> {
  const now = clock.now();
  const faults = questionFaults(question, now);
  if (faults.length > 0) throw new Refusal(...faults);
  const { codes, year, title } = question;
  const asOf = question.asOf ?? lastMoment(clock);
  await untilOver(clock, asOf);
  const wanted = codes.map(codeAsStored);
  const isSettled = asOf.getTime() < now.getTime() - SETTLED_MILLISECONDS;
  const seesAll = mayAll(actor, awardsAccess.readEligibility as never);
  const [agencies, own] = seesAll ? [null, null] : [scopesOf(actor, 'AGENCY_CONTACT'), scopesOf(actor, 'OFFICER')];
  const parameters = [[...new Set(wanted)], year, title, asOf.toISOString(), isSettled, agencies, own];
  const rows = await read.run<Row>({ compile: () => ({ sql: STATEMENT, parameters }) });
  const standings = standingsOf(rows);
  return codes.map((officerCode, i) => ({ officerCode, year, title, ...(standings.get(wanted[i]!) ?? UNKNOWN), asOf }));
}

function standingsOf(rows: readonly Row[]): Map<string, Standing> {
  const exclusions = new Map<string, Exclusion[]>();
  const standings = new Map<string, Standing>();
  for (const { code, status, decision_number: decisionNumber, in_force_on: inForceOn } of rows) {
    if (status === null) {
      standings.set(code, ELIGIBLE);
      continue;
    }
    const one = { status, decisionNumber, inForceOn };
    const others = exclusions.get(code);
    if (others) others.push(one);
    else exclusions.set(code, [one]);
  }
  for (const [code, ofCode] of exclusions) standings.set(code, standingOf(ofCode));
  return standings;
}
