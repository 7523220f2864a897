/** The certificate of who has completed a training class (TR-2). */
import type { CertificateFacts } from '../certificate.read.js';
import { counted, personInWords, shortDay } from '../official-words.rules.js';
import { capitals, headOf, type MadePaper, type Making, paperOf, textBlock } from './parts.js';

export function certificatePaper(making: Making, facts: CertificateFacts): MadePaper {
  const { texts, today } = making;
  const issuer = texts.say('certificate.issuer');
  const number = texts.say('certificate.number', { reference: facts.reference, place: counted(facts.place) });
  const values = {
    who: personInWords(facts.officer),
    title: facts.title,
    reference: facts.reference,
    from: shortDay(facts.startsOn),
    to: shortDay(facts.endsOn),
    attended: String(facts.attended),
    sessions: String(facts.sessions),
  };
  const datedOn = facts.completedOn ?? today;
  const paper = paperOf({
    head: headOf(making, issuer, number, datedOn),
    title: { kind: capitals(texts.say('certificate.kind')), about: texts.say('certificate.about', values) },
    body: [textBlock(texts.say('certificate.text', values))],
    foot: {
      recipients: texts.lines('certificate.recipients'),
      signatures: [{ authority: texts.lines('certificate.sign').map(capitals), hint: texts.say('certificate.hint'), name: null }],
    },
    fileTitle: `${texts.say('certificate.kind')} ${facts.reference}`,
  });
  return { paper, number: number.replace(/^số:\s*/iu, ''), datedOn, issuer };
}
