/** Is every right announced, every type with personal data under rights, and docs/rights.md what the access files say? */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, isObjectType } from 'graphql';
import { guarded } from '../../server/api/access.js';
import { rightsOfTypes } from '../../server/app-resolvers.js';
import { hopthuSchema } from '../../server/app.js';
import { codeRights } from '../../server/identity/access-code-holder.js';
import { allRights } from '../../server/identity/all-rights.js';
import { everyone } from '../../server/api/access.js';
import { fieldsOf, open, type Right } from '../../server/identity/right.js';
import { rightsPage } from './rights-page.js';
import { pathsOf, read, root } from './source.js';

/** Types without rights of their own, and why they need none. */
const NEEDS_NONE: Readonly<Record<string, string>> = {
  'figures, not persons':
    'CoverageDay PolicyTrial ReviewFile TierFigures UsageFigures UsagePolicy TrainingEffect TrainerEffect TrainingDemandFigure',
  'shown to oneself alone': 'CalendarLink Factors Passkey Session Viewer Invitation',
  'words of the house': 'PageInfo UserError DecisionResult',
  'told by commands and doors of administrators alone, of mail systems':
    'MailChange MailSetting MailSystemKindInfo MailSettingField MailSettingChoice MailCheckStep MailMatchFigure MailMatch MailMatchSide DriftRepair',
};

const accessFiles = pathsOf('server').filter((path) => path.endsWith('.access.ts'));

const isRight = (value: unknown): value is Right<never> =>
  typeof value === 'object' && value !== null && 'name' in value && 'holders' in value;

test('every right of every access file is announced, under a name of its own (G-15)', async () => {
  const announced = new Set(allRights().map(({ name }) => name));
  const lost: string[] = [];
  const seen = new Map<string, string>();
  for (const path of accessFiles) {
    const exported = (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
    for (const group of Object.values(exported)) {
      if (typeof group !== 'object' || group === null || Object.values(group).some((value) => !isRight(value))) continue;
      for (const { name } of Object.values(group) as Right<never>[]) {
        if (seen.has(name)) lost.push(`${name} is in ${path} and in ${seen.get(name)}`);
        seen.set(name, path);
        if (!announced.has(name)) lost.push(`${name} of ${path} is not announced (app-resolvers.ts): me { rights } would not tell it`);
      }
    }
  }
  expect(lost).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
});

test('every type is under rights field by field, or is one that needs none (G-15)', () => {
  const none = Object.values(NEEDS_NONE).flatMap((names) => names.split(' '));
  const isPlumbing = (name: string) =>
    /(Payload|Connection|Edge)$/.test(name) || ['Query', 'Mutation'].includes(name) || name.startsWith('__');
  const types = Object.values(hopthuSchema().getTypeMap())
    .filter(isObjectType)
    .map(({ name }) => name);
  const unclassified = types.filter(
    (name) => !isPlumbing(name) && !rightsOfTypes[name as keyof typeof rightsOfTypes] && !none.includes(name),
  );
  expect(unclassified).toEqual([]);
  expect(none.filter((name) => !types.includes(name) || name in rightsOfTypes)).toEqual([]);
});

test('a field that is neither open nor under a right does not build (G-15)', () => {
  const schemaWith = (fields: string[]) =>
    new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { thing: { type: GraphQLString, extensions: { access: everyone } } } }),
      types: [
        new GraphQLObjectType({ name: 'Officer', fields: Object.fromEntries(fields.map((name) => [name, { type: GraphQLString }])) }),
      ],
    });
  expect(() => guarded(schemaWith(['id', 'salary']), { Officer: fieldsOf('id') })).toThrow('Officer.salary is neither open');
  expect(() => guarded(schemaWith(['id']), { Officer: fieldsOf('id salary') })).toThrow('Officer.salary has a right and is no field');
  expect(() => guarded(schemaWith(['id', 'salary']), { Officer: { id: open, salary: open } })).not.toThrow();
});

test('docs/rights.md is what the access files say; `node .config/rights.mjs` writes it anew', () => {
  expect(read('docs/rights.md').text).toBe(rightsPage(allRights(), rightsOfTypes, codeRights));
});
