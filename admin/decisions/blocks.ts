// What keeps the vote on a case from opening, more closely than the rule says it: of D-3, which of its parts holds today. Pure.
export interface BlockFacts {
  blockedBy: readonly string[];
  servedOn: string | null;
  explainUntil: string | null;
  explainedOn: string | null;
  answeredAt: string | null;
}

export interface Block {
  /** The id of a rule, or one part of D-3. */
  what: string;
  on: string | null;
}

export function blocksOf(facts: BlockFacts, today: string): Block[] {
  return facts.blockedBy.flatMap((rule) => (rule === 'D-3' ? hearingBlocks(facts, today) : [{ what: rule, on: null }]));
}

function hearingBlocks({ servedOn, explainUntil, explainedOn, answeredAt }: BlockFacts, today: string): Block[] {
  if (!servedOn) return [{ what: 'noNotice', on: null }];
  const blocks: Block[] = [];
  if (explainUntil && today <= explainUntil) blocks.push({ what: 'noticeRuns', on: explainUntil });
  if (explainedOn && !answeredAt) blocks.push({ what: 'notAnswered', on: explainedOn });
  // The day may have turned since the case was read.
  return blocks.length > 0 ? blocks : [{ what: 'D-3', on: null }];
}
