/** The minutes of a vote on one case, and of a session for the cases of a docket: who was there, who took no part and why, counts, dissent, result (D-5 to D-7). */
import { dayIn } from '../../../kernel/calendar.js';
import { type DecisionKind, isAdverse } from '../../../committee/vocabulary.js';
import type { CasePaperFacts } from '../case-paper.read.js';
import { counted as howMany, dayInWords, officialNumber, symbolOfBody, timeInWords } from '../official-words.rules.js';
import type { Block, Paper, Words } from '../paper.js';
import type { PaperTexts, TemplateName } from '../templates.js';
import type { VotePaperFacts, VoterFacts } from '../vote-paper.read.js';
import { capitals, headOf, type MadePaper, type Making, matterOf, paperOf, textBlock, valuesOf } from './parts.js';

export interface VoteOnCase {
  vote: VotePaperFacts;
  facts: CasePaperFacts;
}

const momentOf = (at: string, zone: string): string => `${timeInWords(new Date(at), zone)} ${dayInWords(dayIn(zone, new Date(at)))}`;

const seated = (texts: PaperTexts, { name, seat }: VoterFacts): string => `${name} (${texts.word(seat)})`;

/** Once each, in the order of their seats. */
function once(voters: readonly VoterFacts[]): VoterFacts[] {
  const seen = new Map<string, VoterFacts>();
  for (const voter of voters) if (!seen.has(voter.userId)) seen.set(voter.userId, voter);
  return [...seen.values()];
}

/** Who presides: the chair, or a deputy where the chair takes no part. */
const presiding = (votes: readonly VotePaperFacts[]): string | null => {
  const able = votes.flatMap(({ voters }) => voters.filter(({ recusedFor }) => recusedFor === null));
  return (able.find(({ seat }) => seat === 'CHAIR') ?? able.find(({ seat }) => seat === 'DEPUTY'))?.name ?? null;
};

const points = (lines: readonly string[]): Block[] =>
  lines.length > 0 ? [{ kind: 'POINTS', points: lines.map((line): Words[] => [line]) }] : [];

/** The same, each about a member. */
const pointsAbout = (lines: readonly { line: string; voter: VoterFacts }[]): Block[] =>
  lines.length > 0
    ? [{ kind: 'POINTS', points: lines.map(({ line }): Words[] => [line]), about: lines.map(({ voter }) => voter.userId) }]
    : [];

/** Who was there, who was not, and who took no part; for a session with the cases they took no part in. */
function membersOf({ texts }: Making, all: readonly VoteOnCase[]): Block[] {
  const isSession = all.length > 1;
  const able = all.flatMap(({ vote }) => vote.voters.filter(({ recusedFor }) => recusedFor === null));
  const present = once(able.filter(({ choice }) => choice !== null));
  const there = new Set(present.map(({ userId }) => userId));
  const absent = once(able.filter(({ userId }) => !there.has(userId)));
  const recused = all.flatMap(({ vote, facts }) =>
    vote.voters.flatMap((voter) => (voter.recusedFor ? [{ voter, reference: facts.reference }] : [])),
  );
  const recusals = new Map<string, { line: string; voter: VoterFacts; references: string[] }>();
  for (const { voter, reference } of recused) {
    const { recusedFor, recusalNote } = voter;
    const note = recusalNote ? ` (${recusalNote})` : '';
    const line = `${seated(texts, voter)}: ${texts.word(recusedFor!)}${note}`;
    const key = `${voter.userId} ${line}`;
    const known = recusals.get(key) ?? { line, voter, references: [] };
    known.references.push(reference);
    recusals.set(key, known);
  }
  const { secretary } = all[0]!.vote;
  const chair = presiding(all.map(({ vote }) => vote));
  const members = new Set(recused.map(({ voter }) => voter.userId));
  return [
    { kind: 'HEADING', text: texts.say('minutes.members') },
    ...(chair ? [textBlock(texts.say('minutes.chair', { name: chair }))] : []),
    ...(secretary ? [textBlock(texts.say('minutes.secretary', { name: secretary }))] : []),
    textBlock(texts.say('minutes.present', { count: howMany(present.length) })),
    ...pointsAbout(present.map((voter) => ({ voter, line: seated(texts, voter) }))),
    textBlock(texts.say(all.some(({ vote }) => vote.isOpen) ? 'minutes.absentOpen' : 'minutes.absent', { count: howMany(absent.length) })),
    ...pointsAbout(
      absent.map((voter) => ({ voter, line: seated(texts, voter) + (voter.isExcused ? `: ${texts.say('minutes.excused')}` : '') })),
    ),
    textBlock(texts.say('minutes.recused', { count: howMany(members.size) })),
    ...pointsAbout(
      [...recusals.values()].map(({ line, voter, references }) => ({
        voter,
        line: isSession ? `${line} – ${references.join(', ')}` : line,
      })),
    ),
  ];
}

