// Lets Node run the TypeScript sources directly (benches, tools): node --import ./.config/register.mjs FILE.ts
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const options = JSON.parse(readFileSync(new URL('./swcrc.json', import.meta.url), 'utf8'));
delete options.$schema;

/** Where a test run keeps what was made of each source, so that the next of its many processes need not make it again. */
const kept = process.env.HOPTHU_TEST_FOLDER && join(process.env.HOPTHU_TEST_FOLDER, 'transformed');
if (kept) mkdirSync(kept, { recursive: true });

function transformed(filename) {
  const source = readFileSync(filename, 'utf8');
  const make = () => transformSync(source, { ...options, filename, sourceMaps: 'inline', swcrc: false }).code;
  if (!kept) return make();
  const place = join(kept, `${createHash('sha256').update(filename).update(source).digest('hex')}.js`);
  try {
    return readFileSync(place, 'utf8');
  } catch {
    const code = make();
    // Whole or not at all: another process may be reading.
    writeFileSync(`${place}.${process.pid}`, code);
    renameSync(`${place}.${process.pid}`, place);
    return code;
  }
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
      try {
        return next(specifier.replace(/\.js$/, '.ts'), context);
      } catch {
        // Not one of ours: as it stands.
      }
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true };
  },
});
