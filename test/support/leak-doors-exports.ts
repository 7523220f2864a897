/** The ways by which lists are exported; a part of leak-doors.ts. */
import { expect } from '@jest/globals';
import { type Canaries, SECRET } from './canaries.js';

interface ExportDoors {
  canaries: Canaries;
  send(method: 'POST', url: string, payload: object, headers: Record<string, string>): Promise<{ statusCode: number }>;
  force: Record<string, string>;
}

/** Words that are looked for in a list that is exported, and what is refused there. */
export async function exportDoors({ canaries, send, force }: ExportDoors): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const words = (kind: string) => canaries.add(kind, SECRET);
  const asForce = { ...json, ...force };
  expect((await send('POST', '/exports/officers.csv', { search: words('search of an export') }, asForce)).statusCode).toBe(200);
  await send('POST', '/exports/officers.xlsx', { where: { code: words('wrong condition of an export') } }, asForce);
  await send('POST', '/exports/officers.csv', { search: words('search of nobody') }, json);
}
