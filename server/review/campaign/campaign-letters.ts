/** The letters of a campaign: reminders, what is told to heads and to the task force, and the finding of an officer (F-4, T-7). */
import type { Act } from '../../identity/command.js';
import { dateIn, type Message, say } from '../../kernel/language.js';
import { ownUrl } from '../../kernel/own-url.js';
import { CODE_PLACE } from '../../notices/letter-code.js';
import { letterSettings } from '../../notices/letter-settings.js';
import { type LetterDraft, writeLetters } from '../../notices/write-letters.js';
import { endOfDay } from '../../kernel/calendar.js';
import { TIER_TEXTS } from '../reason.messages.js';
import type { Review } from '../review.entity.js';
import type { UsageTier } from '../vocabulary.js';
import { CAMPAIGN_LETTERS as m } from './campaign-letters.messages.js';
import type { OpenCheck } from './open-checks.read.js';

/** Kinds of the letters of a campaign; of no use once the review is finalised or called off. */
export const CAMPAIGN_KINDS = ['review.reminder', 'review.toHead', 'review.overdue', 'review.finding'];

const day = (text: string): string => dateIn(letterSettings().language, text);

function facts(act: Act, review: Review): Record<string, string> {
  return {
    reference: review.reference,
    title: review.title,
    from: day(review.windowFrom),
    to: day(review.windowTo),
    until: day(review.checkUntil!),
    address: ownUrl(act.ground),
  };
}

/** To the officers behind the contacts of an agency. */
export const reminders = (act: Act, review: Review, check: OpenCheck, stepKey: string): LetterDraft[] =>
  (check.state === 'CHECKING' ? check.contacts : check.head ? [check.head] : []).map((officerId) => ({
    kind: 'review.reminder',
    officerId,
    about: `agencyCheck:${check.id}`,
    title: { text: m.reminderTitle, values: facts(act, review) },
    paragraphs: [
      {
        text: check.state === 'CHECKING' ? m.remindContact : m.remindHead,
        values: { ...facts(act, review), agency: check.agency, left: check.unanswered },
      },
      { text: m.where, values: facts(act, review) },
    ],
    key: `review.reminder:${check.id}:${officerId}:${stepKey}`,
    isReplacing: true,
  }));

export const toHead = (act: Act, review: Review, check: OpenCheck, stepKey: string): LetterDraft[] =>
  check.head
    ? [
        {
          kind: 'review.toHead',
          officerId: check.head,
          // Not about the check: a reminder to the contact replaces only reminders.
          about: `review:${review.id}`,
          title: { text: m.headTitle, values: facts(act, review) },
          paragraphs: [
            { text: m.headBody, values: { ...facts(act, review), agency: check.agency, left: check.unanswered } },
            { text: review.silence === 'TASK_FORCE_CHECKS' ? m.silenceTaskForce : m.silenceStays },
          ],
          key: `review.toHead:${check.id}:${stepKey}`,
        },
      ]
    : [];

export const toTaskForce = (
  act: Act,
  review: Review,
  checks: readonly OpenCheck[],
  officers: readonly string[],
  stepKey: string,
): LetterDraft[] =>
  officers.map((officerId) => ({
    kind: 'review.overdue',
    officerId,
    about: `review:${review.id}`,
    title: { text: m.overdueTitle, values: facts(act, review) },
    paragraphs: [
      { text: m.overdueBody, values: { ...facts(act, review), count: checks.length } },
      ...checks.map((check): Message => ({ text: m.overdueLine, values: { agency: check.agency, left: check.unanswered } })),
    ],
    key: `review.overdue:${review.id}:${officerId}:${stepKey}`,
  }));

export interface ToldFinding {
  findingId: string;
  officerId: string;
  tier: UsageTier;
  daysOfUse: number;
  assessableDays: number;
}

/** An officer’s own finding, before anything happens: what it says, until when it can be contested, and the code that opens the own file. */
export async function tellOfficers(act: Act, review: Review, told: readonly ToldFinding[]): Promise<void> {
  const { language } = letterSettings();
  // A review with a check always says until when findings can be contested (F-1).
  const until = review.contestUntil!;
  await writeLetters(
    act,
    told.map(({ findingId, officerId, tier, daysOfUse, assessableDays }): LetterDraft => ({
      kind: 'review.finding',
      officerId,
      about: `finding:${findingId}`,
      title: { text: m.findingTitle, values: facts(act, review) },
      paragraphs: [
        {
          text: m.findingBody,
          values: { ...facts(act, review), tier: say({ text: TIER_TEXTS[tier] }, language), use: daysOfUse, days: assessableDays },
        },
        { text: m.findingMeans },
        { text: m.findingContest, values: { until: day(until) } },
        { text: m.findingHelp },
        { text: m.findingCode, values: { code: CODE_PLACE, address: `${ownUrl(act.ground)}/#/code` } },
      ],
      key: `review.finding:${findingId}`,
      carriesCode: true,
      usefulUntil: endOfDay(act.ground.clock.zone, until),
    })),
  );
}
