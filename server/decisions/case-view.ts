/** As whom does the viewer look at cases that were read, and what can be done with them? Worked out for all rows of a request at once. */
import type { Acting } from '../identity/command.js';
import type { Actor } from '../identity/actor.js';
import type { Asked } from '../kernel/read.js';
import { isAdverse } from '../committee/vocabulary.js';
import { caseActions } from './case-actions.rules.js';
import { blocksOf } from './case-facts.js';
import { standingsOf } from './case-standing.js';
import type { DecisionRow } from './decision.read.js';
import type { DecisionAction } from './vocabulary.js';

/** Adds to each row the viewer's standing, what rights look at, and where asked for the rules that block the vote. */
export async function viewed(acting: Acting & { actor: Actor }, rows: readonly DecisionRow[], asked: Asked): Promise<void> {
  if (rows.length === 0) return;
  const { ground, actor } = acting;
  const em = ground.orm.em.fork();
  const standings = await standingsOf(
    em,
    actor,
    rows.map((row) => ({ ...row, proposedBy: row.proposerName }) as never),
    ground.clock.today(),
  );
  const wantsBlocks = asked.has('blockedBy') || asked.has('availableActions');
  const blocks = wantsBlocks ? await blocksOf(em, ground, rows as never) : new Map<string, string[]>();
  for (const row of rows) {
    const standing = standings.get(row.id)!;
    row.standing = standing;
    row.agencyId = standing.agencyId;
    row.isBeforeActor = standing.isBeforeActor;
    row.isActorRecused = standing.recusedFor !== null;
    row.blocks = blocks.get(row.id) ?? [];
    if (row.finding) row.finding.isShownInCase = standing.isBeforeActor && standing.recusedFor === null;
  }
}

/** What the viewer can do with a case now. */
export function actionsFor(row: DecisionRow, today: string): DecisionAction[] {
  const votes = (row.allVotes ?? []) as { purpose: string; isOpen: boolean }[];
  const appeals = (row.allAppeals ?? []) as { instance: number; settler: 'CHAIR' | 'OTHER_MEMBERS'; settledOn: string | null }[];
  const ofAppeal = votes.filter(({ purpose }) => purpose === 'APPEAL');
  return caseActions({
    kind: row.kind,
    state: row.state,
    parties: row.standing.parties,
    today,
    blocks: row.blocks,
    explainUntil: row.explainUntil,
    isExplained: row.explanation !== null,
    isAnswered: row.answeredAt !== null,
    lapses: row.lapses,
    hasNumber: row.number !== null,
    appealUntil: isAdverse(row.kind) ? row.appealUntil : null,
    isEnded: row.endedById !== null,
    openAppeal: appeals.find(({ settledOn }) => settledOn === null) ?? null,
    appealVote: ofAppeal.some(({ isOpen }) => isOpen) ? 'OPEN' : ofAppeal.length > 0 ? 'OVER' : null,
  });
}
