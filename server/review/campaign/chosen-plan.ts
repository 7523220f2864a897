/** How is the check of a review held that is being opened (F-1): as its definition says, as was said for it alone, or not at all? */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { isId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { Review } from '../review.entity.js';
import { type CampaignPlan, planFaults, USUAL_PLAN } from './campaign-days.rules.js';
import { ReviewDefinition } from './campaign.entity.js';
import { CAMPAIGN_TEXTS as m } from './campaign.messages.js';
import type { RerunScope } from './vocabulary.js';

export interface CampaignChoice {
  /** Definition it is opened from. */
  definitionId?: string | null;
  /** Instead of what the definition says; without either the agencies do not check, but where they did in the review that is held again. */
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

/** Silence decides nothing by being asked twice (F-3): what the agencies were to check they check again, as that review's definition has it. */
async function planOfFormer(em: SqlEntityManager, rerunOfId: string | null | undefined): Promise<CampaignPlan | null> {
  const former = rerunOfId && isId(rerunOfId) ? await em.findOne(Review, { id: rerunOfId } as never) : null;
  if (!former?.checkUntil) return null;
  const definition = former.definitionId ? await em.findOne(ReviewDefinition, { id: former.definitionId } as never) : null;
  return { ...(definition ? planOf(definition) : USUAL_PLAN), silence: former.silence };
}

const planOf = ({ checkDays, decideDays, remindDays, escalateDays, silence, tellsOfficers }: ReviewDefinition): CampaignPlan => ({
  checkDays,
  decideDays,
  remindDays,
  escalateDays,
  silence,
  tellsOfficers,
});

export async function chosenPlan(em: SqlEntityManager, { definitionId, plan, rerunOfId }: CampaignChoice): Promise<Chosen> {
  const faults = plan ? planFaults(plan).map((fault) => ({ ...fault, path: ['input', 'plan', ...(fault.path ?? []).slice(1)] })) : [];
  if (faults.length) throw new Refusal(...faults);
  if (!definitionId) return { definitionId: null, plan: plan ?? (await planOfFormer(em, rerunOfId)), agencyIds: null };
  const definition = isId(definitionId) ? await em.findOne(ReviewDefinition, { id: definitionId } as never) : null;
  if (!definition) throw new Refusal({ code: 'NOT_FOUND', path: ['input', 'definitionId'], message: { text: m.noDefinition } });
  return {
    definitionId: definition.id,
    plan: plan ?? planOf(definition),
    agencyIds: definition.agencyIds ?? null,
  };
}
