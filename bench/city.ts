/** Fills an empty database with the registry of the whole city through the real tables, and signs somebody in who may see all of it. */
import 'reflect-metadata';
import { systemActor } from '../server/identity/actor.js';
import { createSession } from '../server/identity/session.service.js';
import { createUser } from '../server/identity/user.service.js';
import { copyRows } from '../server/kernel/bulk.js';
import { newId } from '../server/kernel/record.js';
import { nameSortKey, titleSortKey } from '../server/kernel/name.rules.js';
import { searchText } from '../server/kernel/search.rules.js';
import { demoRegistry } from '../server/store/demo-registry.js';
import { openStore } from '../server/store/open.js';
import { fillExclusions } from './exclusions.js';
import { fillFindings } from './findings.js';

export interface City {
  /** Session of a member of the task force. */
  token: string;
  officers: number;
  agencies: number;
  /** Codes of all officers, in order. */
  codes: string[];
  reviewId: string;
}

const TODAY = '2026-10-18';
const TIERS = ['REGULAR', 'REGULAR', 'REGULAR', 'IRREGULAR', 'NEVER', null];
const OFFICER_COLUMNS =
  'id created_at updated_at code full_name agency_id post is_leader mailbox_id left_on other_email phone current_tier search_text sort_key'.split(
    ' ',
  );
const PASSWORD = 'bench-password';

export async function fillCity(databaseUrl: string, dataFolder: string): Promise<City> {
  const store = await openStore({ databaseUrl, dataFolder, purpose: 'bench', migrates: true, allowsOwner: true });
  const { ground } = store;
  try {
    const registry = demoRegistry({ today: TODAY });
    const now = ground.clock.now().toISOString();
    const agencyIds = new Map(registry.agencies.map(({ code }) => [code, newId()]));
    await copyRows(
      ground,
      'agency',
      ['id', 'created_at', 'updated_at', 'code', 'name', 'name_en', 'kind', 'staff_quota', 'mail_domain', 'search_text', 'sort_key'],
      registry.agencies.map((a) => [
        agencyIds.get(a.code),
        now,
        now,
        a.code,
        a.name,
        a.nameEn,
        a.kind,
        a.staffQuota,
        a.mailDomain,
        searchText(a.code, a.name, a.nameEn),
        titleSortKey(a.name),
      ]),
    );
    const officers = registry.officers.map((officer, i) => {
      const post = officer.postings.findLast(({ isMain }) => isMain) ?? officer.postings[0]!;
      const address = officer.mailboxes[0]?.address;
      return { ...officer, id: newId(), post, address, mailboxId: address ? newId() : null, tier: TIERS[i % TIERS.length] };
    });
    const holders = officers.filter(({ mailboxId }) => mailboxId);
    await copyRows(
      ground,
      'officer',
      OFFICER_COLUMNS,
      officers.map((o) => [
        o.id,
        now,
        now,
        o.code,
        o.fullName,
        agencyIds.get(o.post.agencyCode),
        o.post.post,
        o.post.isLeader,
        o.mailboxId,
        o.leftOn,
        o.otherEmail,
        o.phone,
        o.tier,
        searchText(o.fullName, o.code, o.address),
        nameSortKey(o.fullName),
      ]),
    );
    await copyRows(
      ground,
      'mailbox',
      ['id', 'created_at', 'updated_at', 'address', 'kind', 'state', 'expected_state', 'officer_id', 'created_on'],
      holders.map((o) => [o.mailboxId, now, now, o.address, 'PERSONAL', 'ACTIVE', 'ACTIVE', o.id, o.mailboxes[0]!.createdOn]),
    );
    await copyRows(
      ground,
      'posting',
      ['id', 'created_at', 'updated_at', 'officer_id', 'agency_id', 'is_main', 'post', 'is_leader', 'from_on', 'until_on'],
      officers.flatMap(({ id, postings }) =>
        postings.map((p) => [newId(), now, now, id, agencyIds.get(p.agencyCode), p.isMain, p.post, p.isLeader, p.fromOn, p.untilOn]),
      ),
    );
    const reviewId = await fillFindings(
      ground,
      officers.map(({ id, post }) => ({ id, agencyId: agencyIds.get(post.agencyCode)!, isLeader: post.isLeader, post: post.post })),
    );
    await fillExclusions(ground);
    await ground.orm.em.fork().execute('vacuum analyze');
    const email = 'taskforce@bench.example';
    await createUser({ ground, actor: systemActor }, { name: 'Bench', email, password: PASSWORD, grants: [{ role: 'TASK_FORCE' }] });
    const { token } = await createSession(ground, email, PASSWORD);
    return { token, officers: officers.length, agencies: agencyIds.size, codes: officers.map(({ code }) => code).sort(), reviewId };
  } finally {
    await store.close();
  }
}
