// The whole list as a file: every page by cursor, with the filter and order on the screen, showing how far it is.
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useListContext, useLocale, useNotify, useResourceContext, useTranslate } from 'react-admin';
import type { NounDocuments } from '../data/build-query.js';
import { everyPage } from '../data/data-provider.js';
import { toFault } from '../data/faults.js';
import type { Column } from './column.js';
import { downloadCsv } from './csv.js';
import { useFormat } from './format.js';
import { formatFor } from './written.js';

export function ExportButton<Row>({ documents, columns }: { documents: NounDocuments; columns: Column<Row>[] }) {
  const t = useTranslate();
  const notify = useNotify();
  const { number } = useFormat();
  const format = formatFor(useLocale());
  const resource = useResourceContext()!;
  const { filterValues, sort, filter, total } = useListContext();
  const [done, setDone] = useState<number>();

  const run = async () => {
    setDone(0);
    try {
      const rows: Row[] = [];
      for await (const page of everyPage<Row>(documents, { filter: { ...filterValues, ...filter }, sort })) {
        rows.push(...page.rows);
        setDone(rows.length);
      }
      downloadCsv(
        resource,
        columns.map((column) => t(column.label)),
        rows.map((row) => columns.map((column) => column.csv(row, { t, format }))),
      );
      notify('ui.list.exported', { messageArgs: { count: number(rows.length) } });
    } catch (error) {
      notify(`shell.fault.${toFault(error).code}`, { type: 'error' });
    } finally {
      setDone(undefined);
    }
  };

  return (
    <Button size="small" onClick={() => void run()} disabled={done !== undefined || total === 0}>
      {done === undefined ? t('ui.list.export') : t('ui.list.exporting', { done: number(done), total: number(total ?? 0) })}
    </Button>
  );
}