const resultWord = (texts: PaperTexts, { isOpen, result }: VotePaperFacts): string => texts.word(isOpen ? 'OPEN' : (result ?? 'NONE'));

/** How a vote came to its end; nothing while it is open. */
export function closedBy(texts: PaperTexts, { endedBy, closeReason }: VotePaperFacts): Block[] {
  if (!endedBy) return [];
  const text =
    endedBy !== 'CHAIR' ? texts.word(endedBy) : texts.word(closeReason ? 'CHAIR_CLOSED' : 'CHAIR_ENDED', { reason: closeReason ?? '' });
  return [textBlock(texts.say('minutes.closedBy', { text }))];
}

/** Who was against, and why; in a session the same words are said once, with the cases they are about. */
function dissentOf(texts: PaperTexts, all: readonly VoteOnCase[]): Block[] {
  const isSession = all.length > 1;
  const said = new Map<string, { line: string; voter: VoterFacts; references: string[] }>();
  for (const { vote, facts } of all)
    for (const voter of vote.voters) {
      if (voter.choice !== 'AGAINST') continue;
      const line = `${seated(texts, voter)}${voter.reason ? `: ${voter.reason.trim().replace(/[.;\s]+$/u, '')}` : ''}`;
      const key = `${voter.userId} ${line}`;
      const known = said.get(key) ?? { line, voter, references: [] };
      known.references.push(facts.reference);
      said.set(key, known);
    }
  const on = (references: readonly string[]) =>
    texts.say(references.length > 1 ? 'minutes.dissentOn' : 'minutes.dissentOnOne', { references: references.join(', ') });
  const lines = [...said.values()].map(({ line, voter, references }) => ({
    voter,
    line: isSession ? `${line} – ${on(references)}` : line,
  }));
  return lines.length > 0 ? [textBlock(texts.say('minutes.dissent')), ...pointsAbout(lines)] : [];
}

/** What had to be reached: in adverse kinds, and to uphold on appeal, also the least votes for it (D-6). */
export function ruleOf(texts: PaperTexts, vote: VotePaperFacts, kind: DecisionKind): string {
  const isWeighty = vote.purpose === 'APPEAL' || isAdverse(kind);
  const { base, quorum, majority, minimumVoters } = vote;
  const values = { base: String(base), quorum: String(quorum), majority: texts.word(majority), least: String(minimumVoters) };
  const isTieEnough = vote.isTieAdopted && majority === 'MORE_THAN_HALF';
  return [
    texts.say(isWeighty ? 'minutes.ruleAdverse' : 'minutes.rule', values),
    ...(isTieEnough ? [texts.say('minutes.ruleTie')] : []),
  ].join(' ');
}

const column = (texts: PaperTexts, name: TemplateName, share: number, align: 'LEFT' | 'CENTRE' = 'CENTRE') => ({
  title: texts.say(name),
  share,
  align,
});

function counted({ texts }: Making, vote: VotePaperFacts): Block {
  return {
    kind: 'TABLE',
    table: {
      columns: [
        column(texts, 'column.base', 25),
        column(texts, 'column.for', 25),
        column(texts, 'column.against', 25),
        column(texts, 'column.abstain', 25),
      ],
      rows: [[vote.base, vote.for, vote.against, vote.abstain].map(String)],
    },
  };
}

function countedEach({ texts }: Making, all: readonly VoteOnCase[]): Block {
  return {
    kind: 'TABLE',
    table: {
      columns: [
        column(texts, 'column.order', 8),
        column(texts, 'column.case', 17, 'LEFT'),
        column(texts, 'column.name', 22, 'LEFT'),
        column(texts, 'column.base', 10),
        column(texts, 'column.for', 9),
        column(texts, 'column.against', 10),
        column(texts, 'column.abstain', 10),
        column(texts, 'column.result', 14, 'LEFT'),
      ],
      rows: all.map(({ vote, facts }, i) => [
        String(i + 1),
        facts.reference,
        facts.officer.name,
        ...[vote.base, vote.for, vote.against, vote.abstain].map(String),
        vote.isOpen || vote.result ? resultWord(texts, vote) : texts.word('NO_RESULT'),
      ]),
      about: all.map(({ facts }) => facts.officerId),
    },
  };
}

