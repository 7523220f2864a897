/** The ways by which letters, addresses and scanned sheets come in; a part of leak-doors.ts. */
import { expect } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { CODE_PLACE } from '../../server/notices/letter-code.js';
import { letterPostOf } from '../../server/notices/letter-post.js';
import { writeLetters } from '../../server/notices/write-letters.js';
import { type Canaries, SECRET, STORED } from './canaries.js';
import type { RightsWorld } from './rights-world.js';
import type { World } from './world.js';

type Headers = Record<string, string>;

interface NoticesDoors {
  world: World;
  city: RightsWorld;
  canaries: Canaries;
  send(method: 'GET' | 'POST', url: string, payload?: string | object, headers?: Headers): Promise<{ statusCode: number; json(): any }>;
  graphql(query: string, variables?: object, headers?: Headers): Promise<any>;
  force: Headers;
}

/** Letters: to whom, what they say, and what shows that they arrived. */
export async function noticesDoors({ world, city, canaries, send, graphql, force }: NoticesDoors): Promise<void> {
  const stored = (kind: string) => canaries.add(kind, STORED);
  const officerId = await world.officer(city.own.agency, { otherEmail: `${stored('address of a letter').toLowerCase()}@else.example` });
  const mailServer = new URL('smtp://bcd@127.0.0.1:9');
  mailServer.password = canaries.add('password of the mail server', SECRET);
  Object.assign(process.env, { HOPTHU_SMTP_URL: mailServer.href, HOPTHU_MAIL_FROM: 'bcd@city.example' });
  try {
    await perform(world.as('TASK_FORCE'), async (act) => {
      act.allowAnyone('a door');
      act.unchanged();
      const text = (kind: string) => ({ text: { vi: stored(kind), en: 'x' } });
      const draft = { kind: 'test.leak', officerId, about: `officer:${officerId}` };
      await writeLetters(act, [{ ...draft, title: text('title of a letter'), paragraphs: [text('body of a letter')] }]);
    });
    await world.ground.outbox.drain();
    await letterPostOf(world.ground).drain();
  } finally {
    delete process.env.HOPTHU_SMTP_URL;
    delete process.env.HOPTHU_MAIL_FROM;
  }
  await codeDoors();
  const upload = (name: string, body: string, headers: Headers) =>
    send('POST', `/attachments?fileName=${name}`, body, { 'content-type': 'application/pdf', ...headers });
  const sheet = await upload(stored('name of a scanned sheet'), `%PDF-1.7 ${canaries.add('scanned sheet', STORED)}`, force);
  const { attachmentId } = sheet.json();
  await upload(canaries.add('name of what is no scan', SECRET), canaries.add('what is no scan', SECRET), force);
  await upload(canaries.add('name of a sheet of nobody', SECRET), '%PDF-1.7', {});
  const record = (ids: string[], note: string, attachment: string) =>
    graphql(
      'mutation ($ids: [ID!]!, $input: ReceiptInput!) { letterRecordReceipt(ids: $ids, input: $input) { letters { id } userErrors { code message path } } }',
      { ids, input: { receivedOn: world.ground.clock.today(), means: 'SIGNED', note, attachmentId: attachment } },
      force,
    );
  await record([city.own.notices.letter], canaries.add('note with a wrong sheet', SECRET), officerId);
  const done = await record([city.own.notices.letter], stored('note of a receipt'), attachmentId);
  expect(done.data.letterRecordReceipt.userErrors).toEqual([]);
  await graphql('{ letters(first: 50) { nodes { body sentTo attempts { detail } receipt { note } } } }', {}, force);
  const read = await send('GET', `/attachments/${attachmentId}`, undefined, force);
  expect(read.statusCode).toBe(200);
  await send('GET', `/attachments/${attachmentId}`);

  /** A notice with a code is printed, read, and opened with right and wrong codes. */
  async function codeDoors(): Promise<void> {
    await perform(world.as('TASK_FORCE'), async (act) => {
      act.allowAnyone('a door');
      act.unchanged();
      const text = { vi: 'Mã: {code}', en: 'Code: {code}' };
      const draft = { kind: 'test.code', officerId: city.own.officer, about: `decision:${city.own.officer}`, carriesCode: true };
      await writeLetters(act, [{ ...draft, title: { text }, paragraphs: [{ text, values: { code: CODE_PLACE } }] }]);
    });
    const { data } = await graphql('{ letters(where: { kind: { eq: "test.code" } }) { nodes { id body } } }', {}, force);
    const [{ id }] = data.letters.nodes;
    const print = 'mutation ($ids: [ID!]!) { letterPrint(ids: $ids) { printed { body } userErrors { code } } }';
    const printed = await graphql(print, { ids: [id] }, force);
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(printed.data.letterPrint.printed[0].body)![0];
    canaries.add('code of a notice', SECRET, code);
    canaries.add('code of a notice as it is typed', SECRET, code.replaceAll('-', ''));
    const open = 'mutation ($code: String!) { sessionCreateByCode(code: $code) { token userErrors { code message path } } }';
    await graphql(open, { code: canaries.add('wrong code of a notice', SECRET) });
    // The one answer that holds it goes to whoever had the code.
    const opened = await graphql(open, { code });
    const token = canaries.add('session of a code', ['anonymous'], opened.data.sessionCreateByCode.token);
    await graphql(open, { code });
    await graphql('{ me { id name } }', {}, { authorization: `Bearer ${token}` });
  }
}
