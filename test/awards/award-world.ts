/** Exclusions as the committee's decisions leave them on record, written straight into the tables. */
import { createCommittee } from '../../server/committee/committee.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { newId } from '../../server/kernel/record.js';
import type { World } from '../support/world.js';

export interface ExclusionFacts {
  officerId: string;
  year?: number;
  titles?: string[];
  status?: 'EXCLUDED' | 'UNDER_APPEAL';
  number?: string;
  inForceOn?: string;
  from: string | Date;
  until?: string | Date | null;
}

export async function committeeOf(world: World): Promise<string> {
  const chair = await createUser(world.system(), { name: 'An', email: 'chair@bcd.example', grants: [{ role: 'COMMITTEE_MEMBER' }] });
  return createCommittee(world.as('SECRETARY'), {
    code: 'BCD',
    name: 'Ban Chỉ đạo',
    competences: ['AWARD_EXCLUSION'],
    effectiveOn: '2026-01-01',
    legalBasis: 'Quyết định 1/QĐ-UBND',
    members: [{ userId: chair, seat: 'CHAIR' }],
  });
}

/** A decision in force, with what its table asks for. */
export async function decision(world: World, committeeId: string, officerId: string, more: Record<string, unknown> = {}): Promise<string> {
  const row = {
    id: newId(),
    reference: `QD-${newId()}`,
    kind: 'AWARD_EXCLUSION',
    state: 'IN_FORCE',
    is_pending: false,
    officer_id: officerId,
    committee_id: committeeId,
    window_from: '2026-01-01',
    legal_basis: 'Quy chế',
    grounds: 'Không chấp hành',
    award_year: 2026,
    award_titles: '{CSTDCS}',
    proposed_at: '2026-02-01',
    proposed_by: 'user:test',
    number: '7/QĐ-BCĐ',
    created_at: '2026-02-01',
    updated_at: '2026-02-01',
    ...more,
  };
  const names = Object.keys(row);
  await world.ground.orm.em
    .fork()
    .execute(
      `insert into decision (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
  return row.id;
}

export async function exclusion(world: World, decisionId: string, facts: ExclusionFacts): Promise<void> {
  const { officerId, year = 2026, titles = ['CSTDCS'], status = 'EXCLUDED', number = '7/QĐ-BCĐ', inForceOn = '2026-03-01' } = facts;
  await world.ground.orm.em.fork().execute(
    `insert into award_exclusion (id, created_at, updated_at, decision_id, officer_id, year, titles, status, decision_number, in_force_on, recorded_from, recorded_until)
     values (?, now(), now(), ?, ?, ?, ?::text[], ?, ?, ?, ?, ?)`,
    [newId(), decisionId, officerId, year, `{${titles.join(',')}}`, status, number, inForceOn, facts.from, facts.until ?? null],
  );
}