function frame(making: Making, all: readonly VoteOnCase[], about: string, content: Block[]): MadePaper {
  const { texts, zone, today } = making;
  const { vote, facts } = all[0]!;
  const votes = all.map((one) => one.vote);
  const symbol = symbolOfBody(vote.committee.numberSymbol);
  const begun = votes.map(({ openedAt }) => openedAt).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]!;
  const ended = votes.every(({ closedAt }) => closedAt !== null)
    ? votes
        .map(({ closedAt }) => closedAt!)
        .toSorted((a, b) => Date.parse(a) - Date.parse(b))
        .at(-1)!
    : null;
  const datedOn = ended ? dayIn(zone, new Date(ended)) : today;
  const paper: Paper = paperOf({
    head: headOf(making, vote.committee.name, texts.say('minutes.number', { symbol, reference: facts.reference }), datedOn),
    title: { kind: capitals(texts.say('minutes.kind')), about },
    body: [
      { kind: 'HEADING', text: texts.say('minutes.time') },
      textBlock(texts.say('minutes.begin', { text: momentOf(begun, zone) })),
      ...(ended ? [textBlock(texts.say('minutes.end', { text: momentOf(ended, zone) }))] : []),
      textBlock(texts.say('minutes.place')),
      ...membersOf(making, all),
      { kind: 'HEADING', text: texts.say('minutes.content') },
      ...content,
      ...dissentOf(texts, all),
      textBlock(texts.say('minutes.closing')),
    ],
    foot: {
      recipients: texts.lines('minutes.recipients', { committee: vote.committee.name, symbol }),
      signatures: [
        { authority: [capitals(texts.say('minutes.signSecretary'))], hint: texts.say('minutes.hint'), name: vote.secretary },
        { authority: [capitals(texts.say('minutes.signChair'))], hint: texts.say('minutes.hint'), name: presiding(votes) },
      ],
    },
    fileTitle: `${texts.say('minutes.kind')} ${all.length === 1 ? facts.reference : (facts.docket ?? '')}`.trim(),
  });
  return { paper, number: null, datedOn, issuer: vote.committee.name };
}

export function voteMinutesPaper(making: Making, { vote, facts }: VoteOnCase): MadePaper {
  const { texts } = making;
  const number = facts.number ? officialNumber(facts.number) : '';
  const values = { ...valuesOf(facts), number };
  const isAppeal = vote.purpose === 'APPEAL';
  return frame(making, [{ vote, facts }], texts.say(isAppeal ? 'minutes.appealAbout' : 'minutes.about', values), [
    textBlock(texts.say(isAppeal ? 'minutes.appealQuestion' : 'minutes.question', values)),
    textBlock(ruleOf(texts, vote, facts.kind)),
    counted(making, vote),
    textBlock(texts.say('minutes.result', { result: resultWord(texts, vote) })),
    ...closedBy(texts, vote),
  ]);
}

/** The cases of a docket with the last vote on each, in the order of their references. */
export function docketMinutesPaper(making: Making, docket: string, all: readonly VoteOnCase[]): MadePaper {
  const { texts } = making;
  const matters = [...new Set(all.map(({ facts }) => matterOf(facts)))];
  const rules = new Map<string, string[]>();
  for (const { vote, facts } of all) {
    const rule = ruleOf(texts, vote, facts.kind);
    rules.set(rule, [...(rules.get(rule) ?? []), facts.reference]);
  }
  // The rule of most cases is said first; of the others it is said for which.
  const [most, ...others] = [...rules].toSorted(([, a], [, b]) => b.length - a.length) as [[string, string[]], ...[string, string[]][]];
  const first = (text: string) => text[0]!.toLocaleLowerCase('vi') + text.slice(1);
  return frame(making, all, texts.say('minutes.docketAbout', { docket }), [
    textBlock(texts.say('minutes.docketQuestion', { count: howMany(all.length), docket })),
    ...points(matters.map((matter) => matter[0]!.toLocaleUpperCase('vi') + matter.slice(1))),
    textBlock(most[0]),
    ...others.map(([rule, references]) =>
      textBlock(texts.say('minutes.ruleFor', { references: references.join(', '), text: first(rule) })),
    ),
    countedEach(making, all),
  ]);
}
