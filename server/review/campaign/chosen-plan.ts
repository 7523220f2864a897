/** How is the check of a review held that is being opened (F-1): as its definition says, as was said for it alone, or not at all? */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { isId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { type CampaignPlan, planFaults } from './campaign-days.rules.js';
import { ReviewDefinition } from './campaign.entity.js';
import { CAMPAIGN_TEXTS as m } from './campaign.messages.js';
import type { RerunScope } from './vocabulary.js';

export interface CampaignChoice {
  /** Definition it is opened from. */
  definitionId?: string | null;
  /** Instead of what the definition says; without either the agencies do not check. */
  plan?: CampaignPlan | null;
  rerunOfId?: string | null;
  rerunScope?: RerunScope | null;
}

export interface Chosen {
  definitionId: string | null;
  plan: CampaignPlan | null;
  /** Of the definition; null: the whole city, or none was chosen. */
  agencyIds: readonly string[] | null;
}

export async function chosenPlan(em: SqlEntityManager, { definitionId, plan }: CampaignChoice): Promise<Chosen> {
  const faults = plan ? planFaults(plan).map((fault) => ({ ...fault, path: ['input', 'plan', ...(fault.path ?? []).slice(1)] })) : [];
  if (faults.length) throw new Refusal(...faults);
  if (!definitionId) return { definitionId: null, plan: plan ?? null, agencyIds: null };
  const definition = isId(definitionId) ? await em.findOne(ReviewDefinition, { id: definitionId } as never) : null;
  if (!definition) throw new Refusal({ code: 'NOT_FOUND', path: ['input', 'definitionId'], message: { text: m.noDefinition } });
  const { checkDays, decideDays, remindDays, escalateDays, silence, tellsOfficers } = definition;
  return {
    definitionId: definition.id,
    plan: plan ?? { checkDays, decideDays, remindDays, escalateDays, silence, tellsOfficers },
    agencyIds: definition.agencyIds ?? null,
  };
}
