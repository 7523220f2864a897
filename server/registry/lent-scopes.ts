/** Lends identity the answer whether the agency of a contact and the officer behind a user exist, and whose file a code opens. */
import { lendHolderName } from '../identity/access-code-holder.js';
import { lendScope, type ScopeCheck } from '../identity/role-scope.js';
import { Agency } from './agency.entity.js';
import { Officer } from './officer.entity.js';

const isThere =
  (type: typeof Agency | typeof Officer): ScopeCheck =>
  async (em, id) =>
    (await em.count(type as typeof Agency, { id })) > 0;

export function lendScopes(): void {
  lendScope('AGENCY_CONTACT', isThere(Agency));
  lendScope('OFFICER', isThere(Officer));
  lendHolderName('OFFICER', async ({ db, run }, id) => {
    const [officer] = await run<{ name: string }>(db.selectFrom('officer').where('id', '=', id).select('full_name as name'));
    return officer?.name ?? null;
  });
}
