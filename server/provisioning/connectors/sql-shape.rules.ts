/**
 * What does the table of a mail system look like, and can what was told of it be used? The usual settings describe the product's own table
 * (`sql-schema.ts`); a site that has a table already tells its names and values. Names go into statements, so they are checked strictly and quoted.
 */
import type { Reason } from '../../kernel/refusal.js';
import type { AccountState } from '../connector.js';
import { settingFaults, type SettingField, type SettingValue, type Told, withUsual } from '../setting-fields.rules.js';
import { sqlMessages, sqlSettingTexts } from './sql.messages.js';

/** Stands for a column or value that the site does not have. */
const NONE = '-';

const field = (
  name: keyof typeof sqlSettingTexts,
  type: SettingField['type'] = 'TEXT',
  more: Omit<Partial<SettingField>, 'name' | 'type'> = {},
): SettingField => ({ name, type, ...sqlSettingTexts[name], ...more });
const usual = (name: keyof typeof sqlSettingTexts, value: SettingValue, type?: SettingField['type']): SettingField =>
  field(name, type, { usual: value });

export const sqlSettingFields: SettingField[] = [
  field('databaseUrl', 'SECRET', { isRequired: true }),
  field('doveadmUrl'),
  field('doveadmKey', 'SECRET', { sentBy: ['doveadmUrl'] }),
  usual('endOthersToo', false, 'YES_NO'),
  usual('asksDovecot', true, 'YES_NO'),
  usual('table', 'mailbox'),
  usual('idColumn', 'id'),
  usual('addressColumn', 'address'),
  usual('domainColumn', 'domain'),
  usual('nameColumn', 'full_name'),
  usual('passwordColumn', 'password_hash'),
  usual('stateColumn', 'state'),
  usual('stateActive', 'active'),
  usual('stateSuspended', 'suspended'),
  usual('stateRevoked', 'revoked'),
  usual('forwardColumn', 'forward_to'),
  field('forwardForm', 'CHOICE', {
    usual: 'ARRAY',
    choices: [
      { value: 'ARRAY', label: sqlMessages.array },
      { value: 'COMMAS', label: sqlMessages.commas },
    ],
  }),
  usual('keepCopyColumn', 'keep_copy'),
  usual('quotaColumn', 'quota_mb'),
  field('quotaUnit', 'CHOICE', {
    usual: 'MB',
    choices: [
      { value: 'MB', label: sqlMessages.megabytes },
      { value: 'BYTES', label: sqlMessages.bytes },
    ],
  }),
  usual('fenceColumn', 'fence'),
  usual('updatedColumn', 'updated_at'),
  field('otherColumns', 'LONG_TEXT'),
  field('timeLimitSeconds', 'NUMBER', { usual: 5, least: 1, most: 30 }),
];

/** Columns that every table has, and those that it may lack. */
const NEEDED = ['id', 'address', 'password', 'state', 'fence'] as const;
const POSSIBLE = ['domain', 'name', 'forward', 'keepCopy', 'quota', 'updated'] as const;
type Needed = (typeof NEEDED)[number];
type Possible = (typeof POSSIBLE)[number];
export type Columns = Record<Needed, string> & Partial<Record<Possible, string>>;

