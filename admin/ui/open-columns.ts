// Which columns of a list are open to the viewer? One that would be empty in every row is not shown.
import { useMemo } from 'react';
import { mayOpen } from '../data/access.js';
import { useViewer } from '../data/viewer.js';
import type { Column } from './column.js';

export function useOpenColumns<Row>(columns: readonly Column<Row>[]): Column<Row>[] {
  const viewer = useViewer();
  return useMemo(() => {
    const may = (right: string | undefined) => right === undefined || mayOpen(viewer, [right]);
    return columns
      .filter((column) => may(column.needs) && (!column.isOpenTo || (viewer !== null && column.isOpenTo(viewer))))
      .map((column) => (column.isSortable && !may(column.sortNeeds) ? { ...column, isSortable: false } : column));
  }, [columns, viewer]);
}
