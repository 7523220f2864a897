/** Which kinds of mail systems can be reached, what must be told of each, and how is a connector made? The one list. */
import type { Text } from '../kernel/language.js';
import type { Reason } from '../kernel/refusal.js';
import type { MailConnector } from './connector.js';
import { fileConnector } from './connectors/file.js';
import { ldapConnector } from './connectors/ldap.js';
import { ldapSettingFaults } from './connectors/ldap-setting-faults.rules.js';
import { ldapSettingFields } from './connectors/ldap-settings.rules.js';
import { scimConnector } from './connectors/scim.js';
import { scimSettingFaults, scimSettingFields } from './connectors/scim-settings.rules.js';
import { sqlConnector } from './connectors/sql.js';
import { sqlSettingFaults, sqlSettingFields } from './connectors/sql-shape.rules.js';
import { type SettingField, settingFaults, type SettingValue, type Told, withUsual } from './setting-fields.rules.js';
import type { MailSystemKind } from './vocabulary.js';

export interface ConnectorKind {
  name: Text;
  fields: readonly SettingField[];
  /** What keeps these settings from being used. */
  faults(told: Told): Reason[];
  make(name: string, settings: Readonly<Record<string, SettingValue>>, secrets: Readonly<Record<string, string>>): MailConnector;
}

export const CONNECTOR_KINDS: Readonly<Record<MailSystemKind, ConnectorKind>> = {
  SQL: {
    name: { vi: 'Bảng dữ liệu của Postfix và Dovecot (SQL)', en: 'Tables that Postfix and Dovecot read (SQL)' },
    fields: sqlSettingFields,
    faults: sqlSettingFaults,
    make: sqlConnector,
  },
  LDAP: {
    name: { vi: 'Thư mục LDAP', en: 'LDAP directory' },
    fields: ldapSettingFields,
    faults: ldapSettingFaults,
    make: (name, settings, secrets) => ldapConnector(name, settings, secrets),
  },
  SCIM: {
    name: { vi: 'Dịch vụ SCIM 2.0', en: 'SCIM 2.0 service' },
    fields: scimSettingFields,
    faults: (told) => {
      const plain = settingFaults(scimSettingFields, told);
      return plain.length > 0 ? plain : scimSettingFaults({ ...told, settings: withUsual(scimSettingFields, told.settings) });
    },
    make: scimConnector,
  },
  FILE: {
    name: { vi: 'Tệp bàn giao (không có giao diện)', en: 'Hand-over file (no interface)' },
    fields: [],
    faults: (told) => settingFaults([], told),
    make: (name) => fileConnector(name),
  },
};
