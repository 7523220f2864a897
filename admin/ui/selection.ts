// Rows of a list that were chosen, over its pages, for an act on many.
import { useState } from 'react';

export interface Selection<Row> {
  chosen: ReadonlyMap<string, Row>;
  toggle: (rows: readonly Row[], isOn: boolean) => void;
  clear: () => void;
  /** Words for the box of a row. */
  labelOf: (row: Row) => string;
}

export function useSelection<Row extends { id: string }>(labelOf: (row: Row) => string): Selection<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const toggle = (rows: readonly Row[], isOn: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const row of rows)
        if (isOn) next.set(row.id, row);
        else next.delete(row.id);
      return next;
    });
  return { chosen, toggle, clear: () => setChosen(new Map()), labelOf };
}
