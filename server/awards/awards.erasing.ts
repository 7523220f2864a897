/** How messages to other systems forget about whom they told (K-5): the person's entry goes; of the others each system is told as before, and can ask again. */
import { lendErasure, wordsIn } from '../kernel/erasure.js';
import { withoutOfficer } from './message.rules.js';

export function lendAwardsErasing(): void {
  lendErasure({
    room: 'awards',
    tables: ['webhook_message', 'webhook_delivery'],
    async erase(erasing) {
      const { run, officer, now } = erasing;
      const [code] = await wordsIn(erasing, `select code as word from officer where id = ${officer}`);
      const messages = await run<{ id: string; body: string }>(
        'select id::text as id, body from webhook_message where position($1 in body) > 0 order by id for update',
        [JSON.stringify(code)],
      );
      for (const { id, body } of messages) {
        const left = withoutOfficer(body, code!);
        if (left.officers === 0) await run('delete from webhook_message where id = $1::uuid', [id]);
        else
          await run(`update webhook_message set body = $2, officers = $3::int, updated_at = ${now} where id = $1::uuid`, [
            id,
            left.body,
            left.officers,
          ]);
      }
    },
  });
}
