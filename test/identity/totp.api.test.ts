import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { World } from '../support/world.js';
import { acts, PASSWORD, Person } from './person.js';

const BEGIN = 'mutation ($password: String!) { totpBegin(password: $password) { secret uri userErrors { code path message rule } } }';
const CONFIRM = 'mutation ($code: String!) { totpConfirm(code: $code) { recoveryCodes userErrors { code path message rule } } }';
const REMOVE = 'mutation ($code: String!) { totpRemove(code: $code) { viewer { id } userErrors { code path rule } } }';
const RENEW = 'mutation { recoveryCodesRenew { recoveryCodes userErrors { code path rule } } }';
const ME = '{ me { secondFactorUntil needsSecondFactor factors { hasPassword hasTotp recoveryCodesLeft passkeys { id } } } }';

describe('codes as second factor (G-18)', () => {
  let world: World;
  let lan: Person;
  const start = new Date('2026-11-24T02:00:00Z');
  const later = (seconds: number) => world.ground.clock.move(seconds * 1000);
  const hours = (n: number) => new Date(start.getTime() + n * 3_600_000).toISOString();

  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    world.ground.clock.stopAt(start);
    lan = await Person.make(world, 'lan@test.example', 'ADMIN');
    await lan.signIn();
  });
  afterAll(() => world.close());

  test('the setup asks the password again and counts with the first right code, which gives ten recovery codes', async () => {
    const wrong = await lan.ask(BEGIN, { password: 'something else' });
    expect(wrong.totpBegin).toMatchObject({ secret: null, uri: null, userErrors: [{ code: 'INVALID', path: ['password'] }] });
    const { totpBegin } = await lan.ask(BEGIN, { password: PASSWORD });
    expect(totpBegin.uri).toBe(`otpauth://totp/Hopthu:lan%40test.example?secret=${totpBegin.secret}&issuer=Hopthu`);
    lan.secret = totpBegin.secret;
    expect((await lan.elsewhere().signIn()).userErrors).toEqual([]);
    expect((await lan.ask(CONFIRM, { code: lan.wrongCode() })).totpConfirm.userErrors).toMatchObject([{ code: 'INVALID', path: ['code'] }]);
    expect((await lan.ask(ME)).me).toMatchObject({ secondFactorUntil: null, needsSecondFactor: true, factors: { hasTotp: false } });

    const code = lan.code();
    const { recoveryCodes } = (await lan.ask(CONFIRM, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).totpConfirm;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes.every((c: string) => /^([a-z2-7]{4}-){3}[a-z2-7]{4}$/.test(c))).toBe(true);
    expect((await lan.ask(ME)).me).toEqual({
      secondFactorUntil: hours(12),
      needsSecondFactor: false,
      factors: { hasPassword: true, hasTotp: true, recoveryCodesLeft: 10, passkeys: [] },
    });
    expect(await acts(world, '%totp%')).toEqual(['totp.begin', 'totp.confirm']);
  });

  test('a setup that was not finished in a quarter of an hour begins anew', async () => {
    lan.secret = (await lan.ask(BEGIN, { password: PASSWORD })).totpBegin.secret;
    later(15 * 60 + 1);
    expect((await lan.ask(CONFIRM, { code: lan.code() })).totpConfirm.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['code'] }]);
    lan.secret = (await lan.ask(BEGIN, { password: PASSWORD })).totpBegin.secret;
    expect((await lan.ask(CONFIRM, { code: lan.code() })).totpConfirm.userErrors).toEqual([]);
  });

  test('signing in asks for the code after the password, and the session has then shown a second factor', async () => {
    await lan.setUpTotp();
    later(60);
    const other = lan.elsewhere();
    expect((await other.signIn()).userErrors).toEqual([
      { code: 'REQUIRED', path: ['code'], message: expect.stringMatching(/mã xác thực/) },
    ]);
    expect((await other.signIn('')).userErrors).toMatchObject([{ code: 'REQUIRED' }]);
    expect((await other.signIn(lan.wrongCode())).userErrors).toMatchObject([{ code: 'INVALID', path: ['code'] }]);
    expect((await other.signIn(lan.code())).userErrors).toEqual([]);
    expect((await other.ask(ME)).me.secondFactorUntil).toBe(new Date(world.ground.clock.now().getTime() + 12 * 3_600_000).toISOString());
  });

  test('without the right password nobody learns that a code is asked for', async () => {
    await lan.setUpTotp();
    const { tryToSignIn } = await import('./person.js');
    const wrong = await tryToSignIn(world, lan.email, 'wrong');
    expect(wrong.userErrors).toMatchObject([{ code: 'INVALID', path: ['password'] }]);
    later(60);
    expect((await tryToSignIn(world, lan.email, 'wrong', { code: lan.code() })).userErrors).toEqual(wrong.userErrors);
  });

  test('a code is taken once, by one of five at the same moment; the half minute before and after counts, the next but one does not', async () => {
    await lan.setUpTotp();
    expect((await lan.elsewhere().signIn(lan.code())).userErrors).toMatchObject([{ code: 'INVALID', path: ['code'] }]);
    later(60);
    const code = lan.code();
    const answers = await Promise.all(Array.from({ length: 5 }, () => lan.elsewhere().signIn(code)));
    expect(answers.filter(({ token }) => token)).toHaveLength(1);
    expect((await lan.prove(code)).sessionProve.userErrors).toMatchObject([{ code: 'INVALID' }]);

    later(90);
    const old = lan.code();
    later(30);
    expect((await lan.prove(old)).sessionProve.userErrors).toEqual([]);
    later(90);
    const tooOld = lan.code();
    later(60);
    expect((await lan.prove(tooOld)).sessionProve.userErrors).toMatchObject([{ code: 'INVALID' }]);
    later(30);
    const early = lan.code();
    later(-30);
    expect((await lan.prove(early)).sessionProve.userErrors).toEqual([]);
  });

  test('a recovery code stands for the app once, however it is typed', async () => {
    const [first, second, third] = await lan.setUpTotp();
    expect((await lan.elsewhere().signIn(` ${first!.toUpperCase().replaceAll('-', ' ')} `)).userErrors).toEqual([]);
    expect((await lan.elsewhere().signIn(first)).userErrors).toMatchObject([{ code: 'INVALID', path: ['code'] }]);
    const both = await Promise.all([lan.elsewhere().signIn(second), lan.elsewhere().signIn(second), lan.elsewhere().signIn(second)]);
    expect(both.filter(({ token }) => token)).toHaveLength(1);
    expect((await lan.prove(third!)).sessionProve.userErrors).toEqual([]);
    expect((await lan.ask(ME)).me.factors.recoveryCodesLeft).toBe(7);
    expect(await acts(world, 'recoveryCode.use')).toHaveLength(3);
  });

  test('the codes of one are nothing for another', async () => {
    const codes = await lan.setUpTotp();
    const binh = await Person.make(world, 'binh@test.example');
    await binh.signIn();
    await binh.setUpTotp();
    later(60);
    expect((await binh.elsewhere().signIn(codes[0])).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await binh.elsewhere().signIn(lan.code())).userErrors).toMatchObject([{ code: 'INVALID' }]);
    // Even where somebody copied the sealed secret of one into the row of the other.
    await world.asOwner(`update totp set secret = (select secret from totp where user_id = '${lan.id}') where user_id = '${binh.id}'`);
    expect((await binh.elsewhere().signIn(lan.code())).userErrors).toMatchObject([{ code: 'INVALID' }]);
  });

  test('showing a code renews the second factor of this session and of no other', async () => {
    await lan.setUpTotp();
    later(60);
    const other = lan.elsewhere();
    await other.signIn(lan.code());
    await world.ground.orm.em.fork().execute('update session set second_factor_at = null');
    const { forgetSessions } = await import('../../server/identity/session-cache.js');
    forgetSessions(world.ground);
    later(60);
    expect((await lan.ask(ME)).me.secondFactorUntil).toBeNull();
    const { sessionProve } = await lan.prove(lan.code());
    expect(sessionProve).toMatchObject({ token: null, viewer: { id: lan.id }, userErrors: [] });
    expect((await lan.ask(ME)).me.secondFactorUntil).not.toBeNull();
    expect((await other.ask(ME)).me.secondFactorUntil).toBeNull();
    expect(await acts(world, 'session.prove')).toHaveLength(1);
  });

  test('new recovery codes need a second factor shown lately; those of before are worthless', async () => {
    expect((await lan.ask(RENEW)).recoveryCodesRenew.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const [old] = await lan.setUpTotp();
    await world.ground.orm.em
      .fork()
      .execute('update session set second_factor_at = ?', [new Date(start.getTime() - 12 * 3_600_000 - 1).toISOString()]);
    expect((await lan.ask(RENEW)).recoveryCodesRenew).toMatchObject({
      recoveryCodes: null,
      userErrors: [{ code: 'NOT_ALLOWED_NOW', rule: 'G-18' }],
    });
    later(60);
    await lan.prove(lan.code());
    const { recoveryCodes } = (await lan.ask(RENEW)).recoveryCodesRenew;
    expect(recoveryCodes).toHaveLength(10);
    expect((await lan.elsewhere().signIn(old)).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await lan.elsewhere().signIn(recoveryCodes[0])).userErrors).toEqual([]);
  });

  test('the app is taken off with a last code, and only then another can be set up', async () => {
    await lan.setUpTotp();
    expect((await lan.ask(BEGIN, { password: PASSWORD })).totpBegin.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    later(60);
    expect((await lan.ask(REMOVE, { code: lan.wrongCode() })).totpRemove.userErrors).toMatchObject([{ code: 'INVALID', path: ['code'] }]);
    expect((await lan.ask(REMOVE, { code: lan.code() })).totpRemove.userErrors).toEqual([]);
    expect((await lan.ask(ME)).me).toMatchObject({ needsSecondFactor: true, factors: { hasTotp: false, recoveryCodesLeft: 0 } });
    expect((await lan.elsewhere().signIn()).userErrors).toEqual([]);
    expect((await lan.ask(REMOVE, { code: '123456' })).totpRemove.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await lan.ask(BEGIN, { password: PASSWORD })).totpBegin.userErrors).toEqual([]);
  });

  test('whoever holds no right that asks for a second factor needs none', async () => {
    const officer = await Person.make(world, 'officer@test.example', 'TRAINER');
    await officer.signIn();
    expect((await officer.ask(ME)).me.needsSecondFactor).toBe(false);
    expect((await lan.ask(ME)).me.needsSecondFactor).toBe(true);
  });
});
