/**
 * Are the tables of the audit log what they seem? A table under another name, a view or row security in its place, or a guard switched off
 * shows one thing to whoever verifies and another to everybody else, and no hash would tell (G-22, docs/adr/0010).
 */

export interface TableFacts {
  name: string;
  /** As in pg_class; null where schema public has nothing of that name. */
  kind: string | null;
  persistence: string | null;
  isPartition: boolean;
  hasRowSecurity: boolean;
  hasRules: boolean;
  isInherited: boolean;
  /** Whether its plain name leads to it. */
  isMeant: boolean;
}

export interface TriggerFacts {
  name: string;
  table: string;
  /** Bits of when it fires, as in pg_trigger. */
  type: number;
  enabled: string;
  /** Only for some columns or on a condition. */
  isPartial: boolean;
  calls: string;
}

export interface ShapeFacts {
  tables: readonly TableFacts[];
  triggers: readonly TriggerFacts[];
  /** Our functions, with a fingerprint of what they do; null where there is none. */
  functions: readonly { name: string; fingerprint: string | null }[];
  /** Relations of the same names where a connection could meet them: schema and name. */
  shadows: readonly string[];
  /** Settings kept for roles and databases that bend what is read. */
  settings: readonly string[];
  replication: string;
}

export type ShapeKind =
  | 'GONE'
  | 'NOT_A_TABLE'
  | 'ROW_SECURITY'
  | 'RULE'
  | 'INHERITANCE'
  | 'NOT_MEANT'
  | 'STRANGE_TRIGGER'
  | 'GUARD_OFF'
  | 'FUNCTION'
  | 'SHADOW'
  | 'SETTING'
  | 'REPLICATION';

export interface ShapeFault {
  kind: ShapeKind;
  /** What it is about: a table, trigger, function or setting. */
  name: string;
}

export const SHAPED_TABLES = ['audit_event', 'audit_mention', 'audit_head', 'migration'] as const;

const [BEFORE, EACH_ROW, DELETE, UPDATE, TRUNCATE] = [2, 1, 8, 16, 32];

/** Our triggers: table and name, and when they fire. */
const GUARDS = new Map(
  ['audit_event', 'audit_mention'].flatMap((table): [string, number][] => [
    [`${table}.${table}_append_only`, BEFORE | EACH_ROW | DELETE | UPDATE],
    [`${table}.${table}_never_emptied`, BEFORE | TRUNCATE],
  ]),
);
const GUARD_FUNCTION = 'public.audit_append_only';

/** Fingerprints of our functions as the migrations make them. */
export const FUNCTIONS: Readonly<Record<string, string>> = {
  'public.audit_append_only()': '10dcbe3d9b675aaa1e10c40a580ef7bfbbb0a64c1a83bacd96b9609ad3521fef',
  'public.audit_erase_details(integer)': '407346295c1d69edc4698db3993b062b89943872fa92f366433008537ba2698b',
};

const stays = (enabled: string): boolean => enabled === 'O' || enabled === 'A';

function faultsOfTable(table: TableFacts): ShapeKind[] {
  if (table.kind === null) return ['GONE'];
  if (table.kind !== 'r' || table.persistence !== 'p' || table.isPartition) return ['NOT_A_TABLE'];
  const kinds: [ShapeKind, boolean][] = [
    ['ROW_SECURITY', table.hasRowSecurity],
    ['RULE', table.hasRules],
    ['INHERITANCE', table.isInherited],
    ['NOT_MEANT', !table.isMeant],
  ];
  return kinds.filter(([, is]) => is).map(([kind]) => kind);
}

/** What is not as the migrations made it; nothing where all is. */
export function shapeFaults(facts: ShapeFacts): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const found = (kind: ShapeKind, name: string) => void faults.push({ kind, name });
  for (const table of facts.tables) for (const kind of faultsOfTable(table)) found(kind, table.name);
  const unseen = new Map(GUARDS);
  for (const { table, name, type, enabled, isPartial, calls } of facts.triggers) {
    const own = `${table}.${name}`;
    const ours = GUARDS.get(own);
    if (ours === undefined) found('STRANGE_TRIGGER', own);
    else if (type === ours && stays(enabled) && !isPartial && calls === GUARD_FUNCTION) unseen.delete(own);
  }
  const standing = new Set(facts.tables.filter(({ kind }) => kind === 'r').map(({ name }) => name));
  // Where the table itself is not there, its guards are no news.
  for (const name of unseen.keys()) if (standing.has(name.split('.')[0]!)) found('GUARD_OFF', name);
  for (const [name, fingerprint] of Object.entries(FUNCTIONS)) {
    if (facts.functions.find((one) => one.name === name)?.fingerprint !== fingerprint) found('FUNCTION', name);
  }
  for (const name of facts.shadows) found('SHADOW', name);
  for (const name of facts.settings) found('SETTING', name);
  if (facts.replication !== 'origin') found('REPLICATION', facts.replication);
  return faults;
}
