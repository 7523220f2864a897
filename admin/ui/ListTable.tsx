// The rows of a list: a table on a wide screen, cards on a phone; the first column links to the record.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useMemo } from 'react';
import { useCreatePath, useListContext, useResourceContext, useTranslate } from 'react-admin';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import type { Column } from './column.js';
import { useHiddenColumns } from './ColumnChoice.js';
import { Empty } from './Empty.js';
import { FaultNote } from './FaultNote.js';
import type { Selection } from './selection.js';

interface ListTableProps<Row> {
  columns: Column<Row>[];
  /** What stands there when the list has no row and nothing was filtered. */
  empty: ReactNode;
  /** Where a row leads, if not to its own page; null where it leads nowhere. */
  linkTo?: (row: Row) => string | null;
  selection?: Selection<Row> | undefined;
}

type RowBase = { id: string };

export function ListTable<Row extends RowBase>({ columns, empty, linkTo, selection }: ListTableProps<Row>) {
  const t = useTranslate();
  const { data, isPending, error, refetch, filterValues, displayedFilters, isPlaceholderData } = useListContext<Row>();
  const resource = useResourceContext()!;
  const createPath = useCreatePath();
  const [hidden] = useHiddenColumns(resource, columns);
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const shown = useMemo(() => columns.filter((column) => !hidden.includes(column.source)), [columns, hidden]);
  const pathOf = linkTo ?? ((row: Row) => createPath({ resource, type: 'show', id: row.id }));

  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingRows label={t('ui.list.loading')} />;
  if (!data || data.length === 0) {
    const isFiltered = Object.keys({ ...filterValues, ...displayedFilters }).length > 0;
    return <>{isFiltered ? <Empty title={t('ui.list.noMatch')} hint={t('ui.list.noMatchHint')} /> : empty}</>;
  }
  const opacity = isPlaceholderData ? 0.55 : 1;
  return isPhone ? (
    <Cards rows={data} columns={shown} pathOf={pathOf} opacity={opacity} selection={selection} />
  ) : (
    <Rows rows={data} columns={shown} pathOf={pathOf} opacity={opacity} selection={selection} />
  );
}

interface RowsProps<Row> {
  rows: Row[];
  columns: Column<Row>[];
  pathOf: (row: Row) => string | null;
  opacity: number;
  selection: Selection<Row> | undefined;
}

function Rows<Row extends RowBase>({ rows, columns, pathOf, opacity, selection }: RowsProps<Row>) {
  const t = useTranslate();
  const navigate = useNavigate();
  const linked = columns.find((column) => column.isLink) ?? columns[0];
  return (
    <Box sx={{ overflowX: 'auto', opacity }}>
      <Table>
        <TableHead>
          <TableRow>
            {selection && (
              <TableCell padding="checkbox">
                <AllBox rows={rows} selection={selection} />
              </TableCell>
            )}
            {columns.map((column) => (
              <HeadCell key={column.source} column={column} label={t(column.label)} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => {
            const path = pathOf(row);
            return (
              <TableRow
                key={row.id}
                hover
                sx={path ? { cursor: 'pointer' } : undefined}
                onClick={(event) => {
                  if (path && !(event.target as Element).closest('a, input')) navigate(path);
                }}
              >
                {selection && (
                  <TableCell padding="checkbox">
                    <RowBox row={row} selection={selection} />
                  </TableCell>
                )}
                {columns.map((column) => (
                  <TableCell
                    key={column.source}
                    align={column.isNumber ? 'right' : 'left'}
                    sx={column.isTight ? { whiteSpace: 'nowrap' } : undefined}
                  >
                    {column === linked && path ? (
                      <Link component={RouterLink} to={path} sx={{ fontWeight: 600, color: 'primary.main' }}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
}

function RowBox<Row extends RowBase>({ row, selection }: { row: Row; selection: Selection<Row> }) {
  return (
    <Checkbox
      checked={selection.chosen.has(row.id)}
      onChange={(event) => selection.toggle([row], event.target.checked)}
      onClick={(event) => event.stopPropagation()}
      slotProps={{ input: { 'aria-label': selection.labelOf(row) } }}
    />
  );
}

function AllBox<Row extends RowBase>({ rows, selection }: { rows: Row[]; selection: Selection<Row> }) {
  const t = useTranslate();
  const isAll = rows.every(({ id }) => selection.chosen.has(id));
  return (
    <Checkbox
      checked={isAll}
      indeterminate={!isAll && rows.some(({ id }) => selection.chosen.has(id))}
      onChange={() => selection.toggle(rows, !isAll)}
      slotProps={{ input: { 'aria-label': t('ui.selection.page') } }}
    />
  );
}

function HeadCell<Row>({ column, label }: { column: Column<Row>; label: string }) {
  const t = useTranslate();
  const { sort, setSort } = useListContext();
  const isSorted = sort?.field === column.source;
  const next = isSorted && sort.order === 'ASC' ? 'DESC' : 'ASC';
  return (
    <TableCell
      align={column.isNumber ? 'right' : 'left'}
      sx={column.isNumber && !column.isTight ? { whiteSpace: 'normal', minWidth: 92, lineHeight: 1.3 } : undefined}
      {...(isSorted && { 'aria-sort': sort.order === 'ASC' ? ('ascending' as const) : ('descending' as const) })}
    >
      {column.isSortable ? (
        <TableSortLabel
          active={isSorted}
          direction={isSorted && sort.order === 'DESC' ? 'desc' : 'asc'}
          title={t(next === 'ASC' ? 'ui.list.sortAsc' : 'ui.list.sortDesc', { column: label })}
          onClick={() => setSort({ field: column.source, order: next })}
        >
          {label}
        </TableSortLabel>
      ) : (
        label
      )}
    </TableCell>
  );
}

function Cards<Row extends RowBase>({ rows, columns, pathOf, opacity, selection }: RowsProps<Row>) {
  const t = useTranslate();
  const titles = columns.filter((column) => column.phone === 'title');
  const lines = columns.filter((column) => (column.phone ?? 'line') === 'line');
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, opacity }}>
      {rows.map((row) => {
        const path = pathOf(row);
        return (
          <Box
            component="li"
            key={row.id}
            sx={{
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
              ...(selection && { display: 'flex', alignItems: 'flex-start' }),
            }}
          >
            {selection && (
              <Box sx={{ pl: 0.5, pt: 0.75 }}>
                <RowBox row={row} selection={selection} />
              </Box>
            )}
            <Box
              {...(path && { component: RouterLink, to: path })}
              sx={{ display: 'block', flex: 1, minWidth: 0, px: 2, py: 1.75, textDecoration: 'none', color: 'inherit' }}
            >
              {titles.map((column) => (
                <Box key={column.source} sx={{ fontWeight: 600, mb: 0.5 }}>
                  {column.cell(row)}
                </Box>
              ))}
              {lines.map((column) => (
                <Box key={column.source} sx={{ display: 'flex', gap: 1, fontSize: '0.875rem', py: 0.25 }}>
                  <Box component="span" sx={{ color: 'text.secondary', flex: '0 0 42%' }}>
                    {t(column.label)}
                  </Box>
                  <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                    {column.cell(row)}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

function LoadingRows({ label }: { label: string }) {
  return (
    <Box role="status" aria-busy="true" aria-label={label} sx={{ p: 2 }}>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={36} />
      ))}
    </Box>
  );
}
