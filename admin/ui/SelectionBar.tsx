// What can be done with the rows that were chosen; takes up every row of the filter too, as many as a command takes at a time.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useState } from 'react';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import type { NounDocuments } from '../data/build-query.js';
import { everyPage } from '../data/data-provider.js';
import { toFault } from '../data/faults.js';
import { useFormat } from './format.js';
import type { Selection } from './selection.js';

/** A command takes no more at a time. */
const most = 1_000;

interface SelectionBarProps<Row> {
  selection: Selection<Row>;
  documents: NounDocuments;
  children: ReactNode;
}

export function SelectionBar<Row extends { id: string }>({ selection, documents, children }: SelectionBarProps<Row>) {
  const t = useTranslate();
  const notify = useNotify();
  const { number } = useFormat();
  const { total = 0, filterValues, filter, sort } = useListContext<Row>();
  const [isTaking, setTaking] = useState(false);
  const count = selection.chosen.size;
  if (count === 0) return null;
  const takeAll = async () => {
    setTaking(true);
    try {
      let left = most;
      for await (const { rows } of everyPage<Row>(documents, { filter: { ...filterValues, ...filter }, sort })) {
        selection.toggle(rows.slice(0, left), true);
        left -= rows.length;
        if (left <= 0) break;
      }
    } catch (error) {
      notify(`shell.fault.${toFault(error).code}`, { type: 'error' });
    } finally {
      setTaking(false);
    }
  };
  return (
    <Box
      className="no-print"
      data-part="chosen"
      sx={{
        p: 1.5,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'primary.light',
      }}
    >
      <Box sx={{ flex: '1 1 160px', fontWeight: 600 }} role="status">
        {t('ui.selection.count', { count: number(count) })}
      </Box>
      {count < Math.min(total, most) && (
        <Button size="small" onClick={() => void takeAll()} disabled={isTaking}>
          {isTaking ? t('ui.working') : t('ui.selection.all', { count: number(Math.min(total, most)) })}
        </Button>
      )}
      {children}
      <Button size="small" onClick={selection.clear}>
        {t('ui.selection.none')}
      </Button>
    </Box>
  );
}
