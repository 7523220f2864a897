// What react-admin reads and the whole export walks, by the documents of each noun. Changes go through commands with names, never through create, update or delete.
import type { DataProvider, GetListParams, GetManyReferenceParams } from 'react-admin';
import { type Connection, type ListRequest, type NounDocuments, listVariables, offsetLimit, pageLimit } from './build-query.js';
import { ask } from './client.js';
import { Fault } from './faults.js';

type DocumentsByNoun = Record<string, NounDocuments>;

const unnamed = (): Promise<never> => Promise.reject(new Error('Every change has a command of its own name; see data/client.ts'));

/** Reads for react-admin; `documents` maps the name of a resource to what it may ask. */
export function createDataProvider(documents: DocumentsByNoun): DataProvider {
  const of = (resource: string): NounDocuments => {
    const found = documents[resource];
    if (!found) throw new Error(`The noun ${resource} has no documents`);
    return found;
  };

  const list = async (resource: string, request: ListRequest, signal?: AbortSignal) => {
    const noun = of(resource);
    const variables = listVariables(noun, request);
    if ((variables.offset ?? 0) > offsetLimit) throw new Fault('TOO_FAR');
    const answer = await ask(noun.list, variables, signal);
    const connection = answer[noun.plural] as Connection<any>;
    return { data: connection.nodes, total: connection.totalCount ?? connection.nodes.length };
  };

  const one = async (resource: string, id: string, signal?: AbortSignal) => {
    const noun = of(resource);
    return noun.one && noun.singular ? (await ask(noun.one, { id }, signal))[noun.singular] : null;
  };

  const getMany = async (resource: string, ids: readonly unknown[], signal?: AbortSignal) => {
    const noun = of(resource);
    const wanted = [...new Set(ids.map(String))];
    if (!noun.byIds) return Promise.all(wanted.map((id) => one(resource, id, signal)));
    const answer = await ask(noun.byIds, { ids: wanted, first: pageLimit }, signal);
    return (answer[noun.plural] as Connection<any>).nodes;
  };

  return {
    supportAbortSignal: true,
    getList: (resource: string, params: GetListParams) => list(resource, params as ListRequest, params.signal),
    getManyReference: (resource: string, params: GetManyReferenceParams) =>
      list(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } } as ListRequest, params.signal),
    getOne: async (resource: string, { id, signal }: { id: unknown; signal?: AbortSignal }) => {
      const record = await one(resource, String(id), signal);
      if (!record) throw new Error('ra.notification.item_doesnt_exist');
      return { data: record };
    },
    getMany: async (resource: string, { ids, signal }: { ids: unknown[]; signal?: AbortSignal }) => ({
      data: (await getMany(resource, ids, signal)).filter(Boolean),
    }),
    create: unnamed,
    update: unnamed,
    updateMany: unnamed,
    delete: unnamed,
    deleteMany: unnamed,
  } as DataProvider;
}

/** Walks the whole list by cursor, a page after another, so that an export is complete however long the list is. */
export async function* everyPage<Row>(documents: NounDocuments, request: ListRequest): AsyncGenerator<{ rows: Row[]; total: number }> {
  const { offset: _left, ...variables } = listVariables(documents, { ...request, pagination: { page: 1, perPage: pageLimit } });
  let after: string | undefined;
  let total = 0;
  do {
    const answer = await ask(documents.list, { ...variables, ...(after && { after }) });
    const connection = answer[documents.plural] as Connection<Row>;
    total ||= connection.totalCount ?? 0;
    yield { rows: connection.nodes, total };
    after = connection.pageInfo.hasNextPage ? (connection.pageInfo.endCursor ?? undefined) : undefined;
  } while (after);
}
