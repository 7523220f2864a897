/** Which accounts are there, all of them in one snapshot, and was it really all? */
import type { Account, AccountList } from '../connector.js';
import { type SqlDoor, SqlFault } from './sql-door.js';
import type { Shape } from './sql-shape.rules.js';
import { list, type Row } from './sql-statements.rules.js';

const PAGE = 500;

/** Why a list is not whole; the first reason counts. */
class Gaps {
  first: string | undefined;

  note(problem: string): void {
    this.first ??= problem;
  }
}

export function listSql(door: SqlDoor, shape: Shape, accountOf: (row: Row) => Account | undefined): AccountList {
  const gaps = new Gaps();
  let settle: (isWhole: boolean) => void;
  const complete = new Promise<boolean>((done) => (settle = done));
  const walk = async function* (): AsyncGenerator<Account> {
    let isAtEnd = false;
    try {
      yield* pages(door, shape, accountOf, gaps);
      isAtEnd = true;
    } catch (fault) {
      gaps.note((fault as Error).message);
      if (!(fault instanceof SqlFault)) throw fault;
    } finally {
      if (!isAtEnd) gaps.note('the list was left before its end');
      settle(gaps.first === undefined);
    }
  };
  return { [Symbol.asyncIterator]: walk, complete, problem: () => gaps.first };
}

async function* pages(door: SqlDoor, shape: Shape, accountOf: (row: Row) => Account | undefined, gaps: Gaps): AsyncGenerator<Account> {
  const statements = list(shape, PAGE);
  const session = await door.open();
  try {
    await session.ask(statements.begin);
    await session.ask(statements.open);
    const ids = new Set<string>();
    let seen = 0;
    for (;;) {
      const rows = await session.ask<Row>(statements.page);
      for (const row of rows) {
        seen += 1;
        const account = accountOf(row);
        if (!row.id) gaps.note(`the account of ${row.address} has no id`);
        else if (ids.has(row.id)) gaps.note(`the id of ${row.address} came twice`);
        else if (!account)
          gaps.note(`the account of ${row.address} has the state ${JSON.stringify(row.state)}, which the settings do not name`);
        else yield account;
        ids.add(row.id);
      }
      if (rows.length < PAGE) break;
    }
    const [counted] = await session.ask<{ count: number }>(statements.count);
    if (counted?.count !== seen) gaps.note(`${seen} of ${counted?.count ?? 0} accounts came`);
    await session.ask(statements.end);
    session.isAtEnd = true;
  } finally {
    session.release();
  }
}
