/** Who may read what of published lists: the public one everybody, without signing in (G-15); a part of rights-table.ts. */
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { DECISIONS, EMPTY, type Who } from './rights-who.js';
import type { Things } from './rights-world.js';

export const PUBLIC_SLUG = 'danh-sach-rights';

const LIST = `publishedList(slug: "${PUBLIC_SLUG}")`;
const ALL = 'anybody';

const SECRETARY = 'SECRETARY';
const papers = (t: Things) => `decision(id: "${t.decisions.filed}") { papers { * } }`;
/** Not for a member who takes no part; the officer has the own decision, notice and file, the contact the decision. */
const PAPERS: FieldsOf = { who: DECISIONS, exceptions: { 'COMMITTEE_MEMBER+OFFICER other': 'nothing' } };
const CASES = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT, OFFICER, paper code';

export const PUBLICATION_TYPES: Readonly<Record<string, TypeRow>> = {
  PublishedList: {
    at: () => `${LIST} { * }`,
    door: ALL,
    fields: {
      'slug title version audience publishedAt expiresOn legalBasis windowFrom windowTo isUp figures agencies rows': ALL,
      'withdrawnAt withdrawReason supersededBy corrections': EMPTY,
    },
  },
  Paper: {
    at: papers,
    door: CASES,
    fields: {
      'kind aboutId title state path code number datedOn version signedOn signedBy scan': PAPERS,
      availableActions: SECRETARY,
    },
  },
  PaperTemplate: {
    at: () => `paperTemplates { * }`,
    door: SECRETARY,
    fields: { 'name text usualText places needs preview isChanged': SECRETARY, 'changedAt changedBy': EMPTY },
  },
  PaperPlace: { at: () => `paperTemplates { places { * } }`, door: SECRETARY, fields: { 'name meaning sample': SECRETARY } },
  PaperLayoutSetting: {
    at: () => `paperLayout { * }`,
    door: SECRETARY,
    fields: { 'name title value usualValue least most choices': SECRETARY },
  },
  PublishedFigures: { at: () => `${LIST} { figures { * } }`, door: ALL, fields: { 'all leaders': ALL } },
  PublishedTierFigures: {
    at: () => `${LIST} { figures { all { * } } }`,
    door: ALL,
    fields: { 'regular irregular never notAssessed assessed regularShare usingShare isSuppressed': ALL },
  },
  PublishedAgency: {
    at: () => `${LIST} { agencies { * } }`,
    door: ALL,
    fields: { 'code name regular irregular never assessed regularShare usingShare': ALL },
  },
  PublishedRow: { at: () => `${LIST} { rows { nodes { * } } }`, door: ALL, fields: { 'name post agency tier isCorrected': ALL } },
  PublishedRowConnection: { at: () => `${LIST} { rows { * } }`, door: ALL, fields: { ...page(ALL), pageInfo: ALL } },
  PublishedRowEdge: { at: () => `${LIST} { rows { edges { * } } }`, door: ALL, fields: { 'cursor node': ALL } },
};

export const PUBLICATION_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  publishedList: { args: 'slug version', at: () => `publishedList(slug: "${PUBLIC_SLUG}", version: 1) { slug }`, who: ALL },
  paperTemplates: { args: '', at: () => `paperTemplates { name }`, who: SECRETARY },
  paperLayout: { args: '', at: () => `paperLayout { name }`, who: SECRETARY },
  publishedLists: { args: '', at: () => `publishedLists { slug }`, who: ALL },
};
