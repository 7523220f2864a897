// The emulation titles by name; their codes where the names are not known yet.
import { useAsk } from '../data/ask.js';
import { AWARD_TITLES, type AwardTitle } from './documents.js';

export function useTitles(): AwardTitle[] {
  return useAsk(AWARD_TITLES, {}).data?.awardTitles ?? [];
}

export const nameOfTitle = (titles: readonly AwardTitle[], code: string): string =>
  titles.find((title) => title.code === code)?.name ?? code;

export function TitleNames({ codes }: { codes: string[] }) {
  const titles = useTitles();
  return <>{codes.map((code) => nameOfTitle(titles, code)).join(', ')}</>;
}
