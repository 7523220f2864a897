/** The way of a password to its holder: a letter with a one-time code, which opens the own mailbox's password and nothing else, once (D-8). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { issueAccessCode } from '../../server/identity/access-code.service.js';
import { perform } from '../../server/identity/command.js';
import { executeBound } from '../../server/kernel/bulk.js';
import { aboutMailbox } from '../../server/provisioning/password-letters.js';
import { World } from '../support/world.js';

let world: World;
let officer = '';
let mailbox = '';
beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  await world.clear();
  officer = await world.officer(await world.agency(), { mailboxAddress: 'lan@snv.example' });
  [{ id: mailbox }] = (await rows<{ id: string }>('select mailbox_id as id from officer where id = $1::uuid', [officer])) as [
    { id: string },
  ];
});
afterAll(() => world.close());

const rows = <R extends object>(statement: string, values: unknown[] = []) =>
  executeBound<R>(world.ground.orm.em.fork(), statement, values);
const RESET = `mutation ($id: ID!) { mailboxResetPassword(id: $id) { password orders { kind state } userErrors { code rule } } }`;
const SEND = `mutation ($id: ID!) { mailboxSendPassword(id: $id) { userErrors { code rule } } }`;

/** As the printed letter would: a code about the mailbox, typed in. */
async function comesIn() {
  const code = await perform(world.system(), async (act) => {
    act.allowAnyone('a test');
    return issueAccessCode(act, { scopeId: officer, about: aboutMailbox(mailbox) });
  });
  const { data } = await world.nobody(`mutation ($code: String!) { sessionCreateByCode(code: $code) { token userErrors { code } } }`, {
    code,
  });
  return { code, headers: { authorization: `Bearer ${data.sessionCreateByCode.token}` } };
}

test('the letter holds a place for a code and no password; the code gives out one password and is worthless then', async () => {
  const contact = await world.signIn('ADMIN');
  expect((await contact(SEND, { id: mailbox })).data.mailboxSendPassword.userErrors).toEqual([]);
  const [letter] = await rows<{ body: string; carries: boolean }>(
    `select body, carries_code as carries from letter where kind = 'mailbox.password'`,
  );
  expect(letter).toMatchObject({ carries: true });
  expect(letter!.body).toContain('{{code}}');
  const { headers } = await comesIn();
  const me = await world.query('{ me { isByCode codeAbout } officers(first: 5) { nodes { mailbox { id address } } } }', {}, headers);
  expect(me.data).toEqual({
    me: { isByCode: true, codeAbout: 'mailbox' },
    officers: { nodes: [{ mailbox: { id: mailbox, address: 'lan@snv.example' } }] },
  });
  const { data } = await world.query(RESET, { id: mailbox }, headers);
  expect(data.mailboxResetPassword).toMatchObject({ password: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){4}$/), userErrors: [] });
  const [order] = await rows<{ hash: string; said: string }>(`select password_hash as hash, to_json(o)::text as said from mail_order o`);
  expect(order!.hash).toMatch(/^\{ARGON2ID\}/);
  expect(order!.said).not.toContain(data.mailboxResetPassword.password);
  const [code] = await rows<{ revoked: boolean }>(`select revoked_at is not null as revoked from access_code`);
  expect(code!.revoked).toBe(true);
});

test('the code opens nothing else: no finding, no case, no other mailbox, no second letter', async () => {
  const other = await world.officer((await rows<{ id: string }>('select id from agency'))[0]!.id, { mailboxAddress: 'minh@snv.example' });
  const [{ id: foreign }] = (await rows<{ id: string }>('select mailbox_id as id from officer where id = $1::uuid', [other])) as [
    { id: string },
  ];
  const { headers } = await comesIn();
  for (const [query, variables] of [
    ['{ findings { totalCount } }', {}],
    ['{ decisions { totalCount } }', {}],
    ['{ mailboxes { totalCount } }', {}],
    ['{ mailOrders { totalCount } }', {}],
    [RESET, { id: foreign }],
    [SEND, { id: mailbox }],
  ] as const)
    expect((await world.query(query, variables, headers)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a contact does both for the own agency, an officer a password for the own mailbox, others neither', async () => {
  const [{ id: agency }] = (await rows<{ id: string }>('select id from agency')) as [{ id: string }];
  const contact = await world.signIn('AGENCY_CONTACT', agency);
  const own = await world.signIn('OFFICER', officer);
  const strange = await world.signIn('AGENCY_CONTACT', await world.agency('Q1'));
  expect((await contact(SEND, { id: mailbox })).data.mailboxSendPassword.userErrors).toEqual([]);
  expect((await contact(RESET, { id: mailbox })).data.mailboxResetPassword.userErrors).toEqual([]);
  expect((await own(RESET, { id: mailbox })).data.mailboxResetPassword.userErrors).toEqual([]);
  expect((await own(SEND, { id: mailbox })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  for (const query of [SEND, RESET]) expect((await strange(query, { id: mailbox })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  for (const query of [SEND, RESET]) expect((await strange(query, { id: 'nowhere' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
