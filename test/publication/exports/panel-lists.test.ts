/** Every list of the panel, and every list of the API, can be exported whole, in the words of the panel. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';
import { messages as en } from '../../../admin/shell/messages.en.js';
import { messages as vi } from '../../../admin/shell/messages.vi.js';
import { exportedLists } from '../../../server/publication/exports/lists.js';
import * as values from '../../../server/publication/exports/values.messages.js';
import { codeOf } from '../../guards/source.js';
import { flat } from '../../guards/translations.js';

const panel = codeOf('admin').filter(({ path }) => /\.tsx?$/.test(path));
const LIST = /<(?:ListPage|SubList|ExportButton)\b/;

/** Lists of the schema without a file of their own, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  awardEligibility: 'the answers to codes that were typed; the page saves them itself',
  awardTitles: 'four titles',
  contactSubstitutes: 'seldom more than one',
  evidenceCoverage: 'days of a picture, whose table is saved beside it',
  mailOrderPlan: 'what one order would do',
  mailSystemKinds: 'what a form is made of',
  mySessions: 'of oneself, a handful',
  paperLayout: 'measures of a page, of a form',
  paperTemplates: 'texts of a form',
  plannedMergers: 'a notice on a page, seldom more than one',
  publishedLists: 'published with files of their own (P-1)',
  retentionPreview: 'a column of the table of periods',
  retentionRuns: 'the latest removals, on record',
  reviewDefinitions: 'a handful, of a form',
  trainerEffects: 'a picture, whose table is saved beside it',
  trainingClassProposals: 'a proposal for a capacity that was typed',
  trainingCourses: 'a choice of a form, a handful',
  usagePolicies: 'versions of a form',
};

/** Pages of the panel that show a list of their own making, and the lists they are exported as. */
const OWN_PAGES: Readonly<Record<string, string[]>> = {
  'admin/api-keys/ApiKeyList.tsx': ['apiKeys'],
  'admin/committees/CommitteeList.tsx': ['committees', 'seats'],
  'admin/decisions/DocketsPage.tsx': ['dockets'],
  'admin/mail-systems/MailSystemList.tsx': ['mailSystems'],
  'admin/mail-systems/Comparisons.tsx': ['comparisons'],
  'admin/exclusions/ExclusionList.tsx': ['exclusions'],
  'admin/demand/DemandList.tsx': ['demand'],
  'admin/webhooks/WebhookPage.tsx': ['webhooks'],
  'admin/classes/RosterSections.tsx': ['roster'],
};

/** Nouns whose page shows no list. */
const NO_LIST = ['keeping'];

const exportsIn = (text: string): string[] => [...text.matchAll(/<ExportMenu\s+list="(\w+)"/g)].map(([, name]) => name!);
const fileNames = panel.flatMap(({ path, text }) =>
  [...text.matchAll(/: NounDocuments = \{([\s\S]*?)\};/g)].map(([, body]) => ({ path, file: /\bfile: '(\w+)'/.exec(body!)?.[1] })),
);

describe('a list of the panel', () => {
  test('names what the server exports it as, in its documents', () => {
    const lists = panel.filter(({ path, text }) => LIST.test(text) && !path.startsWith('admin/ui/'));
    expect(lists.length).toBeGreaterThan(12);
    const without = fileNames.filter(({ file }) => !file).map(({ path }) => path);
    // What is printed is no list on a screen.
    expect(without).toEqual(['admin/letters/documents.ts']);
    expect(fileNames.filter(({ file }) => file && !exportedLists.has(file))).toEqual([]);
  });

  test('that is no table has its own button', () => {
    const found = Object.fromEntries(
      panel
        .filter(({ path, text }) => exportsIn(text).length && !path.startsWith('admin/ui/'))
        .map(({ path, text }) => [path, exportsIn(text)]),
    );
    expect(found).toEqual(OWN_PAGES);
    expect(
      Object.values(found)
        .flat()
        .filter((name) => !exportedLists.has(name)),
    ).toEqual([]);
  });

  test('every noun has a button somewhere in its folder', () => {
    const folders = [...readFileSync('admin/nouns.ts', 'utf8').matchAll(/from '\.\/([\w-]+)\/index\.js'/g)].map(([, name]) => name!);
    expect(folders.length).toBeGreaterThan(15);
    const without = folders.filter(
      (folder) => !panel.some(({ path, text }) => path.startsWith(`admin/${folder}/`) && (LIST.test(text) || exportsIn(text).length)),
    );
    expect(without).toEqual(NO_LIST);
  });
});

describe('a list of the API', () => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  test('is exported, or it is said why not', () => {
    const lists = Object.values(schema.getQueryType()!.getFields()).filter(({ type }) => {
      const plain = isNonNullType(type) ? type.ofType : type;
      return isListType(plain) || getNamedType(plain).name.endsWith('Connection');
    });
    const exported = new Set([...exportedLists.values()].map(({ field }) => field));
    const left = lists.map(({ name }) => name).filter((name) => !exported.has(name));
    expect(left.sort()).toEqual(Object.keys(WITHOUT).sort());
  });

  test('has columns whose fields there are, and a word for every value of an enumeration', () => {
    const faults: string[] = [];
    for (const [name, { field, inner, columns, about }] of exportedLists) {
      const start = getNamedType(schema.getQueryType()!.getFields()[field]!.type);
      for (const path of [...columns.flatMap(({ paths }) => paths), ...(about ? [about] : [])]) {
        if (path === 'value') continue;
        const steps = path.startsWith('of.') ? path.split('.').slice(1) : [...(inner ? [/^\w+/.exec(inner)![0]] : []), ...path.split('.')];
        let type = start;
        for (const step of steps) {
          const of = isObjectType(type) ? (type.getFields()['nodes'] ? getNamedType(type.getFields()['nodes']!.type) : type) : undefined;
          const next = isObjectType(of) ? of.getFields()[step] : undefined;
          if (!next) {
            faults.push(`${name}: ${path}`);
            break;
          }
          type = getNamedType(next.type);
        }
        const column = columns.find(({ paths }) => paths[0] === path);
        if (!isEnumType(type) || !column?.table) continue;
        const table = column.table;
        if (Object.keys(table).length)
          faults.push(...type.getValues().flatMap((one) => (table[one.name] ? [] : [`${name}: ${path} ${one.name}`])));
      }
    }
    expect(faults).toEqual([]);
  });
});

test('the values of enumerations are written as the panel writes them', () => {
  const texts = new Set([...flat(vi)].map(([key, text]) => `${text} | ${flat(en).get(key)}`));
  const { IMPORT_STATES: _own, YES_NO: _yes, ...ofPanel } = values;
  const strange = Object.entries(ofPanel).flatMap(([table, words]) =>
    Object.entries(words).flatMap(([value, text]) => (texts.has(`${text.vi} | ${text.en}`) ? [] : [`${table}.${value}`])),
  );
  expect(strange).toEqual([]);
});
