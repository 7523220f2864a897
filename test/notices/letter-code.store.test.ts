import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openByCode } from '../../server/identity/access-code.service.js';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { CODE_PLACE } from '../../server/notices/letter-code.js';
import { type Ask, World } from '../support/world.js';
import { deliver, draft, later, NOW, setMail, stored, write } from './letter-world.js';
import { leaves, PostOffice, refusal } from './post-office.js';

const CODE = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/;
const PRINT = `mutation ($ids: [ID!]!) { letterPrint(ids: $ids) { printed { id body } userErrors { code rule path } } }`;

describe('letters that carry a one-time code', () => {
  let world: World;
  let office: PostOffice | undefined;
  let agency: string;
  let officer: string;
  let contact: Ask;

  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    forgetSessions();
    setMail();
    world.ground.clock.stopAt(NOW);
    agency = await world.agency();
    officer = await world.officer(agency);
    contact = await world.signIn('AGENCY_CONTACT', agency);
  });
  afterEach(async () => {
    await office?.close();
    office = undefined;
  });
  afterAll(async () => {
    setMail();
    await world.close();
  });

  const notice = (to = officer) =>
    draft(to, {
      kind: 'decision.notice',
      about: `decision:${to}`,
      carriesCode: true,
      paragraphs: [{ text: { vi: 'Mã của Ông/Bà: {code}', en: 'Your code: {code}' }, values: { code: CODE_PLACE } }],
    });
  const print = async (ids: string[], ask = contact) => (await ask(PRINT, { ids })).data.letterPrint;
  const printCode = async (id: string): Promise<string> => {
    const { printed, userErrors } = await print([id]);
    expect(userErrors).toEqual([]);
    return CODE.exec(printed[0].body)![0];
  };
  const opens = (code: string) =>
    openByCode(world.ground, code).then(
      () => true,
      () => false,
    );
  const withMail = async () => {
    office = await PostOffice.open();
    setMail({ HOPTHU_SMTP_URL: office.url, HOPTHU_MAIL_FROM: 'bcd@city.example' });
    officer = await world.officer(agency, { otherEmail: 'lan@home.example' });
  };
  const mailed = () =>
    office!.delivered.map(({ message }) => leaves(message).map(({ content }) => CODE.exec(content.toString('utf8'))?.[0]));
  /** Everything that is stored, as text. */
  const dump = async (): Promise<string> => {
    const tables = await world.asOwner<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
    let all = '';
    for (const { name } of tables) {
      const [row] = await world.asOwner<{ text: string | null }>(`select string_agg(row_to_json(t)::text, ' ') as text from "${name}" t`);
      all += row?.text ?? '';
    }
    return all.toUpperCase();
  };
  const expectNotStored = async (...codes: string[]) => {
    const all = await dump();
    for (const code of codes) for (const form of [code, code.replaceAll('-', '')]) expect(all).not.toContain(form);
  };

  test('are read without it and printed with it; each printing makes a new one and the former is worthless', async () => {
    await write(world, notice());
    const [letter] = await stored(world);
    expect(letter!.body).toContain('Mã của Ông/Bà: {{code}}');
    const seen = await contact(`{ letter(id: "${letter!.id}") { body carriesCode printedAt } }`);
    expect(seen.data.letter).toMatchObject({ carriesCode: true, printedAt: null });
    expect(seen.data.letter.body).toContain('Mã của Ông/Bà: ••••-••••-••••');
    const first = await printCode(letter!.id);
    const second = await printCode(letter!.id);
    expect(first).not.toBe(second);
    await expectNotStored(first, second);
    expect([await opens(first), await opens(second)]).toEqual([false, true]);
    const again = await contact(`{ letter(id: "${letter!.id}") { body printedAt } }`);
    expect(again.data.letter.printedAt).toBe(NOW.toISOString());
    expect(again.data.letter.body).toContain('••••-••••-••••');
    const acts = await world.asOwner<{ action: string }>(
      `select action from audit_event where action ~ '^(letter.print|accessCode)' order by seq`,
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'letter.print',
      'accessCode.issue',
      'letter.print',
      'accessCode.issue',
      'accessCode.use',
    ]);
  });

  test('open the file of whom they are to, and nobody may print the own letter or that of others', async () => {
    await write(world, notice());
    const [letter] = await stored(world);
    const { token } = await openByCode(world.ground, await printCode(letter!.id));
    const { data } = await world.query('{ me { officer { id } } }', {}, { authorization: `Bearer ${token}` });
    expect(data.me.officer.id).toBe(officer);
    const elsewhere = await world.signIn('AGENCY_CONTACT', await world.agency('Q1'));
    expect(await print([letter!.id], elsewhere)).toMatchObject({ printed: [], userErrors: [{ code: 'NOT_FOUND' }] });
    const oneself = await world.signInAs([{ role: 'TASK_FORCE' }, { role: 'OFFICER', scopeId: officer }]);
    expect(await print([letter!.id], oneself)).toMatchObject({ printed: [], userErrors: [{ code: 'RULE_VIOLATED' }] });
    const own = await world.signIn('OFFICER', officer);
    expect((await own(PRINT, { ids: [letter!.id] })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await own(`{ letter(id: "${letter!.id}") { body } }`)).data.letter.body).toContain('••••-••••-••••');
  });

  test('are printed again after they were received: the session of a code that was used lasts a day', async () => {
    await write(world, notice(), draft(officer));
    const ids = (await stored(world)).map(({ id }) => id);
    const coded = (await stored(world)).find(({ body }) => body.includes(CODE_PLACE))!.id;
    expect(await opens(await printCode(coded))).toBe(true);
    const receive = `mutation ($ids: [ID!]!) { letterRecordReceipt(ids: $ids, input: { receivedOn: "2026-11-25", means: SIGNED }) { userErrors { code } } }`;
    expect((await contact(receive, { ids })).data.letterRecordReceipt.userErrors).toEqual([]);
    const { data } = await contact(`{ letters { nodes { carriesCode availableActions } } }`);
    expect(new Set(data.letters.nodes.map(({ carriesCode, availableActions }: any) => `${carriesCode} ${availableActions}`))).toEqual(
      new Set(['true MARK_PRINTED', 'false ']),
    );
    expect((await print(ids)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'D-3' }]);
    expect(await opens(await printCode(coded))).toBe(true);
  });

  test('are printed together with those that carry none; each stands alone', async () => {
    const other = await world.officer(agency);
    await write(world, notice(), draft(other));
    const [coded, plain] = await stored(world);
    const { printed, userErrors } = await print([plain!.id, 'nothing', coded!.id]);
    expect(printed.map(({ id }: { id: string }) => id)).toEqual([plain!.id, coded!.id]);
    expect(printed[0].body).toBe(plain!.body);
    expect(printed[1].body).toMatch(CODE);
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['ids', '1'] }]);
    expect(await world.asOwner('select id from access_code')).toHaveLength(1);
  });

  test('go by e-mail with a code in both bodies that counts once the server has taken them', async () => {
    await withMail();
    await write(world, notice());
    await deliver(world);
    const [codes] = mailed();
    expect(codes).toEqual([expect.stringMatching(CODE), codes![0]]);
    expect(await stored(world)).toMatchObject([{ state: 'SENT', body: expect.stringContaining('{{code}}') }]);
    await expectNotStored(codes![0]!);
    expect(await opens(codes![0]!)).toBe(true);
  });

  test('that the server did not take leave no code behind, whatever it says of them', async () => {
    await withMail();
    office!.answer = ({ message }) => {
      if (office!.seen.length < 2) throw refusal(451, `not now: ${CODE.exec(leaves(message)[0]!.content.toString('utf8'))![0]}`);
    };
    await write(world, notice());
    await deliver(world);
    expect(await world.asOwner('select id from access_code')).toEqual([]);
    expect(await stored(world)).toMatchObject([{ state: 'WAITING', attempts: ['RETRY 451 not now: …'] }]);
    later(world, 1);
    await deliver(world);
    const [codes] = mailed();
    const refused = CODE.exec(leaves(office!.seen[0]!.message)[0]!.content.toString('utf8'))![0];
    await expectNotStored(refused, codes![0]!);
    expect([await opens(refused), await opens(codes![0]!)]).toEqual([false, true]);
  });

  test('refused by the server go on paper, and get their code there', async () => {
    await withMail();
    office!.answer = () => {
      throw refusal(550, 'no such user');
    };
    await write(world, notice());
    await deliver(world);
    const [letter] = await stored(world);
    expect(letter).toMatchObject({ state: 'TO_HAND_OVER', channel: 'PAPER' });
    expect(await opens(await printCode(letter!.id))).toBe(true);
  });

  test('need a place for it', async () => {
    await expect(write(world, { ...draft(officer), carriesCode: true })).rejects.toThrow('no place');
    expect(await stored(world)).toEqual([]);
  });
});
