/** Names of entries, states, steps and their texts, without a directory. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Operation } from '../../server/provisioning/connector.js';
import { forwardingOf, forwardValues, foundIn, type RawEntry } from '../../server/provisioning/connectors/ldap-entry.rules.js';
import { blanked, isPassing, refusalText } from '../../server/provisioning/connectors/ldap-faults.rules.js';
import {
  commonAncestor,
  isBelow,
  isDn,
  isSameDn,
  namingValues,
  parentOf,
  personNames,
  rdn,
  rdnOf,
} from '../../server/provisioning/connectors/ldap-names.rules.js';
import { directoryPassword, schemeOf } from '../../server/provisioning/connectors/ldap-password.rules.js';
import { ldapSettingFaults, settingsFault } from '../../server/provisioning/connectors/ldap-setting-faults.rules.js';
import { ldapSettingFields, ldapSettings } from '../../server/provisioning/connectors/ldap-settings.rules.js';
import { decided, NEWER_ORDER, takingBack } from '../../server/provisioning/connectors/ldap-steps.rules.js';
import { ldifOf } from '../../server/provisioning/connectors/ldif.rules.js';
import type { SettingValue } from '../../server/provisioning/setting-fields.rules.js';

const PEOPLE = 'ou=people,dc=example,dc=test';
const told = { url: 'ldap://localhost', bindDn: 'cn=hopthu,dc=example,dc=test', container: PEOPLE, passwordScheme: 'ARGON2' };
const settings = (given: Record<string, SettingValue> = {}) => ldapSettings({ ...told, ...given });

describe('names', () => {
  test('whatever a value holds, the name made of it is one step, and gives the value back', () => {
    const value = fc.string({ unit: fc.constantFrom(...`,+"\\<>;=# aắđ'*()\u0000\n`), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(value, (text) => {
        const dn = `${rdn('uid', text)},${PEOPLE}`;
        expect(isDn(dn)).toBe(true);
        expect(namingValues(dn)).toEqual([{ attribute: 'uid', value: text }]);
        expect(parentOf(dn)).toBe(PEOPLE);
        expect(rdnOf(dn)).toBe(rdn('uid', text));
        // No bare comma stands before the one that parts the steps.
        expect(dn.indexOf(',')).toBe(dn.length - PEOPLE.length - 1);
      }),
    );
  });

  test.each([
    ['UID=Lan, OU=People,DC=example,DC=test', `uid=lan,${PEOPLE}`, true],
    ['cn=Tr\\C3\\A2n\\, A,dc=test', 'cn=trân\\2C a,dc=test', true],
    ['cn=a+sn=b,dc=test', 'sn=B + cn=A,dc=test', true],
    ['cn=a\\,dc=test', 'cn=a,dc=test', false],
    ['cn=a\\+b,dc=test', 'cn=a+cn=b,dc=test', false],
  ])('%s and %s name the same: %s', (one, other, isSame) => expect(isSameDn(one, other)).toBe(isSame));

  test.each(['', 'people', 'ou=', '=x', 'ou=people,', 'ou=people,,dc=test', '1x=a'])('%j is no name', (text) =>
    expect(isDn(text)).toBe(false),
  );

  test('below is below, at any depth, never beside or the same', () => {
    expect(['uid=a', 'uid=a,ou=x'].map((step) => isBelow(`${step},${PEOPLE}`, PEOPLE.toUpperCase()))).toEqual([true, true]);
    expect([PEOPLE, 'dc=test', `uid=a,ou=more-people,dc=example,dc=test`].map((dn) => isBelow(dn, PEOPLE))).toEqual([false, false, false]);
  });

  test.each([
    [PEOPLE, 'ou=revoked,DC=example,dc=test', 'dc=example,dc=test'],
    [PEOPLE, PEOPLE, PEOPLE],
    ['dc=a', 'dc=b', ''],
  ])('what %s and %s lie below', (one, other, above) => expect(commonAncestor(one, other)).toBe(above));

  test.each([
    ['Nguyễn Thị Lan', { cn: 'Nguyễn Thị Lan', sn: 'Nguyễn', givenName: 'Lan' }],
    ['  Lan ', { cn: 'Lan', sn: 'Lan', givenName: 'Lan' }],
    ['Đỗ  Vân', { cn: 'Đỗ Vân', sn: 'Đỗ', givenName: 'Vân' }],
  ])('the names of %s', (name, names) => expect(personNames(name)).toEqual(names));
});

describe('settings', () => {
  test('what was not told follows from what was', () => {
    expect(settings()).toMatchObject({
      variant: 'MOVE',
      startTls: true,
      revokedContainer: 'ou=revoked,dc=example,dc=test',
      searchBase: 'dc=example,dc=test',
      fenceAttribute: 'registryFence',
      objectClasses: ['inetOrgPerson', 'registryMailbox'],
      timeoutMilliseconds: 5_000,
    });
    expect(settings({ fenceAttribute: '-', url: 'ldaps://a' })).toMatchObject({ fenceAttribute: undefined, startTls: false });
    expect(settingsFault(settings())).toBeUndefined();
  });

  test.each<[Record<string, SettingValue>, string]>([
    [{ url: 'http://a' }, 'ldap://'],
    [{ url: 'ldap://me:secret@a' }, 'must not carry'],
    [{ container: 'people' }, 'container'],
    [{ bindDn: 'hopthu' }, 'bindDn'],
    [{ searchBase: 'ou=other,dc=example,dc=test' }, 'searchBase'],
    [{ revokedContainer: 'ou=x,dc=other', searchBase: 'dc=example,dc=test' }, 'revokedContainer'],
    [{ revokedContainer: PEOPLE }, 'must not lie'],
    [{ revokedContainer: 'dc=example,dc=test', searchBase: 'dc=example,dc=test' }, 'must not lie'],
    [{ mailAttribute: 'mail)(uid=*' }, 'mailAttribute'],
    [{ variant: 'ATTRIBUTE', suspendedValue: 'Active' }, 'must differ'],
  ])('%j contradicts itself', (given, words) => {
    const fault = settingsFault(settings(given));
    expect(fault).toContain(words);
    expect(fault).not.toContain('secret');
    const faults = ldapSettingFaults({ settings: { ...told, ...given }, secrets: { bindPassword: 'x' } });
    expect(faults.map(({ path }) => path?.[0])).toContain('settings');
  });

  test('what can be used has no faults; doveadm wants its address and its key', () => {
    const faults = (given: Record<string, SettingValue>, secrets: Record<string, string> = {}) =>
      ldapSettingFaults({ settings: { ...told, ...given }, secrets: { bindPassword: 'x', ...secrets } }).map(({ path }) => path?.[1]);
    expect(faults({})).toEqual([]);
    expect(faults({ doveadmUrl: 'http://127.0.0.1:1' }, { doveadmKey: 'k' })).toEqual([]);
    expect(faults({ doveadmUrl: 'ftp://127.0.0.1' })).toEqual(['doveadmUrl', 'doveadmKey']);
    expect(faults({ passwordScheme: '', variant: 'OTHER' })).toEqual(['variant', 'passwordScheme']);
  });

  test('every field is named once and in both languages', () => {
    expect(new Set(ldapSettingFields.map(({ name }) => name)).size).toBe(ldapSettingFields.length);
    for (const { label } of ldapSettingFields) expect([label.vi, label.en].every((text) => text.length > 2)).toBe(true);
    expect(ldapSettingFields.filter(({ type }) => type === 'SECRET').map(({ name }) => name)).toEqual(['bindPassword', 'doveadmKey']);
  });
});

describe('passwords', () => {
  test.each([
    ['{ARGON2ID}$argon2id$v=19$x', 'ARGON2', '{ARGON2}$argon2id$v=19$x'],
    ['{BLF-CRYPT}$2y$05$x', 'CRYPT', '{CRYPT}$2y$05$x'],
    ['{SHA512-CRYPT}$6$x', 'CRYPT', '{CRYPT}$6$x'],
    ['{SSHA512}x', 'SSHA512', '{SSHA512}x'],
    ['{ARGON2ID}x', 'CRYPT', undefined],
    ['{SSHA512}x', 'SSHA', undefined],
    ['plain', 'SSHA', undefined],
    ['{CRYPT}', 'CRYPT', undefined],
  ])('%s in a directory that checks %s', (hash, scheme, written) => expect(directoryPassword(hash, scheme)).toBe(written));
  test('of a hash only its scheme is said', () => expect([schemeOf('{SSHA}x'), schemeOf('x')]).toEqual(['{SSHA}', 'no scheme']));
});

const raw = (dn: string, values: Record<string, string[]> = {}): RawEntry => ({
  dn,
  values: { objectclass: ['inetOrgPerson', 'registryMailbox'], entryuuid: ['A0'], mail: ['Lan@example.test'], ...values },
});
const found = (dn: string, values: Record<string, string[]> = {}, given: Record<string, SettingValue> = {}) =>
  foundIn(raw(dn, values), settings(given));
const LAN = `uid=lan,${PEOPLE}`;
const GONE = 'uid=lan,ou=revoked,dc=example,dc=test';

describe('states', () => {
  test.each<[string, Record<string, string[]>, Record<string, SettingValue>, string]>([
    [LAN, { mailenabled: ['TRUE'] }, {}, 'ACTIVE'],
    [LAN, { mailenabled: ['FALSE'] }, {}, 'SUSPENDED'],
    [LAN, {}, {}, 'SUSPENDED'],
    [GONE, { mailenabled: ['TRUE'] }, {}, 'REVOKED'],
    [`uid=lan,ou=it,${PEOPLE}`, { mailenabled: ['TRUE'] }, {}, 'REVOKED'],
    [`uid=lan,ou=it,${PEOPLE}`, { mailenabled: ['TRUE'] }, { withSubtree: true }, 'ACTIVE'],
    [`uid=lan,ou=gone,${PEOPLE}`, { mailenabled: ['TRUE'] }, { withSubtree: true, revokedContainer: `ou=gone,${PEOPLE}` }, 'REVOKED'],
    [LAN, { mailstate: ['Active'] }, { variant: 'ATTRIBUTE' }, 'ACTIVE'],
    [LAN, { mailstate: ['revoked'] }, { variant: 'ATTRIBUTE' }, 'REVOKED'],
    [LAN, { mailstate: ['something'] }, { variant: 'ATTRIBUTE' }, 'SUSPENDED'],
    [LAN, { mailstate: ['active'] }, { variant: 'ATTRIBUTE', activeValue: 'on' }, 'SUSPENDED'],
  ])('%s with %j under %j is %s', (dn, values, given, state) => expect(found(dn, values, given).state).toBe(state));

  test('where mail goes is read as it was written', () => {
    for (const given of [
      { forwardAttribute: 'f', keepCopyAttribute: '' },
      { forwardAttribute: 'f', keepCopyAttribute: 'k' },
    ])
      for (const keepCopy of [true, false]) {
        const written = forwardValues({ forwardTo: ['a@b.test'], keepCopy }, 'lan@example.test', settings(given));
        const values = Object.fromEntries(written.map(({ attribute, values }) => [attribute, values]));
        expect(forwardingOf(found(LAN, values, given), settings(given))).toEqual({ forwardTo: ['a@b.test'], keepCopy });
      }
    expect(forwardingOf(found(LAN), settings())).toBeUndefined();
    expect(forwardingOf(found(LAN), settings({ forwardAttribute: 'f' }))).toEqual({ forwardTo: [], keepCopy: true });
  });
});

describe('steps', () => {
  const order = (fence: number) => ({
    accountId: 'a0',
    address: 'lan@example.test',
    fence,
    name: 'Lan',
    passwordHash: '{ARGON2ID}$secret',
    quotaMb: 9,
  });
  const texts = (
    operation: Operation,
    fence: number,
    entries = [found(LAN, { mailenabled: ['TRUE'], registryfence: ['3'] })],
    taken?: Set<string>,
  ) => {
    const decision = decided(operation, order(fence), entries, settings(), taken);
    return decision.kind === 'REFUSED' ? decision.message : decision.steps.map(ldifOf);
  };

  test('to revoke: one modification under the fence, then the move under the very same', () => {
    expect(texts('REVOKE', 4)).toEqual([
      `# only if (&(entryUUID=a0)(!(registryFence>=5)))\ndn: ${LAN}\nchangetype: modify\nreplace: mailEnabled\nmailEnabled: FALSE\n-\nreplace: registryFence\nregistryFence: 4\n-`,
      `# only if (&(entryUUID=a0)(registryFence=4))\ndn: ${LAN}\nchangetype: modrdn\nnewrdn: uid=lan\ndeleteoldrdn: 1\nnewsuperior: ou=revoked,dc=example,dc=test`,
    ]);
  });

  test('what stands already is written once more with a newer fence, and not at all with the same', () => {
    expect(texts('RESTORE', 4)).toEqual([expect.stringContaining('mailEnabled: TRUE')]);
    expect(texts('RESTORE', 3)).toEqual([]);
    expect(texts('RESTORE', 2)).toBe(NEWER_ORDER);
    expect(decided('RESTORE', order(4), [found(LAN, { mailenabled: ['TRUE'] })], settings())).toMatchObject({ differs: false });
  });

  test('a new entry is named by the local part, else by the address, else not at all', () => {
    const made = (taken: string[]) => {
      const decision = decided('PROVISION', order(1), [], settings({ variant: 'ATTRIBUTE' }), new Set(taken));
      return decision.kind === 'REFUSED' ? decision.message : decision.steps.map(ldifOf).join('\n\n');
    };
    expect(made([])).toContain(`dn: uid=lan,${PEOPLE}\nchangetype: add\nobjectClass: inetOrgPerson`);
    expect(made([LAN])).toContain(`dn: uid=lan@example.test,${PEOPLE}`);
    expect(made([LAN, `uid=lan@example.test,${PEOPLE}`])).toContain('other entries bear the names');
  });

  test('where entries are moved a new one is made out of sight, then moved while its order is the last one', () => {
    expect(texts('PROVISION', 1, [])).toEqual([
      expect.stringContaining(`dn: ${GONE}\nchangetype: add\nobjectClass: inetOrgPerson`),
      `# only if (registryFence=1)\ndn: ${GONE}\nchangetype: modrdn\nnewrdn: uid=lan\ndeleteoldrdn: 1\nnewsuperior: ${PEOPLE}`,
    ]);
    expect(ldifOf(takingBack(found(GONE), order(1), settings()))).toBe(
      `# only if (&(entryUUID=a0)(registryFence=1))\ndn: ${GONE}\nchangetype: delete`,
    );
  });

  test('no text of a step holds the password', () => {
    const all = [...texts('PROVISION', 1, []), ...texts('RESET_PASSWORD', 4)].join('\n');
    expect(all).not.toContain('secret');
    expect(all.match(/userPassword: \(not shown\)/g)).toHaveLength(2);
  });

  test('a value that LDIF would read otherwise is written in base64', () => {
    const text = ldifOf({
      kind: 'ADD',
      dn: 'cn=Đỗ,dc=test',
      attributes: [{ attribute: 'cn', values: ['Đỗ', ' a', 'b ', ':c', '<d', 'e\nf', 'g'] }],
    });
    expect(text.split('\n').filter((line) => line.includes(':: '))).toHaveLength(7);
    expect(text).toContain('cn: g');
  });

  test('the address of another, an account that is not there, two of one id', () => {
    const other = found(`uid=x,${PEOPLE}`, { entryuuid: ['b1'] });
    expect(texts('PROVISION', 1, [other])).toContain('another account holds this address: lan@example.test');
    expect(texts('REVOKE', 4, [found(LAN), other])).toContain('another account holds this address');
    expect(texts('REVOKE', 4, [other])).toBe('there is no such account');
    expect(texts('REVOKE', 4, [found(LAN), found(GONE)])).toContain('several entries carry this account id');
  });

  test('an entry that names itself by what is replaced keeps its name', () => {
    const named = found(`cn=lan,${PEOPLE}`, { cn: ['lan'] });
    const decision = decided('PROVISION', order(4), [named], settings());
    expect(decision.kind === 'STEPS' && decision.steps.map(ldifOf).join()).toContain('replace: cn\ncn: Lan\ncn: lan\n-');
  });
});

describe('what the directory says', () => {
  test.each([
    [51, true],
    [52, true],
    [50, false],
    [53, false],
    [65, false],
    [68, false],
  ])('code %i passes by itself: %s', (code, passes) => expect(isPassing(code)).toBe(passes));
  test('a refusal is a name, a number and the words of the directory', () => {
    expect(refusalText(50, 'no write access to parent Code: 0x32')).toBe('insufficientAccessRights (50): no write access to parent');
    expect(refusalText(122, 'Code: 0x7a')).toBe('assertionFailed (122)');
    expect(refusalText(99, ' Code: 0x63')).toBe('refused (99)');
  });
  test('secrets are blanked', () => expect(blanked('pw=topsecret', ['topsecret', ''])).toBe('pw=(not shown)'));
});
