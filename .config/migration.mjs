// Writes the migration that brings the tables to what the entities say: node .config/migration.mjs 0003-evidence Evidence
import './register.mjs';
import { writeFileSync } from 'node:fs';

const [name, className] = process.argv.slice(2);
if (!/^\d{4}-[a-z-]+$/.test(name ?? '') || !/^[A-Z]\w+$/.test(className ?? '')) {
  console.error('usage: node .config/migration.mjs 0003-evidence Evidence');
  process.exit(2);
}
await import('reflect-metadata');
const { embeddedOrm } = await import('../server/store/orm.ts');
const { orm } = await embeddedOrm(undefined);
await orm.migrator.up();
const { up, down } = await orm.schema.getUpdateSchemaMigrationSQL({ wrap: false });
await orm.close(true);
const statements = (sql) =>
  sql
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => `    this.addSql(\`${line.replace(/;$/, '').replace(/`/g, '\\`')}\`);`)
    .join('\n');
const file = `migrations/${name}.ts`;
writeFileSync(
  file,
  `import { Migration } from '@mikro-orm/migrations';

export class ${className} extends Migration {
  override up(): void {
${statements(up)}
  }

  override down(): void {
${statements(down)}
  }
}
`,
);
console.log(`${file} written; add it to server/store/migrations.ts and read it.`);
process.exit(0);
