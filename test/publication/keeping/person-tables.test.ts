/** Nothing that refers to a person is forgotten: not when everything held is told (K-4), not when somebody is erased (K-5), not when periods end (K-1, K-3). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allErasers } from '../../../server/kernel/erasure.js';
import { allHoldings } from '../../../server/kernel/personal-data.js';
import { allKeepers } from '../../../server/kernel/retention.js';
import { World } from '../../support/world.js';

/** Columns that name an officer, an account or who acted, in tables of which the file does not tell; with the reason. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  'audit_event.actor': 'told as the trail, with the office of whoever acted',
  'idempotency_key.actor': 'a technical key, kept for days',
  'webhook_message.officers': 'a count',
  'committee_merger.chair_user_id': 'a public act of the city, which names its chair by account',
  'committee_merger.ordered_by': 'who acted, in the log',
  'voting_rule.appeal_settled_by': 'an office, not a person',
  'contact_substitute.user_id': 'told as a role while it lasts, and in the trail',
  'contact_substitute.given_by': 'who acted, in the log',
  'evidence_pack.made_by': 'who acted, in the log',
  'paper_template.changed_by': 'who acted, in the log',
  'retention_policy.adopted_by': 'who acted, in the log',
  'retention_run.actor': 'who acted, in the log',
  'review_definition.tells_officers': 'no person',
};

/** Tables that nobody has to erase anything of, with the reason. */
const NOTHING_TO_ERASE: Readonly<Record<string, string>> = {
  agency: 'an agency is nobody',
  attendance: 'marks of sessions; whose they were is erased with the officer',
  audit_event: 'details are erased by the service itself; events stay (G-22)',
  audit_head: 'the end of the chain',
  audit_mention: 'ids',
  award_exclusion: 'ids, year, titles, number: what was decided',
  campaign_step: 'counts of letters',
  committee: 'a committee is nobody',
  committee_member: 'ids of accounts; the name is erased with the account',
  committee_merger: 'ids of accounts',
  decision_number: 'counts',
  decision_vote: 'results of votes',
  evidence_dropped_session: 'keyed hashes of programs',
  evidence_pack: 'fingerprints of files',
  evidence_fragment: 'sealed, gone after 30 days',
  evidence_import_day: 'line counts',
  evidence_quarantine: 'blanked, gone after 30 days',
  evidence_source: 'a source is nobody',
  evidence_source_day: 'counts',
  guess: 'keyed hashes, gone after a day',
  idempotency_key: 'gone after days',
  mail_comparison: 'counts',
  mail_system: 'a mail system is nobody',
  migration: 'versions of the tables',
  outbox_message: 'orders that are done are removed by the service itself',
  retention_mark: 'days',
  retention_policy: 'a policy',
  retention_run: 'counts',
  review: 'windows and coverage by domain',
  review_definition: 'how reviews are held',
  routine: 'regular work',
  setting: 'facts about the installation',
  spent_challenge: 'hashes, gone after a day',
  spent_sign_on: 'hashes, gone after a day',
  training_class: 'ids of accounts',
  training_course: 'a course is nobody',
  training_session: 'times',
  usage_policy: 'a policy',
  voting_rule: 'a rule',
  webhook_subscription: 'another system',
};

