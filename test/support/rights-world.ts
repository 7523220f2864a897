/**
 * The city in which rights are tried (G-15): two agencies with leaders and staff, findings with causes, contests and signals, absences,
 * imports, keys and users; everything exists twice, in the own agency (file) of those who have one, and in another.
 */
import { reportOfRemoval } from './rights-keeping.js';
import { CHECKED, campaignOfAll, type CampaignThings, campaignThings } from './rights-campaign.js';
import { importsOf } from '../../server/evidence/import.service.js';
import { generateSync } from 'otplib';
import { issueAccessCode, openByCode } from '../../server/identity/access-code.service.js';
import type { Actor, RoleName } from '../../server/identity/actor.js';
import { createApiKey } from '../../server/identity/api-key.service.js';
import { actorOfBearer } from '../../server/identity/bearer.service.js';
import { perform } from '../../server/identity/command.js';
import { tokenHash } from '../../server/identity/session.rules.js';
import { createSession } from '../../server/identity/session.service.js';
import { beginTotp, confirmTotp } from '../../server/identity/totp.service.js';
import { createUser, disableUser } from '../../server/identity/user.service.js';
import { createAgency } from '../../server/registry/agency.service.js';
import { recordAbsence } from '../../server/registry/officer.service.js';
import { setRetentionPolicy } from '../../server/publication/keeping/retention-policy.service.js';
import { publishReview } from '../../server/publication/publish.service.js';
import { PUBLIC_SLUG } from './rights-publication-table.js';
import { recordOtherPost } from '../../server/registry/other-post.service.js';
import { setCause } from '../../server/review/cause.service.js';
import { finaliseReview } from '../../server/review/close-review.service.js';
import { answerContest, contestFinding } from '../../server/review/contest.service.js';
import { onEvidenceChanged } from '../../server/review/late-facts.js';
import { openReview } from '../../server/review/open-review.service.js';
import { aboutMailbox } from '../../server/provisioning/password-letters.js';
import { adoptPolicy } from '../../server/review/usage-policy.service.js';
import { addData, addEvidence, NOW, POLICY, WINDOW, WORKDAYS } from '../review/review-world.js';
import { EvidenceWorld } from './evidence-world.js';
import { type AwardsThings, awardsThings } from './rights-awards.js';
import { type CommitteeThings, committeeThings } from './rights-committee.js';
import { type DecisionThings, decisionThings, RESPONDENTS } from './rights-decisions.js';
import { type NoticesThings, noticesThings } from './rights-notices.js';
import { mailSystemThings, type MailSystemThings, type MailThings } from './rights-provisioning.js';
import { type TrainingThings, trainingThings, closedClasses } from './rights-training.js';
import type { World } from './world.js';

/** Everybody who looks, by the name that the table of expectations uses. */
export const VIEWERS = [
  'nobody',
  'disabled user',
  'expired session',
  'revoked key',
  'ADMIN',
  'TASK_FORCE',
  'SECRETARY',
  'COMMITTEE_MEMBER',
  'TRAINER',
  'AGENCY_CONTACT',
  'OFFICER',
  'key evidence:write',
  'key findings:read',
  'key awards:read',
  'TASK_FORCE+OFFICER',
  'AGENCY_CONTACT+OFFICER',
  'TRAINER+AGENCY_CONTACT',
  'COMMITTEE_MEMBER+OFFICER',
  'ADMIN+OFFICER',
  'paper code',
  'password code',
] as const;
export type ViewerName = (typeof VIEWERS)[number];

/** `own`: of the agency whose contact looks, and of the officer who looks; `other`: of another agency and another officer. */
export const WHOSE = ['own', 'other'] as const;
export type Whose = (typeof WHOSE)[number];

/** Ids of one side. */
export interface Things {
  agency: string;
  agencyCode: string;
  officer: string;
  officerCode: string;
  officerVersion: number;
  /** Somebody of the same agency who is not the one who looks. */
  colleague: string;
  leader: string;
  address: string;
  /** Finding of the officer in the finalised review, with cause, contest, answer and a signal. */
  finding: string;
  /** Finding of the officer in the open review. */
  openFinding: string;
  /** Finding of the colleague in the open review, contested. */
  contestedFinding: string;
  training: TrainingThings;
  notices: NoticesThings;
  decisions: DecisionThings;
  mail: MailThings;
  campaign: CampaignThings;
}

export interface RightsWorld {
  own: Things;
  other: Things;
  review: string;
  openReview: string;
  /** Open, without contests. */
  quietReview: string;
  import: string;
  emptyAgency: string;
  /** Its one officer is in no open review. */
  freeAgency: string;
  user: string;
  disabledUser: string;
  key: string;
  /** A code of a paper notice that nobody has used. */
  paperCode: string;
  committees: CommitteeThings;
  awards: AwardsThings;
  mail: MailSystemThings;
  viewers: ReadonlyMap<ViewerName, Actor | null>;
  /** What each shows at the door; null shows nothing. */
  tokens: ReadonlyMap<ViewerName, string | null>;
}

