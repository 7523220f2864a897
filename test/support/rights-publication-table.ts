/** Who may read what of published lists: the public one everybody, without signing in (G-15); a part of rights-table.ts. */
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { EMPTY, type Who } from './rights-who.js';

export const PUBLIC_SLUG = 'danh-sach-rights';

const LIST = `publishedList(slug: "${PUBLIC_SLUG}")`;
const ALL = 'anybody';

export const PUBLICATION_TYPES: Readonly<Record<string, TypeRow>> = {
  PublishedList: {
    at: () => `${LIST} { * }`,
    door: ALL,
    fields: {
      'slug title version audience publishedAt expiresOn legalBasis windowFrom windowTo isUp figures agencies rows': ALL,
      'withdrawnAt withdrawReason supersededBy corrections': EMPTY,
    },
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
  publishedLists: { args: '', at: () => `publishedLists { slug }`, who: ALL },
};
