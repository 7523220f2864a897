// Words of a case that are put together: what it is about, and what is decided, inside a sentence.
import { useTranslate } from 'react-admin';
import { cityNow } from '../data/city-clock.js';
import { cityClock, cityDay } from '../ui/city-time.js';
import { useFormat } from '../ui/format.js';
import { type BlockFacts, blocksOf } from './blocks.js';
import { type CaseDays, type DecisionKind, daysBetween, isAdverse, nextDay } from './case.js';
import type { Case } from './documents.js';

/** "không xét danh hiệu thi đua năm 2026", to stand inside a sentence. */
export function useKindSentence(): (one: { kind: DecisionKind; awardYear: number | null }) => string {
  const t = useTranslate();
  return ({ kind, awardYear }) => t(`decisions.inSentence.${kind}`, { year: String(awardYear ?? '') });
}

/** The kind with its year: "Không xét danh hiệu thi đua năm 2026". */
export function useKindWords(): (one: { kind: DecisionKind; awardYear: number | null }) => string {
  const t = useTranslate();
  return ({ kind, awardYear }) =>
    awardYear ? t('decisions.kindOfYear', { kind: t(`decisions.kind.${kind}`), year: String(awardYear) }) : t(`decisions.kind.${kind}`);
}

/** Until when a vote is open: "hết 07/12/2026" where it closes at 24:00, as it does unless the rule is another one. */
export function useVoteEndWords(): (closesAt: string) => string {
  const t = useTranslate();
  const { day, moment } = useFormat();
  return (closesAt) => (cityClock(closesAt) === '00:00' ? t('decisions.next.endOf', { day: day(lastDayOf(closesAt)) }) : moment(closesAt));
}

/** A vote closes at 24:00 of its last day, which is the first moment of the next. */
const lastDayOf = (closesAt: string): string => cityDay(new Date(Date.parse(closesAt) - 1));

/** What keeps the vote from opening, a sentence each. */
export function useBlockWords(): (one: BlockFacts) => string[] {
  const t = useTranslate();
  const { day } = useFormat();
  return (one) =>
    blocksOf(one, cityDay(cityNow())).map(({ what, on }) => t(`decisions.block.${what}`, { on: day(on), _: t('decisions.block.other') }));
}

/** The day that matters next, beside how far it is: "Giải trình đến 23/11/2026 · còn 2 ngày". */
export function useNextDayWords(): (one: CaseDays) => string | null {
  const t = useTranslate();
  const { day } = useFormat();
  const voteEnd = useVoteEndWords();
  const left = useDaysLeft();
  return (one) => {
    const next = nextDay(one);
    if (!next) return null;
    const words = t(`decisions.next.${next.what}`, { on: next.what === 'vote' ? voteEnd(next.on) : day(next.on) });
    const far = left(next.on);
    return far ? `${words} · ${far}` : words;
  };
}

/** "còn 2 ngày", "hôm nay"; null for a day that is past. */
export function useDaysLeft(): (on: string) => string | null {
  const t = useTranslate();
  const { number } = useFormat();
  return (on) => {
    const until = on.length > 10 ? lastDayOf(on) : on;
    const days = daysBetween(cityDay(cityNow()), until);
    if (days < 0) return null;
    return days === 0 ? t('decisions.next.today') : t('decisions.next.left', { count: number(days) });
  };
}

/** What has been heard, for the agenda: "Thông báo 23/11/2026 · có giải trình, đã trả lời". */
export function useHearingWords(): (one: Pick<Case, 'kind' | 'state' | 'servedOn' | 'explainedOn' | 'answeredAt'>) => string {
  const t = useTranslate();
  const { day } = useFormat();
  return ({ kind, state, servedOn, explainedOn, answeredAt }) => {
    if (!isAdverse(kind)) return t('decisions.dockets.hearing.notNeeded');
    if (!servedOn) return t('decisions.papers.noNotice');
    const explained = explainedOn ? (answeredAt ? 'answered' : 'explained') : state === 'NOTIFIED' ? 'waiting' : 'silent';
    return t(`decisions.dockets.hearing.${explained}`, { day: day(servedOn) });
  };
}

/** Emulation titles by name, from their codes. */
export function useAwardTitles(): (codes: readonly string[]) => string {
  const t = useTranslate();
  return (codes) => codes.map((code) => t(`decisions.award.${code}`)).join(', ');
}
