/** The notice of an adverse proposal: what was found and why, what may follow, until which day and how to explain, and a slip of receipt (D-3). */
import type { CasePaperFacts } from '../case-paper.read.js';
import { basesIn, sentence, shortDay, symbolOfBody, withoutCitation } from '../official-words.rules.js';
import type { Block } from '../paper.js';
import { capitals, headOf, type MadePaper, type Making, paperOf, signatureOf, textBlock, textBlocks, valuesOf } from './parts.js';

export function noticePaper(making: Making, given: CasePaperFacts): MadePaper {
  const { texts, today } = making;
  // It is of the committee that had it served, whatever became of that.
  const facts = { ...given, committee: given.noticeBy };
  const values = valuesOf(facts);
  const { finding } = facts;
  const served = facts.servedOn && facts.explainUntil ? { from: shortDay(facts.servedOn), until: shortDay(facts.explainUntil) } : null;
  const mayFollow = facts.kind === 'MAILBOX_REVOCATION' ? 'notice.revocation.mayFollow' : 'notice.exclusion.mayFollow';
  const datedOn = facts.servedOn ?? today;
  const body: Block[] = [
    { kind: 'CENTRED', text: texts.say('notice.to', values) },
    textBlock(texts.say('notice.opening', values)),
    ...(finding ? [textBlock(texts.say('notice.finding', { review: finding.review, text: finding.reason }))] : []),
    textBlock(texts.say('notice.basis')),
    { kind: 'POINTS', points: basesIn(facts.legalBasis).map((basis) => [withoutCitation(basis)]) },
    ...textBlocks(sentence(texts.say('notice.grounds', { grounds: facts.grounds }))),
    textBlock(texts.say(mayFollow, values)),
    textBlock(
      served
        ? texts.say('notice.explainUntil', { ...values, ...served })
        : texts.say('notice.explain', { ...values, days: String(facts.noticeDays) }),
    ),
    textBlock(texts.say('notice.file', values)),
  ];
  const slip: Block[] = [
    { kind: 'CUT', text: texts.say('notice.cut') },
    textBlock(texts.say('notice.slip', values)),
    { kind: 'TO_FILL', label: texts.say('notice.slipName') },
    { kind: 'TO_FILL', label: texts.say('notice.slipDay') },
    { kind: 'TO_FILL', label: texts.say('notice.slipSign'), lines: 2 },
  ];
  const symbol = symbolOfBody(facts.committee.numberSymbol);
  const paper = paperOf({
    head: headOf(making, facts.committee.name, texts.say('notice.number', { symbol, reference: facts.reference }), datedOn),
    title: { kind: capitals(texts.say('notice.kind')), about: texts.say('notice.about', values) },
    body: [...body, ...slip],
    // Who signs decisions later has not signed yet: the chair of the day signs the notice for the committee.
    foot: {
      recipients: texts.lines('notice.recipients', values),
      signatures: [
        signatureOf(making, { committee: facts.committee, signedBy: facts.noticeBy.chair, signerSeat: 'CHAIR', isByChairAlone: false }),
      ],
    },
    fileTitle: `${texts.say('notice.kind')} ${facts.reference}`,
  });
  return { paper, number: null, datedOn, issuer: facts.committee.name };
}
