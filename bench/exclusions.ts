/** Exclusions on record for the bench: of every twentieth officer, one in four under appeal, and as many that have ended. */
import { systemActor } from '../server/identity/actor.js';
import { createUser } from '../server/identity/user.service.js';
import { createCommittee } from '../server/committee/committee.service.js';
import type { Ground } from '../server/kernel/ground.js';

export const EXCLUDED = { year: 2026, title: 'CSTDCS' };

export async function fillExclusions(ground: Ground): Promise<void> {
  const acting = { ground, actor: systemActor };
  const chair = await createUser(acting, { name: 'Chair', email: 'chair@bench.example', grants: [{ role: 'COMMITTEE_MEMBER' }] });
  const committee = await createCommittee(acting, {
    code: 'BCD',
    name: 'Ban Chỉ đạo',
    competences: ['AWARD_EXCLUSION'],
    effectiveOn: '2026-01-01',
    legalBasis: 'Quyết định 1/QĐ-UBND',
    members: [{ userId: chair, seat: 'CHAIR' }],
  });
  const em = ground.orm.em.fork();
  await em.execute(
    `insert into decision (id, created_at, updated_at, reference, kind, state, is_pending, officer_id, committee_id, window_from, legal_basis, grounds,
       award_year, award_titles, proposed_at, proposed_by, number)
     select gen_random_uuid(), now(), now(), 'QD-2026-' || n, 'AWARD_EXCLUSION', 'IN_FORCE', false, id, ?, '2026-01-01', 'x', 'x',
       ${EXCLUDED.year}, '{CSTDCS,CSTDTP}', now(), 'system', n || '/QĐ-BCĐ'
     from (select id, row_number() over (order by code) as n from officer) o where n % 20 = 0`,
    [committee],
  );
  const status = `case when substr(d.number, 1, 1) in ('4', '8') then 'UNDER_APPEAL' else 'EXCLUDED' end`;
  for (const [from, until] of [
    ['2026-03-01', `'2026-04-01'`],
    ['2026-05-01', 'null'],
  ])
    await em.execute(
      `insert into award_exclusion (id, created_at, updated_at, decision_id, officer_id, year, titles, status, decision_number, in_force_on, recorded_from, recorded_until)
       select gen_random_uuid(), now(), now(), d.id, d.officer_id, d.award_year, d.award_titles, ${status}, d.number, '${from}', '${from}', ${until} from decision d`,
    );
}