export interface Shape {
  /** Quoted, like every name here. */
  table: string;
  columns: Columns;
  /** SUSPENDED is missing where the site has no such state. */
  states: { ACTIVE: string; REVOKED: string; SUSPENDED?: string };
  forwardForm: 'ARRAY' | 'COMMAS';
  quotaUnit: 'MB' | 'BYTES';
  /** Columns written with a new account only; the second is a template. */
  others: readonly (readonly [string, string])[];
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const quoted = (name: string): string => {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name of a table or column.`);
  return `"${name}"`;
};

const LINE = /^\s*([A-Za-z_][A-Za-z0-9_]{0,62})\s*=\s*(.*?)\s*$/;
const linesOf = (text: SettingValue | undefined): string[] =>
  String(text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '');

const fault = (name: string, text: Reason['message']['text'], values: Record<string, string | number> = {}): Reason => ({
  code: 'INVALID',
  path: ['settings', name],
  message: { text, values: { name, ...values } },
});

function nameFaults(all: Readonly<Record<string, SettingValue>>): Reason[] {
  const isNamed = (name: string) => NAME.test(String(all[name]));
  const table = String(all['table']).split('.');
  const others = linesOf(all['otherColumns']);
  const known = [...NEEDED, ...POSSIBLE].map((column) => [`${column}Column`, String(all[`${column}Column`])] as const);
  const written = [...known, ...others.map((line) => ['otherColumns', LINE.exec(line)?.[1] ?? NONE] as const)];
  const used = new Set<string>();
  const twice = written.flatMap(([name, column]) => {
    if (column === NONE) return [];
    if (used.has(column)) return [fault(name, sqlMessages.sameColumn)];
    used.add(column);
    return [];
  });
  return [
    ...(table.length > 2 || !table.every((part) => NAME.test(part)) ? [fault('table', sqlMessages.identifier)] : []),
    ...NEEDED.filter((column) => !isNamed(`${column}Column`)).map((column) => fault(`${column}Column`, sqlMessages.identifier)),
    ...POSSIBLE.filter((column) => all[`${column}Column`] !== NONE && !isNamed(`${column}Column`)).map((column) =>
      fault(`${column}Column`, sqlMessages.identifier),
    ),
    ...others.flatMap((line, i) => (LINE.test(line) ? [] : [fault('otherColumns', sqlMessages.otherColumns, { line: i + 1 })])),
    ...twice,
  ];
}

function stateFaults(all: Readonly<Record<string, SettingValue>>): Reason[] {
  const [active, suspended, revoked] = ['stateActive', 'stateSuspended', 'stateRevoked'].map((name) => String(all[name]));
  return [
    ...(suspended === active ? [fault('stateSuspended', sqlMessages.sameState)] : []),
    ...(revoked === active || revoked === suspended ? [fault('stateRevoked', sqlMessages.sameState)] : []),
  ];
}

/** Its parts are written with % where they need it, or the driver cannot read it. */
function isDatabaseUrl(url: string): boolean {
  if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '')) return false;
  try {
    return decodeURIComponent(url) !== '';
  } catch {
    return false;
  }
}

/** Without a login: the key is the secret, and addresses are shown. */
export function isDoveadmUrl(told: SettingValue): boolean {
  const url = URL.parse(String(told));
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}

function doorFaults({ settings, secrets }: Told): Reason[] {
  const { databaseUrl, doveadmKey } = secrets;
  const { doveadmUrl } = settings;
  return [
    ...(databaseUrl && !isDatabaseUrl(databaseUrl) ? [fault('databaseUrl', sqlMessages.databaseUrl)] : []),
    ...(doveadmUrl && !isDoveadmUrl(doveadmUrl) ? [fault('doveadmUrl', sqlMessages.doveadmUrl)] : []),
    ...(doveadmUrl && !doveadmKey ? [fault('doveadmKey', sqlMessages.doveadmKey)] : []),
  ];
}

/** What keeps these settings from being used; more than `settingFaults` can tell from the fields alone. */
export function sqlSettingFaults(told: Told): Reason[] {
  const plain = settingFaults(sqlSettingFields, told);
  if (plain.length > 0) return plain;
  const all = withUsual(sqlSettingFields, told.settings);
  return [...nameFaults(all), ...stateFaults(all), ...doorFaults(told)];
}

/** The table that the settings describe. Throws where a name could not be one, whatever was checked before. */
export function shapeOf(settings: Readonly<Record<string, SettingValue>>): Shape {
  const all = withUsual(sqlSettingFields, settings);
  const text = (name: string): string => String(all[name]);
  const needed = NEEDED.map((column) => [column, quoted(text(`${column}Column`))] as const);
  const possible = POSSIBLE.filter((column) => text(`${column}Column`) !== NONE).map(
    (column) => [column, quoted(text(`${column}Column`))] as const,
  );
  const suspended = text('stateSuspended');
  return {
    table: text('table').split('.').map(quoted).join('.'),
    columns: Object.fromEntries([...needed, ...possible]) as Columns,
    states: {
      ACTIVE: text('stateActive'),
      REVOKED: text('stateRevoked'),
      ...(suspended !== NONE && { SUSPENDED: suspended }),
    },
    forwardForm: text('forwardForm') === 'COMMAS' ? 'COMMAS' : 'ARRAY',
    quotaUnit: text('quotaUnit') === 'BYTES' ? 'BYTES' : 'MB',
    others: linesOf(all['otherColumns']).map((line) => {
      const [, column = '', template = ''] = LINE.exec(line) ?? [];
      return [quoted(column), template] as const;
    }),
  };
}

/** The state that a stored value means; undefined where the site uses a value that nobody told. */
export const stateMeant = ({ states }: Shape, value: string | null): AccountState | undefined =>
  (Object.keys(states) as AccountState[]).find((state) => states[state] === value);
