// By which hash does the server know a document? That of its text as the build prints it.
import { type DocumentNode, print } from 'graphql';

const hashes = new WeakMap<DocumentNode, Promise<string>>();

/** SHA-256 of a document as the build prints it, in hexadecimal. */
export function hashOf(document: DocumentNode): Promise<string> {
  let hash = hashes.get(document);
  if (!hash) {
    hash = crypto.subtle
      .digest('SHA-256', new TextEncoder().encode(print(document)))
      .then((bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(''));
    hashes.set(document, hash);
  }
  return hash;
}
