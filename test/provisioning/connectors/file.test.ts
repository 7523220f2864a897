import { describe, expect, test } from '@jest/globals';
import { type MailConnector, type NewAccount, Unreachable } from '../../../server/provisioning/connector.js';
import { fileConnector, isHandedOver } from '../../../server/provisioning/connectors/file.js';
import { scimConnector } from '../../../server/provisioning/connectors/scim.js';
import { scimSettingFields } from '../../../server/provisioning/connectors/scim-settings.rules.js';
import { withUsual } from '../../../server/provisioning/setting-fields.rules.js';
import { walked } from './scim-desk.js';

const connector: MailConnector = fileConnector('huyen-a');
const account: NewAccount = {
  accountId: 'm-1',
  address: 'lan@city.example',
  fence: 1,
  name: 'Nguyễn Thị Lan',
  passwordHash: '{TEST}secret-of-a-test',
  quotaMb: 200,
  forwardTo: ['x@y.example'],
  keepCopy: true,
};

describe('a mail system without an interface', () => {
  test('is told apart from those that have one', () => {
    expect(isHandedOver(connector)).toBe(true);
    expect(isHandedOver({ ...connector, name: 'wrapped' })).toBe(true);
    expect(isHandedOver(scimConnector('scim', withUsual(scimSettingFields, { baseUrl: 'https://thu.example' }), { secret: 'x' }))).toBe(
      false,
    );
  });

  test('carries nothing out itself', async () => {
    const operations = [
      connector.provision(account),
      connector.suspend(account),
      connector.restore(account),
      connector.revoke(account),
      connector.resetPassword(account, account.passwordHash),
      connector.forward(account, account),
    ];
    for (const each of await Promise.allSettled(operations)) expect(each).toMatchObject({ status: 'rejected' });
  });

  test('knows nothing about accounts, and says so', async () => {
    await expect(connector.observe(account)).rejects.toThrow(Unreachable);
    expect(await walked(connector.list())).toEqual({ accounts: [], isWhole: false, problem: expect.stringContaining('no interface') });
    expect(connector.capabilities()).toMatchObject({ list: 'none', verify: 'none', resetPassword: false, forward: false });
    expect(await connector.check()).toMatchObject({ isWell: true, steps: [{ name: { vi: expect.stringContaining('tệp') } }] });
    await connector.close();
  });

  test('plans a row, without a secret', async () => {
    expect(await connector.plan('REVOKE', account)).toEqual([
      { means: 'file', text: 'a row of the file: REVOKE lan@city.example (Nguyễn Thị Lan)' },
    ]);
    for (const operation of ['PROVISION', 'RESET_PASSWORD', 'FORWARD'] as const) {
      const text = JSON.stringify(await connector.plan(operation, account));
      expect(text).not.toContain('secret-of-a-test');
      expect(text.includes('nothing is written')).toBe(operation !== 'PROVISION');
    }
  });
});
