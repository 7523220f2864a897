/**
 * The file of one case, for an appeal: what happened, in order of time, each with its day. The officer reads it too, so it says how many voted
 * how and not who.
 */
import { dayIn } from '../../../kernel/calendar.js';
import type { DecisionKind } from '../../../committee/vocabulary.js';
import type { CasePaperFacts } from '../case-paper.read.js';
import {
  bare,
  basesIn,
  counted,
  dayInWords,
  officialNumber,
  personInWords,
  sentence,
  shortDay,
  symbolOfBody,
} from '../official-words.rules.js';
import type { Block } from '../paper.js';
import type { AppealFacts, VotePaperFacts } from '../vote-paper.read.js';
import { closedBy, ruleOf } from './minutes-paper.js';
import { capitals, headOf, type MadePaper, type Making, matterOf, paperOf, proposerOf, textBlock, textBlocks, valuesOf } from './parts.js';

export interface CaseFileFacts {
  facts: CasePaperFacts;
  /** The first one first. */
  votes: readonly VotePaperFacts[];
  appeals: readonly AppealFacts[];
}

interface Entry {
  day: string;
  title: string;
  blocks: Block[];
}

function votesIn({ texts, zone }: Making, votes: readonly VotePaperFacts[], kind: DecisionKind): Entry[] {
  return votes
    .filter(({ isOpen }) => !isOpen)
    .map((vote) => {
      const recused = vote.voters.filter(({ recusedFor }) => recusedFor !== null).length;
      return {
        day: dayIn(zone, new Date(vote.closedAt!)),
        title: texts.say(vote.purpose === 'APPEAL' ? 'file.appealVote' : 'file.vote'),
        blocks: [
          textBlock(ruleOf(texts, vote, kind)),
          ...(recused > 0 ? [textBlock(texts.say('file.conflictsText', { count: counted(recused) }))] : []),
          {
            kind: 'TABLE' as const,
            table: {
              columns: (['column.base', 'column.for', 'column.against', 'column.abstain'] as const).map((name) => ({
                title: texts.say(name),
                share: 25,
                align: 'CENTRE' as const,
              })),
              rows: [[vote.base, vote.for, vote.against, vote.abstain].map(String)],
            },
          },
          textBlock(texts.say('minutes.result', { result: texts.word(vote.result ?? 'NONE') })),
          ...closedBy(texts, vote),
        ],
      };
    });
}

function appealsIn({ texts }: Making, appeals: readonly AppealFacts[]): Entry[] {
  return appeals.flatMap((appeal) => [
    { day: appeal.receivedOn, title: texts.say('file.appeal'), blocks: textBlocks(appeal.text) },
    ...(appeal.settledOn
      ? [
          {
            day: appeal.settledOn,
            title: sentence(texts.say('file.settlement', { result: texts.word(appeal.isUpheld ? 'IN_FORCE' : 'REVERSED') })).slice(0, -1),
            blocks: [
              ...(appeal.answer ? textBlocks(appeal.answer) : []),
              ...(appeal.paperNumber
                ? [
                    textBlock(
                      texts.say('file.superiorPaper', {
                        number: appeal.paperNumber,
                        day: appeal.paperOn ? dayInWords(appeal.paperOn) : '',
                      }),
                    ),
                  ]
                : []),
              // In the second instance the superior authority settles; the secretary only records it.
              ...(appeal.settledBy && appeal.instance === 1 ? [textBlock(texts.say('file.settledBy', { name: appeal.settledBy }))] : []),
            ],
          },
        ]
      : []),
  ]);
}

export function caseFilePaper(making: Making, { facts, votes, appeals }: CaseFileFacts): MadePaper {
  const { texts, today } = making;
  const values = valuesOf(facts);
  const { finding } = facts;
  const entries: Entry[] = [
    ...(finding
      ? [
          {
            day: finding.finalisedOn ?? facts.proposedOn,
            title: `${texts.say('file.finding')}: ${finding.review}`,
            blocks: [textBlock(finding.reason)],
          },
        ]
      : []),
    {
      day: facts.proposedOn,
      title: `${texts.say('file.proposal')}: ${matterOf(facts)}`,
      blocks: [
        textBlock(texts.say('file.proposer', { proposer: [proposerOf(making, facts), facts.proposer.name].filter(Boolean).join(', ') })),
        { kind: 'POINTS', points: basesIn(facts.legalBasis).map((basis) => [sentence(basis)]) },
        ...textBlocks(sentence(texts.say('decision.grounds', { grounds: facts.grounds }))),
      ],
    },
    ...(facts.servedOn && facts.explainUntil
      ? [
          {
            day: facts.servedOn,
            title: texts.say('file.notice'),
            blocks: [
              textBlock(
                texts.say('file.served', {
                  from: shortDay(facts.servedOn),
                  means: texts.word(facts.noticeMeans ?? ''),
                  until: shortDay(facts.explainUntil),
                }),
              ),
            ],
          },
        ]
      : []),
    ...(facts.explainedOn && facts.explanation
      ? [{ day: facts.explainedOn, title: texts.say('file.explanation'), blocks: textBlocks(facts.explanation) }]
      : []),
    ...(facts.answeredOn && facts.answer
      ? [{ day: facts.answeredOn, title: texts.say('file.answer'), blocks: textBlocks(facts.answer) }]
      : []),
    ...votesIn(making, votes, facts.kind),
    ...facts.moves.map(({ on, committee }) => ({ day: on, title: texts.say('file.move', { committee }), blocks: [] })),
    ...(facts.number && facts.signedOn
      ? [
          {
            day: facts.signedOn,
            title: texts.say('file.decision'),
            blocks: [
              textBlock(
                texts.say('file.decisionText', { ...values, number: officialNumber(facts.number), day: dayInWords(facts.signedOn) }),
              ),
              ...(facts.servedDecisionOn ? [textBlock(texts.say('file.decisionServed', { day: shortDay(facts.servedDecisionOn) }))] : []),
            ],
          },
        ]
      : []),
    ...appealsIn(making, appeals),
    ...(facts.withdrawn
      ? [{ day: facts.withdrawn.on, title: texts.say('file.withdrawal', { reason: bare(facts.withdrawn.reason ?? '') }), blocks: [] }]
      : []),
  ];
  // Of one day in the order of the procedure.
  const ordered = entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const symbol = symbolOfBody(facts.heldBy.numberSymbol);
  const paper = paperOf({
    head: headOf(making, facts.heldBy.name, null, today),
    title: { kind: capitals(texts.say('file.kind')), about: texts.say('file.about', values) },
    body: [
      textBlock(texts.say('file.opening', { day: dayInWords(today), who: personInWords(facts.officer) })),
      ...ordered.flatMap(({ day, title, blocks }, i): Block[] => [
        { kind: 'HEADING', text: `${i + 1}. ${shortDay(day)}: ${title}` },
        ...blocks,
      ]),
    ],
    foot: {
      recipients: texts.lines(appeals.length > 0 ? 'file.recipients' : 'file.recipientsNoAppeal', { symbol }),
      signatures: [{ authority: [capitals(texts.say('minutes.signSecretary'))], hint: texts.say('minutes.hint'), name: null }],
    },
    fileTitle: `${texts.say('file.kind')} ${facts.reference}`,
  });
  return { paper, number: facts.reference, datedOn: today, issuer: facts.heldBy.name };
}
