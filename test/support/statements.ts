/** Statements over a connection of its own, as whoever the URL says; the rows of the last one. */
import pg from 'pg';

export async function ask<R = Record<string, unknown>>(url: string, ...statements: string[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: R[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as R[];
    return rows;
  } finally {
    await client.end();
  }
}
