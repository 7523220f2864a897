/**
 * POST /exports/{list}.csv and .xlsx: a whole list as a file, for whoever is signed in, with what they may see of it. The body is a JSON object with the
 * arguments of the list (search, where, orderBy and the like), so that no name that is searched for stands in an address; `?lang=en` for English heads. The
 * answer tells the id of the export and how many rows there are in x-export-id and x-export-rows.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { namesOf } from '../../identity/audit-words.js';
import type { Ground } from '../../kernel/ground.js';
import { kernelMessages } from '../../kernel/kernel.messages.js';
import { dateIn, type Language, languageOf } from '../../kernel/language.js';
import { newId } from '../../kernel/record.js';
import { Denial, Refusal } from '../../kernel/refusal.js';
import { type Conditions, conditionsIn, conditionsInWords } from './asked-conditions.js';
import type { Column } from './column.js';
import { csvFile } from './csv-file.js';
import { type Asker, openColumns, piecesOf } from './export-rows.js';
import { ExportSlots } from './export-slots.js';
import { exportMessages } from './exports.messages.js';
import type { FileWriter, MadeFor } from './file-writer.js';
import type { ExportedList } from './list.js';
import { exportedLists } from './lists.js';
import { localParts } from './local-time.js';
import { RunningExport } from './running-export.js';
import { xlsxFile } from './xlsx-file.js';

/** A sheet of a workbook holds 1,048,576 rows, its head among them. */
export const MOST_ROWS = 1_000_000;

const WRITERS: Readonly<Record<string, (made: MadeFor) => FileWriter>> = { csv: csvFile, xlsx: xlsxFile };

interface Request {
  Params: { file: string };
  Querystring: { lang?: string };
}

interface Asked {
  name: string;
  format: string;
  list: ExportedList;
  conditions: Conditions;
  language: Language;
}

function askedIn(request: FastifyRequest<Request>, asker: Asker): Asked {
  const [, name = '', format = ''] = /^(.*?)\.([a-z]+)$/.exec(request.params.file) ?? [];
  const list = exportedLists.get(name);
  const known = [...exportedLists.keys()].join(', ');
  if (!list) throw new Refusal({ code: 'NOT_FOUND', path: ['list'], message: { text: exportMessages.unknownList, values: { known } } });
  if (!Object.hasOwn(WRITERS, format))
    throw new Refusal({ code: 'INVALID', path: ['format'], message: { text: exportMessages.unknownFormat } });
  const { lang } = request.query;
  const language = lang === 'vi' || lang === 'en' ? lang : languageOf(request.headers['accept-language']);
  return { name, format, list, conditions: conditionsIn(request.body, list, asker.argumentsOf(list.field)), language };
}

export interface Lent {
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  asker: Asker;
}

export function registerExportRoutes(app: FastifyInstance, ground: Ground, { actorOf, asker }: Lent): void {
  const slots = new ExportSlots(ground);
  const running = new Set<RunningExport>();

  async function begin(request: FastifyRequest<Request>, actor: Actor, asked: Asked, columns: readonly Column[]) {
    const { list, conditions, language, format, name } = asked;
    const who = async () => {
      const now = await actorOf(request);
      if (!now || now.restrictedTo) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
      return { actor: now, language, requestId: request.id, address: request.ip };
    };
    const rest = piecesOf({ asker, list, columns, conditions, who });
    const first = (await rest.next()).value!;
    if (first.total > MOST_ROWS)
      throw new Refusal({
        code: 'LIMIT',
        path: [],
        message: { text: exportMessages.tooLong, values: { rows: first.total, most: MOST_ROWS } },
      });
    const begun = { id: newId(), list: name, format, conditions, total: first.total };
    const nameOf = async (subject: string) => (await namesOf(ground.read, actor, [subject], language))[0] ?? null;
    const said = await conditionsInWords(conditions, columns, nameOf, language);
    const now = localParts(ground.clock.zone, ground.clock.now().toISOString());
    const facts: [string, string][] = [
      [exportMessages.list[language], list.title[language]],
      [exportMessages.filter[language], said || exportMessages.noFilter[language]],
      [exportMessages.by[language], actor.displayName],
      [exportMessages.at[language], `${now.hour}:${now.minute} ${dateIn(language, now.day)}`],
      [exportMessages.record[language], begun.id],
      [exportMessages.careTitle[language], exportMessages.care[language]],
    ];
    const writer = WRITERS[format]!({ columns, language, zone: ground.clock.zone, title: list.title[language], facts });
    const acting = { ground, actor };
    const made = await RunningExport.begin({ acting, begun, list, columns, language, writer, first, rest, requestId: request.id });
    const fileName = `${list.title[language]} ${now.day}.${format}`;
    const headers = {
      'content-type': writer.mediaType,
      'content-disposition': `attachment; filename="${name}-${now.day}.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'private, no-store',
      'x-export-id': begun.id,
      'x-export-rows': String(first.total),
    };
    return { made, headers };
  }

  app.post<Request>('/exports/:file', async (request, reply) => {
    const somebody = await actorOf(request);
    if (!somebody) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    const asked = askedIn(request, asker);
    const actor = asker.expect(somebody, asked.list.field);
    const columns = openColumns(asker, asked.list, actor);
    const free = slots.take(actor.name);
    try {
      const { made, headers } = await begin(request, actor, asked, columns);
      running.add(made);
      void made.recorded.then(free);
      void made.ended.finally(() => running.delete(made));
      return reply.headers(headers).send(made.stream);
    } catch (error) {
      free();
      throw error;
    }
  });

  // A server that stops does not wait for long files: they end visibly cut, and on record.
  app.addHook('preClose', async () => {
    const left = [...running];
    for (const { stream } of left) stream.destroy();
    await Promise.all(left.map(({ ended }) => ended));
  });
}
