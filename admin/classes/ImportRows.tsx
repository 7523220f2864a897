// The rows of a file with what becomes of each; those that need attention first.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { PlainTable } from '../ui/ChartWithTable.js';
import { useFormat } from '../ui/format.js';
import { type ReportRow, byKind, kindOf } from './roster-report.js';

const colours = { REFUSED: 'error.main', ADDED: 'success.main', MARKED: 'info.main', SAME: 'text.secondary' } as const;

export function ImportRows({ rows }: { rows: ReportRow[] }) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <PlainTable
      label={t('classes.import.preview')}
      head={[
        t('classes.import.row'),
        t('officers.column.code'),
        t('officers.column.fullName'),
        t('classes.import.outcome'),
        t('classes.import.marks'),
      ]}
      rows={byKind(rows).map((row) => [
        number(row.row),
        row.officerCode || '–',
        row.fullName ?? '–',
        <Box component="span" sx={{ color: colours[kindOf(row)], fontWeight: kindOf(row) === 'SAME' ? 400 : 600 }}>
          {[row.outcome !== 'REFUSED' && t(`classes.import.result.${row.outcome}`), row.message].filter(Boolean).join('. ') ||
            t('classes.import.result.REFUSED')}
        </Box>,
        number(row.marks),
      ])}
    />
  );
}
