/** What is a proposed class called? By its largest agencies, in the language of whoever looks. */
import { type Language, say } from '../kernel/language.js';
import { PROPOSAL_TITLES } from './proposal.messages.js';

interface Named {
  name: string;
  nameEn: string | null;
}

const NAMED_AGENCIES = 2;

export function titleOfProposal(agencies: readonly Named[], language: Language): string {
  const names = agencies.slice(0, NAMED_AGENCIES).map(({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name));
  const rest = agencies.length - names.length;
  const values = { agencies: names.join(', '), rest };
  return say({ text: rest > 0 ? PROPOSAL_TITLES.several : PROPOSAL_TITLES.few, values }, language);
}
