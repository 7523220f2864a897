// The emulation titles by name; their codes where the names are not known yet.
import { useAsk } from '../data/ask.js';
import { AWARD_TITLES, type AwardTitle } from './documents.js';

export function useTitles(): AwardTitle[] {
  return useAsk(AWARD_TITLES, {}).data?.awardTitles ?? [];
}

export function TitleNames({ codes }: { codes: string[] }) {
  const titles = useTitles();
  return <>{codes.map((code) => titles.find((title) => title.code === code)?.name ?? code).join(', ')}</>;
}
