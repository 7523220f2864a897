/** Do secrets of a mail system ever come out, and is it told apart which were given again? */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSystem, editSystem } from '../../server/provisioning/mail-system.service.js';
import { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
beforeEach(() => world.clear());
afterAll(() => world.close());

const scim = (baseUrl: string, secrets: Record<string, string> = {}) => ({
  name: 'Thư đám mây',
  kind: 'SCIM' as const,
  domains: ['snv.example'],
  settings: { baseUrl },
  secrets,
});

test('a secret that is stored is told to no other address than that it was given for', async () => {
  const admin = world.as('ADMIN');
  const id = await createSystem(admin, scim('https://scim.example/v2', { secret: 'tok-123' }));
  const edit = (baseUrl: string, expectedVersion: number, secrets: Record<string, string> = {}) =>
    editSystem(admin, id, { ...scim(baseUrl, secrets), expectedVersion });
  await edit('https://scim.example/v2', 1);
  await expect(edit('https://thief.example/v2', 2)).rejects.toThrow('REQUIRED');
  await edit('https://new.example/v2', 2, { secret: 'tok-456' });
});