/** Tables that keep what they hold for good, or until a person is erased, with the reason (K-3). */
const KEPT: Readonly<Record<string, string>> = {
  absence: 'until the person is erased: findings rest on it',
  agency: 'figures by agency',
  agency_check: 'who confirmed which list',
  api_key: 'who gave which system which key',
  app_user: 'acts are recorded under its id; name and e-mail go with the person',
  attendance: 'outcomes of classes',
  audit_event: 'never removed',
  audit_head: 'never removed',
  audit_mention: 'never removed',
  award_exclusion: 'answers as of a moment in the past (A-1)',
  ballot: 'votes are counted again from it',
  ballot_archive: 'votes are counted again from it',
  campaign_step: 'which letters were written when',
  calendar_link: 'until it is revoked or the person erased',
  committee: 'who decided',
  committee_member: 'who decided',
  committee_merger: 'who decided',
  contact_substitute: 'who answered for an agency when',
  decision_event: 'the way of a case; notes go with the person',
  decision_number: 'numbers without gaps (N-1)',
  decision_vote: 'results of votes',
  decision_voter: 'who could vote',
  declared_conflict: 'why somebody did not vote; notes go with the person',
  enrolment: 'outcomes of classes',
  evidence_dropped_session: 'keyed hashes without a day, so that sessions of programs never count (E-4)',
  evidence_pack: 'a file can be told to be the one that was given (G-5)',
  evidence_source: 'sources',
  finding: 'figures of past reviews',
  finding_check: 'what was answered for a finding',
  finding_facts: 'findings are worked out again from it (G-5)',
  finding_version: 'what a finding said before',
  letter_receipt: 'proof that a letter arrived',
  mail_order: 'what decisions wanted of mail systems',
  mail_system: 'mail systems',
  mailbox: 'until the person is erased',
  mailbox_period: 'ids and days: whose counters are whose',
  migration: 'versions of the tables',
  officer: 'until the person is erased',
  paper_template: 'by which texts papers were written',
  passkey: 'until removed or the person erased',
  posting: 'figures of past reviews',
  recovery_code: 'until renewed or the person erased',
  retention_mark: 'how far back anything reaches',
  retention_policy: 'what was set when',
  retention_run: 'shows that the periods are applied; counts only',
  review: 'figures of past reviews',
  review_definition: 'how reviews are held',
  role_grant: 'until taken away or the person erased',
  routine: 'regular work',
  setting: 'facts about the installation',
  totp: 'until removed or the person erased',
  training_class: 'classes',
  training_course: 'courses',
  training_session: 'classes',
  usage_policy: 'what findings were judged by',
  user_identity: 'until the person is erased',
  voting_rule: 'what votes were held by',
  webhook_subscription: 'other systems',
};

const PERSONAL = /officer|user|actor|_by$|scope_id|member_id|maker|trainer|assistant/;

describe('every table', () => {
  let world: World;
  let columns: { table: string; column: string }[];
  beforeAll(async () => {
    world = await World.open();
    columns = await world.asOwner(
      `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, 2`,
    );
  });
  afterAll(() => world.close());

  const tables = () => [...new Set(columns.map(({ table }) => table))];

  test('K-4: every column that refers to somebody is told, or stands in the list of those that are not', () => {
    const told = new Set(allHoldings().flatMap((holding) => holding.tables));
    const personal = columns.filter(({ table, column }) => PERSONAL.test(column) || table === 'app_user');
    expect(personal.length).toBeGreaterThan(40);
    const missing = personal.filter(({ table, column }) => !told.has(table) && !NOT_TOLD[`${table}.${column}`]);
    expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
    const real = new Set(columns.map(({ table, column }) => `${table}.${column}`));
    expect(Object.keys(NOT_TOLD).filter((name) => !real.has(name) || told.has(name.split('.')[0]!))).toEqual([]);
    expect([...told].filter((table) => !tables().includes(table))).toEqual([]);
  });

  test('K-5: every table is emptied of a person by its room, or stands in the list of those that hold nothing to erase', () => {
    const erased = new Set(allErasers().flatMap((eraser) => eraser.tables));
    expect(tables().filter((table) => !erased.has(table) && !NOTHING_TO_ERASE[table])).toEqual([]);
    expect(Object.keys(NOTHING_TO_ERASE).filter((table) => erased.has(table) || !tables().includes(table))).toEqual([]);
  });

  test('K-1, K-3: every table has a period, or stands in the list of those that are kept', () => {
    const kept = new Set(allKeepers().flatMap((keeper) => keeper.tables));
    expect(tables().filter((table) => !kept.has(table) && !KEPT[table])).toEqual([]);
    expect(Object.keys(KEPT).filter((table) => kept.has(table) || !tables().includes(table))).toEqual([]);
  });
});
