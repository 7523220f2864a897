/** What rights-world.ts has of committees: one in force, and one that was closed for it. */
import { adoptRule, createCommittee } from '../../server/committee/committee.service.js';
import { mergeCommittees } from '../../server/decisions/merger.service.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import type { World } from './world.js';

export interface CommitteeThings {
  committee: string;
  /** Somebody with a seat who is not the chair. */
  member: string;
  /** In force; a merger of it is not planned. */
  third: string;
  chair: string;
  /** A merger of two others, planned for a day to come. */
  plannedMerger: string;
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
  const mergeable: string[] = [];
  for (const code of ['BCD-A', 'BCD-B', 'BCD-C'])
    mergeable.push(await createCommittee(secretary, { ...facts, code, competences: ['EXCLUSION_LIFT'], members: members.slice(0, 1) }));
  await mergeCommittees(secretary, {
    sourceIds: mergeable.slice(0, 2),
    code: 'BCD-AB',
    name: 'Ban Chỉ đạo hợp nhất',
    chairUserId: chair,
    effectiveOn: '2026-12-31',
    legalBasis: 'Quyết định 3/QĐ-UBND',
  });
  const [merger] = await em.execute<{ id: string }[]>('select id from committee_merger');
  return { committee, member: row!.id, third: mergeable[2]!, chair, plannedMerger: merger!.id };
}
