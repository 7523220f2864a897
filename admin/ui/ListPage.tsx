// A whole list page: head, filters, rows, pages; saved filters, columns and export at its right.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import type { NounDocuments } from '../data/build-query.js';
import type { Column } from './column.js';
import { ColumnChoice } from './ColumnChoice.js';
import { ExportButton } from './ExportButton.js';
import { useFormat } from './format.js';
import { ListTable } from './ListTable.js';
import { useOpenColumns } from './open-columns.js';
import { PageHead } from './PageHead.js';
import { Pages } from './Pages.js';
import { SavedFilters } from './SavedFilters.js';
import type { Selection } from './selection.js';

interface ListPageProps<Row> {
  title: string;
  columns: Column<Row>[];
  documents: NounDocuments;
  filters?: ReactNode;
  /** There is nothing to choose among and nothing worth a file. */
  isOneRow?: boolean;
  /** The filter of a reader who has chosen none. */
  filterDefaultValues?: Record<string, unknown>;
  sort?: { field: string; order: 'ASC' | 'DESC' };
  empty: ReactNode;
  /** Where a row leads, if not to its own page; null where it leads nowhere. */
  linkTo?: (row: Row) => string | null;
  /** What can be done beside looking, at the right of the title. */
  actions?: ReactNode;
  /** Rows can be chosen; what is done with them stands in `above`. */
  selection?: Selection<Row> | undefined;
  /** Between filters and rows. */
  above?: ReactNode;
}

export function ListPage<Row extends { id: string }>({
  title,
  columns: all,
  documents,
  filters,
  isOneRow = false,
  filterDefaultValues,
  sort,
  empty,
  linkTo,
  actions,
  selection,
  above,
}: ListPageProps<Row>) {
  const columns = useOpenColumns(all);
  return (
    <ListBase perPage={25} {...(filterDefaultValues && { filterDefaultValues })} {...(sort && { sort })}>
      <Box sx={{ mb: 3 }}>
        <ListHead title={title} actions={actions} />
      </Box>
      <Card>
        {!isOneRow && <ListBar filters={filters} columns={columns} documents={documents} />}
        {above}
        <ListTable columns={columns} empty={empty} selection={selection} {...(linkTo && { linkTo })} />
        <Pages />
      </Card>
    </ListBase>
  );
}

function ListHead({ title, actions }: { title: string; actions: ReactNode }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { total } = useListContext();
  return <PageHead title={title} hint={total === undefined ? ' ' : t('ui.list.count', { count: number(total) })} actions={actions} />;
}

function ListBar<Row>({ filters, columns, documents }: { filters: ReactNode; columns: Column<Row>[]; documents: NounDocuments }) {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const count = Object.keys(filterValues).length;
  const [isOpen, setOpen] = useState(false);
  return (
    <Box className="no-print" sx={{ p: 2, borderBottom: 1, borderColor: 'divider', display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      {filters && isPhone && (
        <Button variant="outlined" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} sx={{ alignSelf: 'flex-start' }}>
          {count > 0 ? t('ui.list.filtersActive', { count }) : t('ui.list.filters')}
        </Button>
      )}
      {filters && (!isPhone || isOpen) && (
        <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          {filters}
          {count > 0 && (
            <Button size="small" onClick={() => setFilters({}, undefined, false)}>
              {t('ui.list.clear')}
            </Button>
          )}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mx: -0.5 }}>
        {filters && <SavedFilters />}
        {!isPhone && <ColumnChoice columns={columns} />}
        <ExportButton documents={documents} />
      </Box>
    </Box>
  );
}
