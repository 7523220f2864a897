// The domains of a mail system in few words: a city's has dozens.
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

const shown = 3;

export function useDomainWords(): (domains: readonly string[]) => string {
  const t = useTranslate();
  const { number } = useFormat();
  return (domains) =>
    domains.length <= shown + 1
      ? domains.join(', ')
      : t('mailSystems.moreDomains', { first: domains.slice(0, shown).join(', '), count: number(domains.length - shown) });
}
