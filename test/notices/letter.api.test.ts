import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dropUnboundAttachments } from '../../server/notices/attachment.service.js';
import { LARGEST_ATTACHMENT } from '../../server/notices/attachment.rules.js';
import { letterPostOf } from '../../server/notices/letter-post.js';
import { type Ask, World } from '../support/world.js';
import { deliver, draft, later, NOW, setMail, stored, write } from './letter-world.js';
import { PostOffice } from './post-office.js';

const RECORD = `mutation ($ids: [ID!]!, $input: ReceiptInput!) { letterRecordReceipt(ids: $ids, input: $input) {
  letters { id state receipt { receivedOn means note recordedBy document { id fileName mediaType size } } } userErrors { code rule path message } } }`;
const PDF = Buffer.from('%PDF-1.7 biên nhận');
type Headers = Record<string, string>;

describe('letters over GraphQL and HTTP', () => {
  let world: World;
  let agency: string;
  let officer: string;
  let stranger: string;
  let contact: Headers;
  let force: Headers;
  let own: Headers;
  const as =
    (headers: Headers): Ask =>
    (query, variables) =>
      world.query(query, variables, headers);

  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    setMail();
    world.ground.clock.stopAt(NOW);
    agency = await world.agency();
    officer = await world.officer(agency);
    stranger = await world.officer(await world.agency('Q1'));
    contact = await world.bearer({ role: 'AGENCY_CONTACT', scopeId: agency });
    force = await world.bearer('TASK_FORCE');
    own = await world.bearer({ role: 'OFFICER', scopeId: officer });
    await write(world, draft(officer), draft(stranger));
  });
  afterAll(async () => {
    setMail();
    await world.close();
  });

  const ids = async () => (await stored(world)).map(({ id }) => id) as [string, string];
  const today = () => world.ground.clock.today();
  const upload = async (headers: Headers, body: Buffer = PDF, name = 'biên nhận.pdf') =>
    world.app.http.inject({
      method: 'POST',
      url: `/attachments?fileName=${encodeURIComponent(name)}`,
      headers: { 'content-type': 'application/octet-stream', ...headers },
      payload: body,
    });
  const fetch = (id: string, headers: Headers = {}) => world.app.http.inject({ url: `/attachments/${id}`, headers });
  const record = async (headers: Headers, letters: string[], input: object) =>
    (await as(headers)(RECORD, { ids: letters, input: { receivedOn: today(), means: 'SIGNED', ...input } })).data.letterRecordReceipt;
  const acts = (action: string) =>
    world.asOwner<{ subject: string }>(`select subject from audit_event where action = '${action}' order by seq`);

  test('are handed over with a scanned sheet that shows it, and then are received', async () => {
    const [letter] = await ids();
    const { attachmentId } = (await upload(contact)).json();
    expect(await record(contact, [letter], { note: ' Ký tại văn thư ', attachmentId })).toEqual({
      letters: [
        {
          id: letter,
          state: 'RECEIVED',
          receipt: {
            receivedOn: '2026-11-25',
            means: 'SIGNED',
            note: 'Ký tại văn thư',
            recordedBy: 'AGENCY_CONTACT',
            document: { id: attachmentId, fileName: 'biên nhận.pdf', mediaType: 'application/pdf', size: PDF.length },
          },
        },
      ],
      userErrors: [],
    });
    expect((await record(force, [letter], {})).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'D-3', path: ['ids', '0'] }]);
    const read = await fetch(attachmentId, own);
    expect(read.rawPayload).toEqual(PDF);
    expect(read.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''bi%C3%AAn%20nh%E1%BA%ADn.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  test('one sheet may show many receipts; each letter stands alone', async () => {
    const [one, other] = await ids();
    const { attachmentId } = (await upload(force)).json();
    const answer = await record(force, [one, other, one, 'nothing'], { attachmentId });
    expect(answer.letters.map(({ id }: { id: string }) => id)).toEqual([one, other]);
    expect(answer.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')])).toEqual([
      ['NOT_ALLOWED_NOW', 'ids.2'],
      ['NOT_FOUND', 'ids.3'],
    ]);
  });

  test('no receipt lies in the future or before the letter; the words are not endless (L-1)', async () => {
    const [letter] = await ids();
    const why = async (input: object) => {
      const { userErrors } = await record(force, [letter], input);
      return userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
    };
    expect(await why({ receivedOn: '2026-11-26' })).toEqual(['INVALID input.receivedOn']);
    expect(await why({ receivedOn: '2026-11-24' })).toEqual(['INVALID ids.0']);
    expect(await why({ note: 'x'.repeat(2001) })).toEqual(['LIMIT input.note']);
    expect((await stored(world))[0]!.state).toBe('TO_HAND_OVER');
  });

  test('a sheet is the uploader’s own and used once; nobody else reads it before, strangers never', async () => {
    const [letter, other] = await ids();
    const { attachmentId } = (await upload(contact)).json();
    const refused = async (headers: Headers, of: string) => (await record(headers, [of], { attachmentId })).userErrors;
    expect(await refused(force, other)).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'attachmentId'] }]);
    expect([(await fetch(attachmentId, contact)).statusCode, (await fetch(attachmentId, force)).statusCode]).toEqual([200, 404]);
    expect(await refused(contact, letter)).toEqual([]);
    await write(world, draft(officer, { about: 'enrolment:2' }));
    const third = (await stored(world)).find(({ id }) => id !== letter && id !== other)!.id;
    expect(await refused(contact, third)).toMatchObject([{ code: 'NOT_FOUND' }]);
    const elsewhere = await world.bearer({ role: 'OFFICER', scopeId: stranger });
    const trainer = await world.bearer('TRAINER');
    const statuses = [contact, force, own, elsewhere, trainer, {}].map(async (headers) => (await fetch(attachmentId, headers)).statusCode);
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 404, 404, 401]);
  });

  test('only scans of at most 10 MB are kept, of those who may', async () => {
    const status = async (headers: Headers, body?: Buffer) => (await upload(headers, body)).statusCode;
    const full = Buffer.alloc(LARGEST_ATTACHMENT, '%PDF-');
    expect(await status(contact, full)).toBe(201);
    expect(await status(contact, Buffer.concat([full, Buffer.from('x')]))).toBe(413);
    expect(await status(contact, Buffer.from('<svg onload=alert(1)>'))).toBe(400);
    expect(await status(contact, Buffer.alloc(0))).toBe(400);
    expect([await status({}), await status(own), await status(await world.bearer('TRAINER'))]).toEqual([401, 201, 403]);
  });

  test('what nobody has used for a day is dropped, what shows a receipt stays', async () => {
    const [letter] = await ids();
    const [used, unused] = [(await upload(force)).json().attachmentId, (await upload(force)).json().attachmentId];
    await record(force, [letter], { attachmentId: used });
    later(world, 24 * 60 - 1);
    // The session of yesterday is over; the file is still of the same person.
    await world.asOwner(`update session set expires_at = '2027-01-01', last_used_at = '2026-11-26T01:59:00Z'`);
    await dropUnboundAttachments(world.ground);
    expect((await fetch(unused, force)).statusCode).toBe(200);
    later(world, 2);
    await dropUnboundAttachments(world.ground);
    expect([(await fetch(unused, force)).statusCode, (await fetch(used, force)).statusCode]).toEqual([404, 200]);
  });

  test('are seen by whoever they concern, and what is read of others stands in the log (R-1)', async () => {
    const list = '{ letters { totalCount nodes { id kindName title body state availableActions officer { fullName } } } }';
    const seen = async (headers: Headers) => (await as(headers)(list)).data.letters;
    expect((await seen(force)).totalCount).toBe(2);
    const [ofContact] = (await seen(contact)).nodes;
    expect(ofContact).toMatchObject({ kindName: 'Giấy mời tập huấn', availableActions: ['RECORD_RECEIPT', 'MARK_PRINTED'] });
    expect((await acts('letter.read')).map(({ subject }) => subject)).toEqual(['letters', `letter:${ofContact.id}`]);
    expect((await seen(own)).nodes).toMatchObject([{ id: ofContact.id, availableActions: [] }]);
    await as(force)('{ letters { nodes { id title state } } }');
    expect(await acts('letter.read')).toHaveLength(2);
  });

  test('can be looked for by state, officer, agency, kind, and what they are about', async () => {
    const [one, other] = await ids();
    const found = async (args: string) =>
      (await as(force)(`{ letters(${args}) { nodes { id } } }`)).data.letters.nodes.map(({ id }: { id: string }) => id);
    expect(await found(`where: { agencyId: { eq: "${agency}" } }`)).toEqual([one]);
    expect(await found(`where: { officerId: { eq: "${stranger}" } }`)).toEqual([other]);
    expect(await found(`where: { about: { eq: "enrolment:${officer}" } }`)).toEqual([one]);
    expect(await found(`where: { kind: { startsWith: "decision." } }`)).toEqual([]);
    expect(await found(`where: { state: [TO_HAND_OVER] }, search: "nguyen lan"`)).toHaveLength(2);
    expect(await found(`search: "t1@snv"`)).toEqual([]);
  });

  test('are sent by e-mail once an address was added, and printed as often as wanted', async () => {
    const [letter] = await ids();
    const again = async () =>
      (await as(force)(`mutation { letterSendAgain(ids: ["${letter}"]) { letters { state sentTo } userErrors { code rule } } }`)).data
        .letterSendAgain;
    expect(await again()).toEqual({ letters: [], userErrors: [{ code: 'NOT_ALLOWED_NOW', rule: 'D-3' }] });
    const office = await PostOffice.open();
    setMail({ HOPTHU_SMTP_URL: office.url, HOPTHU_MAIL_FROM: 'bcd@city.example' });
    expect((await again()).userErrors).toHaveLength(1);
    await world.ground.orm.em.fork().execute(`update officer set other_email = 'lan@home.example' where id = ?`, [officer]);
    expect(await again()).toEqual({ letters: [{ state: 'WAITING', sentTo: 'lan@home.example' }], userErrors: [] });
    await deliver(world);
    expect((await stored(world))[0]).toMatchObject({ state: 'SENT', channel: 'EMAIL' });
    expect((await again()).userErrors).toEqual([]);
    await deliver(world);
    const messageIds = office.delivered.map(({ message }) => message.headers['message-id']);
    expect([messageIds.length, new Set(messageIds).size]).toEqual([2, 2]);
    await letterPostOf(world.ground).drain();
    await office.close();
    const print = async () =>
      (await as(contact)(`mutation { letterMarkPrinted(ids: ["${letter}"]) { letters { printedAt } userErrors { code } } }`)).data
        .letterMarkPrinted;
    expect((await print()).letters).toEqual([{ printedAt: NOW.toISOString() }]);
    later(world, 1);
    expect((await print()).letters[0].printedAt).not.toBe(NOW.toISOString());
  });

  test('nobody sees to their own, whatever other role they hold', async () => {
    const [letter] = await ids();
    const both = await world.bearer('TASK_FORCE', { role: 'OFFICER', scopeId: officer });
    expect((await record(both, [letter], {})).userErrors).toMatchObject([{ code: 'RULE_VIOLATED', rule: 'D-3' }]);
  });

  test('are counted by where they stand', async () => {
    const { body } = await world.app.http.inject({ url: '/metrics' });
    expect(body).toContain('hopthu_letters{state="TO_HAND_OVER"} 2');
    expect(body).toContain('hopthu_letters{state="WAITING"} 0');
  });
});
