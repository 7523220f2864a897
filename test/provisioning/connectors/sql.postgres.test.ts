/** The SQL connector on PostgreSQL, with the product's own table and with one that a site had before; no mail server takes part. */
import { conformance } from '../conformance.js';
import { openSqlBench } from './sql-bench.js';

conformance('SQL, own table', () => openSqlBench({ settings: { timeLimitSeconds: 20 } }));
conformance('SQL, table of a site', () => openSqlBench({ isOlder: true, settings: { timeLimitSeconds: 20 } }));
