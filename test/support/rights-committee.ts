/** What rights-world.ts has of committees: one in force, and one that was closed for it. */
import { adoptRule, createCommittee } from '../../server/committee/committee.service.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import type { World } from './world.js';

export interface CommitteeThings {
  committee: string;
  /** Somebody with a seat who is not the chair. */
  member: string;
}

export async function committeeThings(world: World, chair: string, member: string, others: readonly string[]): Promise<CommitteeThings> {
  const secretary = world.as('SECRETARY');
  const facts = {
    name: 'Ban Chỉ đạo',
    competences: ['AWARD_EXCLUSION' as const, 'MAILBOX_REVOCATION' as const, 'MAILBOX_PROVISION' as const],
    effectiveOn: '2026-01-01',
    legalBasis: 'Quyết định 1/QĐ-UBND',
  };
  const members = [
    { userId: chair, seat: 'CHAIR' as const },
    { userId: member, seat: 'MEMBER' as const },
    ...others.map((userId) => ({ userId, seat: 'STANDING' as const })),
  ];
  const committee = await createCommittee(secretary, { ...facts, code: 'BCD', members });
  const old = await createCommittee(secretary, {
    ...facts,
    code: 'BCD-CU',
    competences: ['AWARD_EXCLUSION'],
    members: members.slice(0, 1),
  });
  await adoptRule(secretary, { ...USUAL_RULE, committeeId: committee, kind: 'AWARD_EXCLUSION', effectiveOn: '2026-02-01' });
  const em = world.ground.orm.em.fork();
  await em.execute('update committee set closed_on = ?, successor_id = ? where id = ?', ['2026-02-01', committee, old]);
  const [row] = await em.execute<{ id: string }[]>(`select id from committee_member where committee_id = ? and seat = 'MEMBER'`, [
    committee,
  ]);
  return { committee, member: row!.id };
}
