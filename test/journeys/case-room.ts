/** Asking the server as the people of a decision world, whatever the clock says by then. */
import { newToken, tokenHash } from '../../server/identity/session.rules.js';
import { newId } from '../../server/kernel/record.js';
import type { DecisionWorld, Person } from '../decisions/decision-world.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import type { Answer } from '../support/world.js';

const ALWAYS = new Date('9999-01-01T00:00:00Z');

export class CaseRoom {
  constructor(readonly town: DecisionWorld) {}

  /** Asks as somebody, in a session of this moment; fails where the door refuses. */
  async ask<T = any>(who: Person | string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.tried<T>(who, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async tried<T = any>(who: Person | string, query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const { world } = this.town;
    const userId = typeof who === 'string' ? who : who.userId;
    const token = newToken();
    const now = world.ground.clock.now();
    await world.ground.orm.em
      .fork()
      .execute(
        `insert into session (id, created_at, updated_at, user_id, token_hash, expires_at, last_used_at, second_factor_at, method) values (?, ?, ?, ?, ?, ?, ?, ?, 'PASSWORD')`,
        [newId(), now, now, userId, tokenHash(token), new Date(now.getTime() + 3_600_000), now, ALWAYS],
      );
    return world.query<T>(query, variables, { authorization: `Bearer ${token}` });
  }

  /** A mutation on cases, all of which must be done; the cases as they are then. */
  async do(who: Person | string, call: string, variables: Record<string, unknown> = {}, declared = ''): Promise<any[]> {
    const results = await this.results(who, call, variables, declared);
    for (const { userErrors } of results) if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    return results.map(({ decision }) => decision);
  }

  /** The same, with what was refused. */
  async results(who: Person | string, call: string, variables: Record<string, unknown> = {}, declared = ''): Promise<any[]> {
    const name = /^(\w+)/.exec(call)![1]!;
    const query = `mutation ${declared ? `(${declared})` : ''} { ${call} { results { id decision { id reference state number inForceOn explainUntil appealUntil blockedBy } userErrors { code rule message path } } userErrors { code rule message path } } }`;
    const answer = (await this.ask(who, query, variables))[name];
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer.results;
  }

  async later(days: number): Promise<void> {
    await this.town.later(days);
  }

  settle(): Promise<void> {
    return settleAllDue(this.town.world.ground);
  }
}
