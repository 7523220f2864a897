/** Saving how reviews of a kind are held (F-1): the next one is opened from it. */
import { type Acting, perform } from '../../identity/command.js';
import { isId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { knownAgencies } from '../known-agencies.js';
import { reviewAccess } from '../review.access.js';
import { type CampaignPlan, planFaults } from './campaign-days.rules.js';
import { ReviewDefinition } from './campaign.entity.js';
import { CAMPAIGN_TEXTS as m } from './campaign.messages.js';

export interface DefinitionValues extends CampaignPlan {
  id?: string | null;
  expectedVersion?: number | null;
  name: string;
  agencyIds?: readonly string[] | null;
}

/** Makes one, or changes the one of that id; reviews that were opened from it stay as they are. */
export async function saveDefinition(acting: Acting, values: DefinitionValues): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.changeReviews, undefined);
    const { id, expectedVersion, name: given, agencyIds, ...plan } = values;
    const name = given.trim();
    const faults = planFaults(plan);
    if (name === '') faults.unshift({ code: 'REQUIRED', rule: 'F-1', path: ['input', 'name'], message: { text: m.name } });
    if (faults.length) throw new Refusal(...faults);
    await act.em.execute("select pg_advisory_xact_lock(hashtext('review_definition'))");
    const known = id ? (isId(id) ? await act.em.findOne(ReviewDefinition, { id } as never) : null) : undefined;
    if (known === null) throw new Refusal({ code: 'NOT_FOUND', path: ['input', 'id'], message: { text: m.noDefinition } });
    const named = await act.em.findOne(ReviewDefinition, { name } as never);
    if (named && named.id !== known?.id) throw new Refusal({ code: 'DUPLICATE', path: ['input', 'name'], message: { text: m.nameTaken } });
    if (known && expectedVersion != null) act.expectVersion(known, expectedVersion);
    const facts = {
      ...plan,
      remindDays: [...new Set(plan.remindDays)],
      name,
      agencyIds: agencyIds ? await knownAgencies(act.em, agencyIds) : null,
    };
    const definition = known ?? act.em.create(ReviewDefinition, facts as never);
    if (known) Object.assign(known, facts);
    else act.em.persist(definition);
    act.record('reviewDefinition.save', `reviewDefinition:${definition.id}`, { ...facts });
    return definition.id;
  });
}
