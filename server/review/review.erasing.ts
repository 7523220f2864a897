/**
 * How reviews forget an officer (K-5): notes, posts and addresses go from findings, their former versions and the facts they rest on. Tier, days and counters
 * stay, so that every figure is what it was and can still be worked out again.
 */
import type { Erasing } from '../kernel/erasure.js';
import { lendErasure, namesIn } from '../kernel/erasure.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { domainOf } from '../registry/address.rules.js';
import type { FrozenFacts } from './frozen-facts.rules.js';
import { reviewErasing as m } from './review-erasing.messages.js';

const OF = (officer: string): string => `select id from finding where officer_id = ${officer}`;
/** Columns of a finding that hold what somebody wrote, as they stand in the former versions. */
const WRITTEN = ['causeNote', 'contestNote', 'contestAnswer', 'contestAttachmentId', 'contestFromOn', 'contestUntilOn', 'post'];

/** The same facts about nobody: how many mailboxes, in which domain and when, but not which. */
export function withoutPerson(facts: FrozenFacts): FrozenFacts {
  return {
    ...facts,
    postings: facts.postings.map((posting) => ({ ...posting, post: null })),
    mailboxes: facts.mailboxes.map((mailbox, i) => ({ ...mailbox, address: `da-xoa-${i + 1}@${domainOf(mailbox.address)}` })),
  };
}

async function eraseFacts({ run, officer }: Erasing): Promise<void> {
  const rows = await run<{ id: string; version: number; facts: string }>(
    `select finding_id as id, version, facts from finding_facts where finding_id in (${OF(officer)})`,
  );
  for (const { id, version, facts } of rows)
    await run('update finding_facts set facts = $3 where finding_id = $1::uuid and version = $2::int', [
      id,
      version,
      JSON.stringify(withoutPerson(JSON.parse(facts) as FrozenFacts)),
    ]);
}

/** The papers that came with contests: each goes with the last of those it was brought for. */
async function erasePapers({ run, officer, now }: Erasing): Promise<void> {
  const papers = await run<{ id: string }>(
    `select contest_attachment_id::text as id from finding where officer_id = ${officer} and contest_attachment_id is not null
     union select content->>'contestAttachmentId' from finding_version where finding_id in (${OF(officer)}) and content->>'contestAttachmentId' is not null`,
  );
  await run(
    `update finding set contest_attachment_id = null, contest_from_on = null, contest_until_on = null, updated_at = ${now} where officer_id = ${officer}`,
  );
  await run(
    `delete from attachment a where a.id = any($1::uuid[]) and not exists (select 1 from finding f where f.contest_attachment_id = a.id)
       and not exists (select 1 from finding_version v where v.content->>'contestAttachmentId' = a.id::text and v.finding_id not in (${OF(officer)}))`,
    [`{${papers.map(({ id }) => id).join(',')}}`],
  );
}

/** Whoever checked, handed in, confirmed or stood in for an agency is no longer named there, and not why somebody stood in for them. */
async function eraseCheckers({ run, users, actors, now }: Erasing): Promise<void> {
  const gone = (table: string, name: string, account: string): Promise<unknown> =>
    run(`update ${table} set ${name} = ${REMOVED_SQL} where ${account} = any(${actors})`);
  await gone('finding_check', 'checked_by_name', 'checked_by');
  await gone('agency_check', 'submitted_by', 'submitter');
  await gone('agency_check', 'confirmed_by', 'confirmer');
  await gone('contact_substitute', 'given_by', 'giver');
  await run(
    `update contact_substitute set reason = ${REMOVED_SQL}, updated_at = ${now} where user_id = any(${users}) or giver = any(${actors})`,
  );
}

export function lendReviewErasing(): void {
  lendErasure({
    room: 'review',
    tables: ['finding', 'finding_version', 'finding_facts', 'finding_check', 'agency_check', 'contact_substitute', 'attachment'],
    async hindrances({ run, officer }) {
      const open = await run<{ reference: string }>(
        `select r.reference from finding f join review r on r.id = f.review_id where f.officer_id = ${officer} and (r.state = 'OPEN' or f.is_contest_open and r.state <> 'CANCELLED') order by 1`,
      );
      return open.map(({ reference }) => ({ text: m.openReview, values: { reference } }));
    },
    subjects: (erasing) => namesIn(erasing, 'finding', `select id::text as id from finding where officer_id = ${erasing.officer}`),
    async erase(erasing) {
      const { run, officer, now } = erasing;
      await eraseFacts(erasing);
      await erasePapers(erasing);
      await run(
        `update finding_version set content = content - array[${WRITTEN.map((name) => `'${name}'`).join(', ')}], note = case when note is not null then ${REMOVED_SQL} end, updated_at = ${now}
         where finding_id in (${OF(officer)})`,
      );
      // The office stays, who held it does not.
      await run(`update agency_check set head_id = null, updated_at = ${now} where head_id = ${officer}`);
      await eraseCheckers(erasing);
      await run(
        `update finding set post = null, cause_note = case when cause_note is not null then ${REMOVED_SQL} end, contest_note = case when contest_note is not null then ${REMOVED_SQL} end,
           contest_answer = case when contest_answer is not null then ${REMOVED_SQL} end, updated_at = ${now} where officer_id = ${officer}`,
      );
    },
  });
}
