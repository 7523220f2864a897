// The panel's documents by the SHA-256 of their text, as the server takes them by hash: what the build writes and a test compares.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { print } from 'graphql';

const isDocument = (value) => value?.kind === 'Document' && value.definitions.some(({ kind }) => kind === 'OperationDefinition');

/** `load` imports a module by its path. */
export async function documentsOfPanel(root, load) {
  const paths = readdirSync(join(root, 'admin'), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(^|\/|\.)documents\.ts$/.test(path))
    .toSorted();
  const documents = {};
  for (const path of paths) {
    const found = Object.values(await load(join(root, 'admin', path))).flatMap((value) =>
      isDocument(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).filter(isDocument) : [],
    );
    for (const document of found) {
      const text = print(document);
      documents[createHash('sha256').update(text).digest('hex')] = text;
    }
  }
  return documents;
}
