/** How messages to other systems forget about whom they told (K-5): what still goes out goes with them. */
import { lendErasure, wordsIn } from '../kernel/erasure.js';

export function lendAwardsErasing(): void {
  lendErasure({
    room: 'awards',
    tables: ['webhook_message', 'webhook_delivery'],
    async erase(erasing) {
      const [code] = await wordsIn(erasing, `select code as word from officer where id = ${erasing.officer}`);
      await erasing.run(`delete from webhook_message where position($1 in body) > 0`, [JSON.stringify(code)]);
    },
  });
}