const NOTE = 'Nhắc bằng văn bản ngày 2026-09-15; đã mời lớp tập huấn tháng 10';
const PASSWORD = 'test-password';

async function agencyWithOfficers(world: World, code: string, parentId: string) {
  const domain = `${code.toLowerCase()}.example`;
  const facts = {
    code,
    name: `Sở ${code}`,
    nameEn: `Department ${code}`,
    kind: 'DEPARTMENT',
    staffQuota: 20,
    mailDomain: domain,
    parentId,
  };
  const agency = await createAgency(world.system(), facts);
  const officer = async (name: string, isLeader: boolean) =>
    world.officer(agency, {
      code: `${code}-${name}`,
      fullName: `Nguyễn Văn ${name}`,
      isLeader,
      post: isLeader ? 'Giám đốc' : 'Chuyên viên',
      mailboxAddress: `${name.toLowerCase()}@${domain}`,
      mailboxCreatedOn: '2020-01-01',
      sinceOn: '2020-01-01',
      otherEmail: `${name.toLowerCase()}.${code.toLowerCase()}@else.example`,
      phone: '0901 234 567',
    });
  return { agency, domain, officer };
}

async function side(world: World, code: string, parentId: string) {
  const { agency, domain, officer } = await agencyWithOfficers(world, code, parentId);
  const [leader, idle, colleague] = [await officer('HEAD', true), await officer('IDLE', false), await officer('PEER', false)];
  const needy = await officer('WEAK', false);
  const respondents: string[] = [];
  for (const name of RESPONDENTS) respondents.push(await officer(name, false));
  for (const id of [leader, idle, colleague]) {
    await recordAbsence(world.system(), id, { fromOn: WINDOW.from, untilOn: WINDOW.from, document: '12/GNP ngày 2026-08-20' });
    const post = { agencyId: parentId, post: 'Ủy viên', isLeader: false, fromOn: '2026-01-01', untilOn: null };
    await recordOtherPost(world.system(), id, post);
  }
  return {
    agency,
    agencyCode: code,
    officer: idle,
    officerCode: `${code}-IDLE`,
    colleague,
    leader,
    needy,
    respondents,
    address: `idle@${domain}`,
    domain,
  };
}

