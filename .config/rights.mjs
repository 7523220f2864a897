// Writes docs/rights.md from the access files: node .config/rights.mjs
import './register.mjs';
import { writeFileSync } from 'node:fs';

const { rightsOfTypes } = await import('../server/app-resolvers.ts');
const { allRights } = await import('../server/identity/all-rights.ts');
const { codeRights } = await import('../server/identity/access-code-holder.ts');
const { rightsPage } = await import('../test/guards/rights-page.ts');
writeFileSync(new URL('../docs/rights.md', import.meta.url), rightsPage(allRights(), rightsOfTypes, codeRights));
