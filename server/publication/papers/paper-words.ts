/** The enums of papers as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  PAPER_ACTIONS,
  PAPER_KINDS,
  PAPER_STATES,
  type PaperAction as ActionName,
  type PaperKind as KindName,
  type PaperState as StateName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const PaperKind = enumOf<KindName>(PAPER_KINDS);
export const PaperState = enumOf<StateName>(PAPER_STATES);
export const PaperAction = enumOf<ActionName>(PAPER_ACTIONS);

registerEnumType(PaperKind, {
  name: 'PaperKind',
  description: 'Kind of a paper.',
  valuesConfig: {
    DECISION: { description: 'The decision about one officer (quyết định).' },
    DOCKET_DECISION: { description: 'One decision with a list, for cases of a docket that were signed together.' },
    NOTICE: { description: 'The notice to the officer (thông báo), with a slip of receipt (D-3).' },
    VOTE_MINUTES: { description: 'Minutes of one vote (biên bản).' },
    DOCKET_MINUTES: { description: 'Minutes of a session: the votes on a docket.' },
    CASE_FILE: { description: 'The file of one case, for an appeal; made anew by itself when something came to it.' },
    CERTIFICATE: { description: 'The certificate of who completed a training class.' },
  },
});

registerEnumType(PaperState, {
  name: 'PaperState',
  description: 'Where a paper stands.',
  valuesConfig: {
    DRAFT: { description: 'Its facts do not stand yet: a draft, for the secretary.' },
    READY: { description: 'It is issued, with its code, when it is first asked for.' },
    ISSUED: { description: 'Issued: it says the same ever after.' },
    SIGNED: { description: 'Issued, and recorded as signed and sealed.' },
  },
});

registerEnumType(PaperAction, {
  name: 'PaperAction',
  description: 'What can be done with a paper.',
  valuesConfig: {
    RECORD_SIGNATURE: { description: 'Record that it was signed and sealed: paperRecordSignature.' },
    MAKE_ANEW: { description: 'Issue another version, with a reason: paperMakeAnew.' },
  },
});
