// Files to the server and from it: uploads that show how far they are, downloads that carry the panel's own header.
import { Fault, type FaultCode, Refused } from './faults.js';
import { readLanguage } from './language.js';
import { session } from './session.js';

interface Said {
  code?: string;
  message?: string;
  path?: string[];
  rule?: string | null;
  requestId?: string;
}

const headers = () => ({ 'accept-language': readLanguage(), 'x-hopthu-panel': '1' });

/** What an answer that is no success says: a refusal the reader can mend, or a fault. */
function failureOf(status: number, said: (Said & { refused?: Said[] }) | null): Refused | Fault {
  if (status === 401) return new Fault('UNAUTHENTICATED');
  if (status === 403) return new Fault('FORBIDDEN');
  const refused = said?.refused ?? (status < 500 && said?.message ? [said] : undefined);
  if (refused) {
    return new Refused(refused.map(({ code = 'INVALID', message = '', path = [], rule = null }) => ({ code, message, path, rule })));
  }
  return new Fault(status === 413 ? 'TOO_COSTLY' : ('INTERNAL_SERVER_ERROR' satisfies FaultCode), said?.requestId);
}

function parsed<Answer>(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}

function sendOnce<Answer>(path: string, body: Blob, onProgress: (share: number) => void): Promise<Answer> {
  // fetch does not tell how much of a body has gone out.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', body.type || 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      const said = parsed<Answer & Said & { refused?: Said[] }>(request.responseText);
      if (request.status >= 200 && request.status < 300 && said && !said.refused) resolve(said);
      else reject(failureOf(request.status, said));
    });
    request.addEventListener('error', () => reject(new Fault('OFFLINE')));
    request.send(body);
  });
}

/** A lost session is asked for over the page, as elsewhere, and the work done again. */
async function withSession<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'UNAUTHENTICATED') throw error;
    await session.lost().catch(() => {
      throw error;
    });
    return work();
  }
}

/** Posts a file as it is; `onProgress` hears 0 … 1. */
export function sendFile<Answer>(path: string, body: Blob, onProgress: (share: number) => void = () => undefined): Promise<Answer> {
  return withSession(() => sendOnce<Answer>(path, body, onProgress));
}

/** Fetches a file and hands it to the reader under the name the server gives it, or `name`. */
export async function downloadFile(path: string, name: string): Promise<void> {
  const answer = await withSession(() => fetched(path));
  save(await answer.blob(), nameIn(answer.headers.get('content-disposition')) ?? name);
}

async function fetched(path: string, body?: object): Promise<Response> {
  const answer = await fetch(path, {
    credentials: 'same-origin',
    headers: { ...headers(), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Fault('OFFLINE');
  });
  if (!answer.ok) throw failureOf(answer.status, parsed<Said>(await answer.text()));
  return answer;
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export interface FileProgress {
  /** How many rows the list had when the file was begun. */
  rows: number;
  bytes: number;
}

/** A whole list as a file. What is cut is not saved: it throws, as the connection ends before the file does. */
export async function downloadList(
  list: string,
  format: 'csv' | 'xlsx',
  conditions: object,
  onProgress: (progress: FileProgress) => void,
): Promise<number> {
  const answer = await withSession(() => fetched(`/exports/${list}.${format}`, conditions));
  const rows = Number(answer.headers.get('x-export-rows') ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = answer.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error('ui.list.exportCut');
    });
    if (done) break;
    parts.push(value);
    bytes += value.length;
    onProgress({ rows, bytes });
  }
  save(
    new Blob(parts, { type: answer.headers.get('content-type') ?? '' }),
    nameIn(answer.headers.get('content-disposition')) ?? `${list}.${format}`,
  );
  return rows;
}

/** The name in a Content-Disposition header: the one with every letter where there is one. */
function nameIn(header: string | null): string | undefined {
  const full = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  if (full) return decodeURIComponent(full);
  return /filename="?([^";]+)"?/i.exec(header ?? '')?.[1];
}
