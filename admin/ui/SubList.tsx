// A list inside the page of another record: the same rows and columns, its own pages, not in the address.
import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { ListBase, useListContext } from 'react-admin';
import type { NounDocuments } from '../data/build-query.js';
import type { Column } from './column.js';
import { ExportButton } from './ExportButton.js';
import { useFormat } from './format.js';
import { ListTable } from './ListTable.js';
import { useOpenColumns } from './open-columns.js';
import { Pages } from './Pages.js';
import { Section } from './Section.js';

interface SubListProps<Row> {
  resource: string;
  title: string;
  filter: Record<string, unknown>;
  columns: Column<Row>[];
  documents: NounDocuments;
  sort?: { field: string; order: 'ASC' | 'DESC' };
  filters?: ReactNode;
  empty: ReactNode;
  /** There is nothing worth a file. */
  isOneRow?: boolean;
  /** Where a row leads, if not to its own page; null where it leads nowhere. */
  linkTo?: (row: Row) => string | null;
  perPage?: number;
}

export function SubList<Row extends { id: string }>({
  resource,
  title,
  filter,
  columns: all,
  documents,
  sort,
  filters,
  empty,
  isOneRow = false,
  linkTo,
  perPage = 25,
}: SubListProps<Row>) {
  const columns = useOpenColumns(all);
  return (
    <ListBase resource={resource} filter={filter} perPage={perPage} disableSyncWithLocation storeKey={false} {...(sort && { sort })}>
      <Section isTight title={<Title words={title} />} actions={!isOneRow && <ExportButton documents={documents} />}>
        {filters && (
          <Box className="no-print" sx={{ px: { xs: 2, sm: 3 }, pb: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            {filters}
          </Box>
        )}
        <ListTable columns={columns} empty={empty} {...(linkTo && { linkTo })} />
        <Pages />
      </Section>
    </ListBase>
  );
}

function Title({ words }: { words: string }) {
  const { number } = useFormat();
  const { total } = useListContext();
  return <>{total === undefined ? words : `${words} (${number(total)})`}</>;
}
