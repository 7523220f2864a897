/** The list in a decision about many: who, in which post and agency, and what differs from one to the other. */
import type { CasePaperFacts } from '../case-paper.read.js';
import { dayInWords, officialNumber } from '../official-words.rules.js';
import type { Table } from '../paper.js';
import type { PaperTexts, TemplateName } from '../templates.js';

interface Column {
  name: TemplateName;
  share: number;
  isCentred?: boolean;
  say: (facts: CasePaperFacts, place: number) => string;
}

/** `groundsOf` where they differ. */
export function listTable(texts: PaperTexts, all: readonly CasePaperFacts[], groundsOf: ((facts: CasePaperFacts) => string) | null): Table {
  const isAboutMailboxes = all.some(({ kind }) => kind.startsWith('MAILBOX_'));
  const columns: Column[] = [
    { name: 'column.order', share: 7, isCentred: true, say: (_facts, place) => String(place + 1) },
    { name: 'column.name', share: 24, say: ({ officer }) => officer.name },
    { name: 'column.post', share: 17, say: ({ officer }) => officer.post ?? '' },
    { name: 'column.agency', share: 24, say: ({ officer }) => officer.agency ?? '' },
    ...(isAboutMailboxes ? [{ name: 'column.address' as const, share: 26, say: ({ address }: CasePaperFacts) => address ?? '' }] : []),
    ...(groundsOf ? [{ name: 'column.grounds' as const, share: 26, say: groundsOf }] : []),
    ...(all.some(({ ended }) => ended !== null)
      ? [
          {
            name: 'column.ended' as const,
            share: 20,
            say: ({ ended }: CasePaperFacts) => (ended ? `${officialNumber(ended.number)} ${dayInWords(ended.signedOn)}` : ''),
          },
        ]
      : []),
    { name: 'column.number', share: 18, isCentred: true, say: ({ number }) => (number ? officialNumber(number) : '') },
  ];
  return {
    columns: columns.map(({ name, share, isCentred }) => ({ title: texts.say(name), share, align: isCentred ? 'CENTRE' : 'LEFT' })),
    rows: all.map((facts, i) => columns.map(({ say }) => say(facts, i))),
    about: all.map(({ officerId }) => officerId),
  };
}
