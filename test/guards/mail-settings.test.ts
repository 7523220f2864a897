/** Are the tables of settings in docs/mail-systems.md what the program asks for? */
import { expect, test } from '@jest/globals';
import { CONNECTOR_KINDS } from '../../server/provisioning/connector-kinds.js';
import { withMailSettings } from './mail-settings-tables.js';
import { read } from './source.js';

const page = read('docs/mail-systems.md').text;

test('docs/mail-systems.md is current; `node .config/mail-settings.mjs` writes its tables anew', () =>
  expect(page).toBe(withMailSettings(page, CONNECTOR_KINDS)));

test('another field makes another table, and a kind without a table is found', () => {
  const { SQL } = CONNECTOR_KINDS;
  expect(withMailSettings(page, { ...CONNECTOR_KINDS, SQL: { ...SQL, fields: SQL.fields.slice(1) } })).not.toBe(page);
  expect(() => withMailSettings('', CONNECTOR_KINDS)).toThrow('no table of SQL, LDAP, SCIM');
});