/** One viewer: signed in by the real services, and who they are then. */
async function actorOf(world: World, name: string, grants: { role: RoleName; scopeId?: string }[], fresh = true) {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@people.example`;
  // By the program itself: several viewers are the same officer, which no administrator could make.
  const id = await createUser(world.system(), {
    name: `Người ${name.toLowerCase().replaceAll(/[^a-z]+/g, ' ')}`,
    email,
    password: PASSWORD,
    grants,
  });
  const { token } = await createSession(world.ground, email, PASSWORD);
  if (fresh) {
    const always = new Date('9999-01-01T00:00:00Z');
    await world.ground.orm.em.fork().execute('update session set second_factor_at = ? where token_hash = ?', [always, tokenHash(token)]);
  }
  return { id, token };
}

export async function rightsWorld(world: World): Promise<RightsWorld> {
  world.ground.clock.stopAt(NOW);
  const evidence = new EvidenceWorld(world);
  const parent = await createAgency(world.system(), { code: 'UBND', name: 'Ủy ban nhân dân', kind: 'OTHER', staffQuota: 5 });
  const [a, b] = [await side(world, 'SNV', parent), await side(world, 'Q1', parent)];
  const quiet = await agencyWithOfficers(world, 'SYT', parent);
  await quiet.officer('ALONE', false);
  const free = await agencyWithOfficers(world, 'SXD', parent);
  await free.officer('FREE', false);
  const emptyAgency = await createAgency(world.system(), { code: 'CU', name: 'Cơ quan trống', kind: 'OTHER', staffQuota: 1 });
  await evidence.source('log', 'HOPTHU_DAY', { mailDomains: [a.domain, b.domain, quiet.domain], timeZone: 'Asia/Ho_Chi_Minh' });
  const sheet = [
    'date,address,sent,read,logins',
    ...[a, b].flatMap(({ domain }) => [`2026-09-01,head@${domain},1,2,3`, `2026-09-01,nobody@${domain},1,2,3`]),
    '2026-09-01,head@snv.example,many,2,3',
  ].join('\n');
  const importId = await evidence.start('log', 'HOPTHU_DAY', sheet, '2026-10-18');
  await importsOf(world.ground).idle();
  await world.ground.outbox.drain();
  await addData(
    world,
    Array.from({ length: 90 }, (_, i) => i),
  );
  for (const { domain } of [a, b]) await addEvidence(world, `head@${domain}`, WORKDAYS, { sent: 1, read: 1 });
  await adoptPolicy(world.operator(), { ...POLICY, contestDays: 0, holidays: ['2026-09-02'], extraWorkingDays: ['2026-10-10'] });

  const force = world.as('TASK_FORCE');
  const open = (title: string, agencyIds: string[], plan: typeof CHECKED | null = null) =>
    openReview(force, { title, windowTo: WINDOW.to, agencyIds, plan });
  const findingOf = async (reviewId: string, officerId: string) => {
    const [row] = await evidence.rows<{ id: string }>(
      `select id from finding where review_id = '${reviewId}' and officer_id = '${officerId}'`,
    );
    return row!.id;
  };
  const contest = async (reviewId: string, officerId: string) => {
    const id = await findingOf(reviewId, officerId);
    await contestFinding(world.as('OFFICER', officerId), id, 'Tôi đi công tác dài ngày');
    return id;
  };
  const review = await open('Quý III', [a.agency, b.agency]);
  for (const { officer } of [a, b]) {
    const id = await contest(review, officer);
    await answerContest(force, id, false, 'Không có quyết định cử đi công tác');
    await setCause(force, [id], 'REFUSES', NOTE);
  }
  for (const { respondents } of [a, b])
    await setCause(force, await Promise.all(respondents.map((officer) => findingOf(review, officer))), 'REFUSES', NOTE);
  for (const { needy } of [a, b]) await setCause(force, [await findingOf(review, needy)], 'HARD_TO_USE', null);
  await finaliseReview(force, review);
  const opened = await open('Quý IV', [a.agency, b.agency], CHECKED);
  const quietReview = await open('Quý IV, Sở Y tế', [quiet.agency]);

  const things = async ({
    domain: _domain,
    needy: _needy,
    respondents: _respondents,
    ...known
  }: typeof a): Promise<Omit<Things, 'training' | 'notices' | 'decisions' | 'mail' | 'campaign'>> => {
    const [{ version }] = (await evidence.rows<{ version: number }>(`select version from officer where id = '${known.officer}'`)) as [
      { version: number },
    ];
    return {
      ...known,
      officerVersion: version,
      finding: await findingOf(review, known.officer),
      openFinding: await findingOf(opened, known.officer),
      contestedFinding: await contest(opened, known.colleague),
    };
  };
  const [own, other] = [await things(a), await things(b)];

  const people = new Map<string, string>();
  const tokens = new Map<ViewerName, string | null>([['nobody', null]]);
  const scopeOf = (role: string) => (role === 'AGENCY_CONTACT' ? own.agency : role === 'OFFICER' ? own.officer : undefined);
  for (const name of VIEWERS) {
    if (!/^[A-Z_+]+$/.test(name)) continue;
    const grants = name.split('+').map((role) => ({ role: role as RoleName, scopeId: scopeOf(role) }));
    const person = await actorOf(world, name, grants);
    tokens.set(name, person.token);
    people.set(name, person.id);
  }
  const keys = new Map<string, string>();
  const admin = world.as('ADMIN');
  for (const scope of ['evidence:write', 'findings:read', 'awards:read']) {
    const { secret } = await createApiKey(admin, { name: scope, scopes: [scope], expiresOn: '2027-06-30' });
    tokens.set(`key ${scope}` as ViewerName, secret);
  }
  const revoked = await createApiKey(admin, { name: 'Khóa đã thu hồi', scopes: ['findings:read'], expiresOn: '2027-06-30' });
  await evidence.rows(`update api_key set ended_at = now() where id = '${revoked.id}'`);
  tokens.set('revoked key', revoked.secret);
  keys.set('target', (await createApiKey(admin, { name: 'Cổng thông tin', scopes: ['findings:read'], expiresOn: '2027-06-30' })).id);
  // The code of a notice to the officer who looks: the own file, and of that only what is listed.
  const paperCode = (about: string) =>
    perform(world.system(), async (act) => {
      act.allowAnyone('a world is built');
      return issueAccessCode(act, { scopeId: own.officer, about });
    });
  const [{ id: ownMailbox } = { id: '' }] = await evidence.rows<{ id: string }>(`select id from mailbox where address = '${own.address}'`);
  for (const [name, about] of [
    ['paper code', `decision:${own.officer}`],
    ['password code', aboutMailbox(ownMailbox)],
  ] as const)
    tokens.set(name, (await openByCode(world.ground, await paperCode(about))).token);
  const expired = await actorOf(world, 'expired', [{ role: 'TASK_FORCE' }]);
  await evidence.rows(`update session set expires_at = '2026-01-01' where token_hash = '${tokenHash(expired.token)}'`);
  tokens.set('expired session', expired.token);
  const disabled = await actorOf(world, 'disabled', [{ role: 'TASK_FORCE' }]);
  await disableUser(admin, disabled.id, 'Thôi việc');
  tokens.set('disabled user', disabled.token);
  const target = await actorOf(world, 'target', [{ role: 'OFFICER', scopeId: other.colleague }]);
  const itself = { ground: world.ground, actor: (await actorOfBearer(world.ground, target.token))! };
  const { secret } = await beginTotp(itself, PASSWORD);
  await confirmTotp(itself, generateSync({ secret, epoch: Math.floor(NOW.getTime() / 1000) }));

  const viewers = new Map<ViewerName, Actor | null>();
  for (const name of VIEWERS) {
    const token = tokens.get(name);
    viewers.set(name, token ? await actorOfBearer(world.ground, token) : null);
  }
  const voters = [
    await actorOf(world, 'voter one', [{ role: 'COMMITTEE_MEMBER' }]),
    await actorOf(world, 'voter two', [{ role: 'COMMITTEE_MEMBER' }]),
  ];
  const committees = await committeeThings(
    world,
    people.get('COMMITTEE_MEMBER')!,
    people.get('COMMITTEE_MEMBER+OFFICER')!,
    voters.map(({ id }) => id),
  );
  const acting = (name: ViewerName) => ({ ground: world.ground, actor: viewers.get(name)! });
  const casePeople = {
    force: acting('TASK_FORCE'),
    secretary: acting('SECRETARY'),
    chair: acting('COMMITTEE_MEMBER'),
    members: await Promise.all(
      voters.map(async (voter) => ({ ground: world.ground, actor: (await actorOfBearer(world.ground, voter.token))! })),
    ),
  };
  const casesOf = async ({ agency, officer, respondents }: typeof a, { finding }: { finding: string }) =>
    decisionThings(world, casePeople, {
      agency,
      officer,
      finding,
      colleagues: await Promise.all(respondents.map(async (officerId) => ({ officerId, findingId: await findingOf(review, officerId) }))),
    });
  const cases = { own: await casesOf(a, own), other: await casesOf(b, other) };
  const [trainer, assistant] = [people.get('TRAINER')!, people.get('TRAINER+AGENCY_CONTACT')!];
  const elsewhere = [
    await actorOf(world, 'stranger one', [{ role: 'TRAINER' }]),
    await actorOf(world, 'stranger two', [{ role: 'TRAINER' }]),
  ];
  const taught = {
    own: await trainingThings(world, { ...own, needy: a.needy }, trainer, assistant),
    other: await trainingThings(world, { ...other, needy: b.needy }, elsewhere[0]!.id, elsewhere[1]!.id),
  };
  await closedClasses(world, [trainer, assistant]);
  // Evidence that came after the review, and would better the findings: it blocks what has not gone to the vote (T-5).
  for (const { address } of [a, b]) await addEvidence(world, address, WORKDAYS.slice(0, 3), { read: 1, forwarded: 1 });
  await onEvidenceChanged({ at: new Date(NOW.getTime() + 60_000).toISOString(), from: WINDOW.from, to: WINDOW.to }, world.ground);
  await world.ground.outbox.drain();
  const { systems, sides } = await mailSystemThings(world, [
    { ...own, needy: a.needy },
    { ...other, needy: b.needy },
  ]);
  await publishReview(world.as('TASK_FORCE'), review, {
    slug: PUBLIC_SLUG,
    audience: 'PUBLIC',
    legalBasis: 'Quyết định 12/2026/QĐ-UBND',
    expiresOn: '2999-12-31',
  });
  await setRetentionPolicy(world.as('TASK_FORCE'), { legalBasis: 'Quyết định 8', periods: [{ name: 'kernel.outbox', period: 60 }] });
  await reportOfRemoval(world);
  await campaignOfAll(world, review);
  const campaign = { openReview: opened, substitute: elsewhere[0]!.id };
  return {
    own: {
      ...own,
      campaign: await campaignThings(world, { ...campaign, ...own, standIn: own.officer }),
      training: taught.own,
      notices: await noticesThings(world, own.officer),
      decisions: cases.own,
      mail: sides[0]!,
    },
    other: {
      ...other,
      campaign: await campaignThings(world, { ...campaign, ...other, standIn: other.colleague }),
      training: taught.other,
      notices: await noticesThings(world, other.officer),
      decisions: cases.other,
      mail: sides[1]!,
    },
    review,
    openReview: opened,
    quietReview,
    import: importId,
    emptyAgency,
    freeAgency: free.agency,
    user: target.id,
    disabledUser: disabled.id,
    key: keys.get('target')!,
    paperCode: await paperCode(`decision:${own.finding}`),
    committees,
    awards: await awardsThings(world),
    mail: systems,
    viewers,
    tokens,
  };
}
