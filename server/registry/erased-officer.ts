/** Whoever was erased (K-5) is not written about again: what would be entered now would stand there for good. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Act } from '../identity/command.js';
import { Refusal } from '../kernel/refusal.js';
import type { Officer } from './officer.entity.js';
import { arrayOf } from './register.read.js';
import { registryMessages } from './registry.messages.js';

const refusal = (): Refusal =>
  new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'K-5', path: ['id'], message: { text: registryMessages.isErased } });

export function refuseErased({ erasedAt }: Pick<Officer, 'erasedAt'>): void {
  if (erasedAt != null) throw refusal();
}

/** Codes of those among them who were erased. */
export async function erasedAmong(em: SqlEntityManager, codes: readonly string[]): Promise<Set<string>> {
  const rows = await em.execute<{ code: string }[]>('select code from officer where code = any(?::text[]) and erased_at is not null', [
    arrayOf(codes),
  ]);
  return new Set(rows.map(({ code }) => code));
}

/** The same as `refuseErased`, of many. */
export async function refuseErasedAmong(act: Act, codes: readonly string[]): Promise<void> {
  if (codes.length > 0 && (await erasedAmong(act.em, codes)).size > 0) throw refusal();
}
