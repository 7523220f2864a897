// Writes schema.graphql from the resolvers: node .config/schema.mjs
import './register.mjs';
import { writeFileSync } from 'node:fs';

const { schemaText } = await import('../server/api/schema.ts');
const { hopthuSchema } = await import('../server/app.ts');
writeFileSync(new URL('../schema.graphql', import.meta.url), schemaText(hopthuSchema()));
