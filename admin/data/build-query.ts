// Turns what react-admin asks for (page, sort, filter) into the variables of the handwritten documents of a noun.
import type { TypedDocumentNode } from '@apollo/client/core';

export interface ListVariables extends Record<string, unknown> {
  first: number;
  offset?: number;
  after?: string;
  search?: string;
  where?: Record<string, unknown>;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' }[];
}

export interface Connection<Row> {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number;
}

/** The documents of a noun. A list answers in `plural`, a single record, where there is a page for one, in `singular`; `byIds` answers in `plural` too. */
export interface NounDocuments {
  plural: string;
  singular?: string;
  list: TypedDocumentNode<any, any>;
  one?: TypedDocumentNode<any, { id: string }>;
  byIds?: TypedDocumentNode<any, { ids: string[]; first: number }>;
  /** Filters that the server takes as arguments of their own, not in `where`. */
  ownArguments?: readonly string[];
  /** Under which name the server gives the list as a file. */
  file?: string;
  /** Which columns the server can sort by, and what it calls them. */
  sortable?: Record<string, string>;
}

/** The server answers at most this many rows a page, and pages by number only this far. */
export const pageLimit = 100;
export const offsetLimit = 10_000;

export interface ListRequest {
  pagination?: { page: number; perPage: number };
  sort?: { field: string; order: 'ASC' | 'DESC' };
  filter?: Record<string, unknown>;
}

/** An id is asked for as `{ eq }`, several as `{ in }`; lists, yes/no and texts go as they are; what is empty is left out. */
export function whereOf(filter: Record<string, unknown>): Record<string, unknown> | undefined {
  const where: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(filter)) {
    if (field === 'q' || value === undefined || value === null || value === '') continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const isId = field === 'id' || field.endsWith('Id');
    where[field] = isId ? (Array.isArray(value) ? { in: value } : { eq: value }) : value;
  }
  return Object.keys(where).length > 0 ? where : undefined;
}

export function listVariables(documents: NounDocuments, request: ListRequest): ListVariables {
  const { page, perPage } = request.pagination ?? { page: 1, perPage: 25 };
  const first = Math.min(perPage, pageLimit);
  const own = Object.entries(request.filter ?? {}).filter(([name]) => documents.ownArguments?.includes(name));
  const filter = Object.fromEntries(Object.entries(request.filter ?? {}).filter(([name]) => !documents.ownArguments?.includes(name)));
  const search = typeof filter['q'] === 'string' ? filter['q'].trim() : '';
  const where = whereOf(filter);
  const field = request.sort ? documents.sortable?.[request.sort.field] : undefined;
  return {
    first,
    offset: (page - 1) * first,
    ...(search && { search }),
    ...(where && { where }),
    ...Object.fromEntries(own.filter(([, value]) => value !== '' && value !== null && value !== undefined)),
    ...(field && { orderBy: [{ field, direction: request.sort!.order }] }),
  };
}

/** What narrows and orders a list, without its pages: what a file of it is asked for with. */
export function conditionsOf(documents: NounDocuments, request: ListRequest): Record<string, unknown> {
  const { first: _first, offset: _offset, ...conditions } = listVariables(documents, request);
  return conditions;
}
