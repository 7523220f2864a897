// A chart whose numbers are one click away as a table, and one more as a file.
import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type CsvValue, downloadCsv } from './csv.js';
import { Section } from './Section.js';

export interface ChartTable {
  head: string[];
  /** What a reader sees. */
  rows: ReactNode[][];
  /** The same for a machine: full precision, dates as YYYY-MM-DD. */
  csv: CsvValue[][];
}

interface ChartWithTableProps {
  title: string;
  hint?: ReactNode;
  /** Name of the file, without its ending. */
  file: string;
  table: ChartTable;
  children: ReactNode;
}

export function ChartWithTable({ title, hint, file, table, children }: ChartWithTableProps) {
  const t = useTranslate();
  const [isTable, setIsTable] = useState(false);
  return (
    <Section
      title={title}
      hint={hint}
      actions={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button size="small" onClick={() => setIsTable(!isTable)} aria-pressed={isTable}>
            {isTable ? t('ui.chart.asChart') : t('ui.chart.asTable')}
          </Button>
          <Button size="small" onClick={() => downloadCsv(file, table.head, table.csv)}>
            {t('ui.chart.download')}
          </Button>
        </Box>
      }
    >
      {isTable ? <PlainTable label={title} {...table} /> : children}
    </Section>
  );
}

export function PlainTable({ label, head, rows }: { label: string; head: string[]; rows: ReactNode[][] }) {
  const t = useTranslate();
  return (
    <Box
      sx={{ overflowX: 'auto', maxHeight: { xs: 420, sm: 560 }, '@media print': { maxHeight: 'none' } }}
      tabIndex={0}
      role="region"
      aria-label={t('ui.list.table', { name: label })}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {head.map((words, index) => (
              <TableCell
                key={words}
                align={index === 0 ? 'left' : 'right'}
                sx={{ bgcolor: 'background.paper', whiteSpace: 'normal', lineHeight: 1.3 }}
              >
                {words}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={index}>
              {row.map((cell, column) => (
                <TableCell
                  key={column}
                  align={column === 0 ? 'left' : 'right'}
                  {...(column === 0 && { component: 'th' as const, scope: 'row' })}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
