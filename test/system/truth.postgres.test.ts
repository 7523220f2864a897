/**
 * Whom does a review do wrong? Ten thousand officers whose habits are known, mail servers that lose days, phones that look for mail, forwarding, guessed
 * passwords, leave, transfers, new mailboxes: what the review says of each, beside what is true. The tables stand in docs/truth.md, which
 * HOPTHU_WRITE_TRUTH=1 writes anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bringLogs, fillRegistry, type Judged, type ReadLines, review } from '../review/simulation/city.js';
import { type Compared, confusionMatrix, habitTable, serverTable } from '../review/simulation/confusion.js';
import { people } from '../review/simulation/people.js';
import { type Tier, truthOf } from '../review/simulation/truth.js';
import { inFull } from '../support/in-full.js';
import { World } from '../support/world.js';

const PROMISED = 10_000;
const isWritten = process.env.HOPTHU_WRITE_TRUTH === '1';
const OFFICERS = isWritten ? PROMISED : inFull(PROMISED, 1_000, 3_000);
const PAGE = 'docs/truth.md';
const BEGIN = '<!-- begin: written by test/system/truth.postgres.test.ts -->';
const END = '<!-- end -->';

let world: World;
let read: ReadLines;
let judged: Map<string, Judged>;
let compared: Compared[];
beforeAll(async () => {
  world = await World.open();
  const city = people(OFFICERS);
  await fillRegistry(world, city);
  read = await bringLogs(world, city);
  judged = new Map((await review(world)).map((one) => [one.code, one]));
  compared = city.map((person) => ({ person, truth: truthOf(person), tier: judged.get(person.code)?.tier as Tier }));
}, 1_800_000);
afterAll(() => world.close());

const adverse = (tier: Tier): boolean => tier === 'NEVER' || tier === 'IRREGULAR';
const codes = (wrong: readonly Compared[]) => wrong.map(({ person, tier }) => `${person.code} ${person.habit}: ${tier}`);

test('every line of the logs is understood', () => {
  expect(read.lines).toBeGreaterThan(OFFICERS * 50);
  expect(read.quarantined).toBe(0);
  expect(read.lines).toBe(read.used + read.ignored + read.duplicate);
});

test('everybody has a finding', () => {
  expect(compared.filter(({ tier }) => tier === undefined).map(({ person }) => person.code)).toEqual([]);
});

test('nobody whose use stands in a log is NEVER', () => {
  expect(codes(compared.filter(({ truth, tier }) => truth.isUseRecorded && tier === 'NEVER'))).toEqual([]);
});

test('nobody on leave throughout, or without enough data, gets an adverse tier', () => {
  expect(codes(compared.filter(({ truth, tier }) => (truth.isOnLeaveThroughout || truth.hasTooLittleCoverage) && adverse(tier)))).toEqual(
    [],
  );
});

test('whoever did nothing but was attacked, polled by a phone, forwarded or looked into is no user', () => {
  const idle = compared.filter(({ truth }) => !truth.hasUsed);
  expect(idle.length).toBeGreaterThan(OFFICERS / 10);
  expect(codes(idle.filter(({ tier }) => tier === 'REGULAR' || tier === 'IRREGULAR'))).toEqual([]);
});

test('forwarding is shown where it is', () => {
  const forwarded = compared.filter(({ person, tier }) => person.habit === 'has everything forwarded' && tier === 'NEVER');
  expect(forwarded.length).toBeGreaterThan(0);
  expect(forwarded.filter(({ person }) => !judged.get(person.code)!.isForwardingShown)).toEqual([]);
});

test('each tier is the one that the slow reckoning gives', () => {
  expect(codes(compared.filter(({ truth, tier }) => truth.tier !== tier))).toEqual([]);
});

test('the tables of docs/truth.md are those of this run', () => {
  const unknowable = compared.filter(({ truth }) => truth.hasUsed && !truth.isUseRecorded);
  const said = [
    `${OFFICERS.toLocaleString('en-US')} officers, ${read.lines.toLocaleString('en-US')} lines of logs: ${read.used.toLocaleString('en-US')} used, ${read.ignored.toLocaleString('en-US')} ignored, ${read.duplicate} twice, ${read.quarantined} not understood.`,
    confusionMatrix(compared),
    habitTable(compared),
    serverTable(compared),
    `Used, but only on days whose logs are lost: ${unknowable.length} officers, of whom ${unknowable.filter(({ tier }) => tier === 'NEVER').length} are NEVER.`,
  ].join('\n\n');
  process.stderr.write(`${said}\n`);
  if (OFFICERS !== PROMISED) return;
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN) as [string, string];
  const written = `${before}${BEGIN}\n\n${said}\n\n${END}${rest.split(END)[1]}`;
  if (isWritten) writeFileSync(PAGE, written);
  expect(written).toBe(readFileSync(PAGE, 'utf8'));
});
