import { describe, expect, test } from '@jest/globals';
import type { RoleName } from '../../server/identity/actor.js';
import {
  grantDefects,
  isEmail,
  MOST_GRANTS,
  normalEmail,
  personDefects,
  reasonDefects,
  userActions,
} from '../../server/identity/user.rules.js';

const AGENCY = '01890000-0000-7000-8000-000000000001';
const codesOf = (reasons: { code: string; path?: string[] }[]) => reasons.map(({ code, path }) => `${code} ${path?.join('.')}`);

describe('what may stand in an account', () => {
  test.each([
    [' Lan.NT@Snv.Example ', true],
    ["o'brien+hopthu@a-b.example", true],
    ['lan@snv', false],
    ['lan@@snv.example', false],
    ['lan @snv.example', false],
    ['.lan@snv.example', false],
    ['lan..nt@snv.example', false],
    ['lan@-snv.example', false],
    ['lan@snv.example\r\nbcc: x@y.example', false],
    ['lan@snv.example,x@y.example', false],
    ['“lan”@snv.example', false],
    [`${'a'.repeat(65)}@snv.example`, false],
    [`lan@${'a.'.repeat(130)}example`, false],
    ['', false],
  ])('address %j: %p', (text, expected) => expect(isEmail(normalEmail(text))).toBe(expected));

  test.each([
    ['Nguyễn Thị Lan', []],
    ['  ', ['REQUIRED input.name']],
    ['1 Lan', ['INVALID input.name']],
    ['Lan\u202eđảo', ['INVALID input.name']],
    ['x'.repeat(201), ['INVALID input.name']],
  ])('name %j', (name, expected) => expect(codesOf(personDefects(name, 'lan@snv.example'))).toEqual(expected));

  test('name and address are told at once', () => {
    expect(codesOf(personDefects('', 'x'))).toEqual(['REQUIRED input.name', 'INVALID input.email']);
  });

  test.each<[string, { role: RoleName; scopeId?: string | null }[], string[]]>([
    ['a contact of an agency', [{ role: 'AGENCY_CONTACT', scopeId: AGENCY }], []],
    ['a contact of no agency', [{ role: 'AGENCY_CONTACT' }], ['REQUIRED input.grants.0.scopeId']],
    ['an officer without a file', [{ role: 'OFFICER', scopeId: '' }], ['REQUIRED input.grants.0.scopeId']],
    ['an administrator of one agency', [{ role: 'ADMIN', scopeId: AGENCY }], ['INVALID input.grants.0.scopeId']],
    ['a person in the role of a program', [{ role: 'TRAINER' }, { role: 'SERVICE' }], ['INVALID input.grants.1.role']],
    ['a role given twice', [{ role: 'TRAINER' }, { role: 'TRAINER', scopeId: null }], ['DUPLICATE input.grants.1.role']],
    [
      'contact of one agency twice, in capitals',
      [
        { role: 'AGENCY_CONTACT', scopeId: AGENCY.replace('8', 'a') },
        { role: 'AGENCY_CONTACT', scopeId: AGENCY.replace('8', 'A') },
      ],
      ['DUPLICATE input.grants.1.role'],
    ],
    ['no role yet', [], []],
    ['too many', Array.from({ length: MOST_GRANTS + 1 }, () => ({ role: 'TRAINER' as const })), ['LIMIT input.grants']],
  ])('roles: %s', (_, grants, expected) => expect(codesOf(grantDefects(grants))).toEqual(expected));

  test('a reason has words, and not too many', () => {
    expect(codesOf(reasonDefects(' \n'))).toEqual(['REQUIRED reason']);
    expect(codesOf(reasonDefects('x'.repeat(2_001)))).toEqual(['LIMIT reason']);
    expect(reasonDefects('Chuyển công tác')).toEqual([]);
  });

  test('what can be done follows from the state; about oneself only name and address', () => {
    const state = { isDisabled: false, hasSecondFactor: true, isOneself: false };
    expect(userActions(state)).toEqual(['UPDATE', 'DISABLE', 'INVITE', 'RESET_SECOND_FACTOR', 'END_SESSIONS']);
    expect(userActions({ ...state, hasSecondFactor: false })).not.toContain('RESET_SECOND_FACTOR');
    expect(userActions({ ...state, isDisabled: true })).toEqual(['UPDATE', 'ENABLE']);
    expect(userActions({ ...state, isOneself: true })).toEqual(['UPDATE']);
  });
});
