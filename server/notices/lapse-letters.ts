/** Letters that nobody has handed over and nobody needs any more leave the lists of those who hand letters over; they can still be read. */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';

/** Those about these things, of these kinds where they are named, that wait to be handed over: something newer holds. */
export async function lapseLetters(act: Act, abouts: readonly string[], kinds?: readonly string[]): Promise<void> {
  const list = (texts: readonly string[]): string => `{${[...new Set(texts)].map((text) => JSON.stringify(text)).join(',')}}`;
  if (abouts.length === 0) return;
  if (kinds) await lapse(act, `about = any(?::text[]) and kind = any(?::text[])`, [list(abouts), list(kinds)]);
  else await lapse(act, `about = any(?::text[])`, [list(abouts)]);
}

/** Those whose time has passed; a regular job. */
export async function lapseOutdatedLetters(ground: Ground): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the clock asks for it');
    act.unchanged();
    await lapse(act, 'useful_until <= ?', [act.now]);
  });
}

/** Letters of a kind about these things are of use until later than was thought. */
export async function prolongLetters(act: Act, kind: string, abouts: readonly string[], until: Date): Promise<void> {
  if (abouts.length === 0) return;
  await act.em.flush();
  await act.em.execute(
    `update letter set useful_until = ?, updated_at = ? where kind = ? and about = any(?::text[]) and useful_until < ? and state <> 'LAPSED'`,
    [until, act.now, kind, `{${abouts.map((about) => JSON.stringify(about)).join(',')}}`, until],
  );
}

async function lapse(act: Act, where: string, values: unknown[]): Promise<void> {
  await act.em.flush();
  const lapsed = await act.em.execute<{ id: string; officer_id: string }[]>(
    `update letter set state = 'LAPSED', updated_at = ? where id in (
       select id from letter where state = 'TO_HAND_OVER' and ${where} order by id for update) and state = 'TO_HAND_OVER' returning id, officer_id`,
    [act.now, ...values],
  );
  for (const { id, officer_id } of lapsed) act.record('letter.lapse', `letter:${id}`, undefined, [`officer:${officer_id}`]);
}
