// Writes the tables of settings in docs/mail-systems.md from the fields of each kind of mail system: node .config/mail-settings.mjs
import './register.mjs';
import { readFileSync, writeFileSync } from 'node:fs';

const { CONNECTOR_KINDS } = await import('../server/provisioning/connector-kinds.ts');
const { withMailSettings } = await import('../test/guards/mail-settings-tables.ts');
const page = new URL('../docs/mail-systems.md', import.meta.url);
writeFileSync(page, withMailSettings(readFileSync(page, 'utf8'), CONNECTOR_KINDS));
