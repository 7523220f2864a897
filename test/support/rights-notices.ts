/** What rights-world.ts has of letters on each side: one to hand over, and one that was sent and received. */
import { perform } from '../../server/identity/command.js';
import { uploadAttachment } from '../../server/notices/attachment.service.js';
import { markPrinted, recordReceipts } from '../../server/notices/letter.service.js';
import { writeLetters } from '../../server/notices/write-letters.js';
import type { World } from './world.js';

export interface NoticesThings {
  /** To the officer who looks, to hand over. */
  letter: string;
  /** To the same, sent by e-mail after a second attempt, printed, and received as a scanned sheet shows. */
  receivedLetter: string;
}

export async function noticesThings(world: World, officerId: string): Promise<NoticesThings> {
  const force = world.as('TASK_FORCE');
  const write = async (kind: string): Promise<string> => {
    await perform(force, async (act) => {
      act.allowAnyone('a world is built');
      act.unchanged();
      const text = { vi: 'Mời Ông/Bà đến.', en: 'Please come.' };
      await writeLetters(act, [{ kind, officerId, about: `officer:${officerId}`, title: { text }, paragraphs: [{ text }] }]);
    });
    const [row] = await world.ground.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from letter where officer_id = ? and kind = ?', [officerId, kind]);
    return row!.id;
  };
  const [letter, receivedLetter] = [await write('test.open'), await write('test.received')];
  const sheet = await uploadAttachment(force, 'bien-nhan.pdf', Buffer.from('%PDF-1.7 biên nhận'));
  await markPrinted(force, [receivedLetter]);
  const receipt = { receivedOn: world.ground.clock.today(), means: 'SIGNED' as const, note: 'Ký tại văn thư', attachmentId: sheet };
  await recordReceipts(force, [receivedLetter], receipt);
  // As the post would have left it.
  const em = world.ground.orm.em.fork();
  await em.execute(`update letter set channel = 'EMAIL', sent_to = 'idle@else.example', sent_at = now() where id = ?`, [receivedLetter]);
  await em.execute(
    `insert into letter_attempt (id, created_at, updated_at, letter_id, at, outcome, detail) values (gen_random_uuid(), now(), now(), ?, now(), 'SENT', '250 OK')`,
    [receivedLetter],
  );
  return { letter, receivedLetter };
}
