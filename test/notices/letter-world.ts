/** Officers to whom letters are written by a command of a room to the right. */
import { perform } from '../../server/identity/command.js';
import { letterPostOf } from '../../server/notices/letter-post.js';
import { type LetterDraft, writeLetters } from '../../server/notices/write-letters.js';
import { calendarFile } from '../../server/training/calendar-file.js';
import type { World } from '../support/world.js';

export const NOW = new Date('2026-11-25T02:00:00Z');
export const MINUTE = 60_000;

export const SETTINGS = ['HOPTHU_SMTP_URL', 'HOPTHU_MAIL_FROM', 'HOPTHU_LETTER_FROM', 'HOPTHU_LETTER_LANGUAGE'] as const;

/** Sets the settings of letters, and no others. */
export function setMail(values: Partial<Record<(typeof SETTINGS)[number], string>> = {}): void {
  for (const name of SETTINGS) delete process.env[name];
  Object.assign(process.env, values);
}

export const draft = (officerId: string, more: Partial<LetterDraft> = {}): LetterDraft => ({
  kind: 'training.invitation',
  officerId,
  about: `enrolment:${officerId}`,
  title: { text: { vi: 'Mời dự lớp {title}', en: 'Invitation to {title}' }, values: { title: 'Hộp thư công vụ' } },
  paragraphs: [
    { text: { vi: 'Trân trọng mời Ông/Bà đến dự.', en: 'You are invited.' } },
    { text: { vi: 'Nơi học: {place}', en: 'Place: {place}' }, values: { place: 'Hội trường <A> & B' } },
  ],
  ...more,
});

export const calendar = (): LetterDraft['calendar'] => ({
  fileName: 'LH-2026-0001.ics',
  method: 'REQUEST',
  text: calendarFile(
    [
      {
        id: '0190a0a0-0000-7000-8000-000000000001',
        startsAt: new Date('2026-12-01T01:00:00Z'),
        endsAt: new Date('2026-12-01T04:00:00Z'),
        title: 'Lớp tập huấn: hộp thư công vụ',
        place: 'Hội trường tầng 2',
        sequence: 1,
        stamp: NOW,
      },
    ],
    'REQUEST',
  ),
});

/** Writes letters as a room to the right does. */
export const write = (world: World, ...drafts: LetterDraft[]) =>
  perform(world.as('TASK_FORCE'), async (act) => {
    act.allowAnyone('a test writes letters');
    act.unchanged();
    await writeLetters(act, drafts);
  });

export interface StoredLetter {
  id: string;
  state: string;
  channel: string;
  sentTo: string | null;
  title: string;
  body: string;
  tries: number;
  attempts: string[];
}

export const stored = (world: World) =>
  world.ground.orm.em.fork().execute<StoredLetter[]>(
    `select l.id, l.state, l.channel, l.sent_to as "sentTo", l.title, l.body, l.tries,
            array(select a.outcome || ' ' || coalesce(a.detail, '') from letter_attempt a where a.letter_id = l.id order by a.at, a.id) as attempts
     from letter l order by l.id`,
  );

/** Carries out what was ordered and sends what is due. */
export async function deliver(world: World): Promise<void> {
  await world.ground.outbox.drain();
  await letterPostOf(world.ground).drain();
}

export const later = (world: World, minutes: number) =>
  world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + minutes * MINUTE));
