/** Which officer has a code? Lent to single sign-on, where the city's sign-in service knows people by it. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { Officer } from './officer.entity.js';

export async function officerOfCode(em: SqlEntityManager, code: string): Promise<string | null> {
  const officer = await em.findOne(Officer, { code: code.trim().toUpperCase() }, { fields: ['id'] });
  return officer?.id ?? null;
}
