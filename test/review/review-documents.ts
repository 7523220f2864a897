/** What the tests of reviews ask over GraphQL. */
export const FINDING = `id tier daysOfUse daysOfUseOutside assessableDays coverage notAssessedReason sent read logins isLeader version cause causeNote nextStep signals improvedTier
  officer { code } agency { code } review { reference state }`;
export const OPEN = `mutation ($input: ReviewOpenInput!) { reviewOpen(input: $input) {
  review { id reference state windowFrom windowTo policy { version } availableActions
    figures { officers withMailbox coverage all { regular irregular never notAssessed assessed regularShare usingShare } leaders { irregular usingShare } }
    findings(first: 10) { totalCount nodes { ${FINDING} reason days { date read isDayOfUse isWorkingDay } } } }
  userErrors { code rule path message } } }`;
export const bulk = (name: string, args: string, values: string) =>
  `mutation (${args}) { ${name}(${values}) { findings { ${FINDING} } userErrors { code rule path message } } }`;
export const SET_CAUSE = bulk('findingSetCause', '$ids: [ID!]!, $cause: Cause!, $note: String', 'ids: $ids, cause: $cause, note: $note');
export const CONTEST = bulk('findingContest', '$id: ID!, $note: String!', 'id: $id, note: $note');
export const ANSWER = bulk('findingAnswerContest', '$id: ID!, $accept: Boolean!, $note: String!', 'id: $id, accept: $accept, note: $note');
export const SETTLE = bulk(
  'findingSettleSignals',
  '$ids: [ID!]!, $take: Boolean!, $note: String!',
  'ids: $ids, takeImproved: $take, note: $note',
);
export const FINALISE = `mutation ($id: ID!) { reviewFinalise(id: $id) { review { state finalisedAt } userErrors { code rule } } }`;

export const findingOf = (review: any, code: string) => review.findings.nodes.find((finding: any) => finding.officer.code === code);
