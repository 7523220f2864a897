// The answers, a row for each code and a column for each title; those of one kind alone on request, and all as a file.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Theme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { downloadCsv } from '../ui/csv.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { type AwardTitle, type Eligibility, type EligibilityStatus, eligibilityStatuses } from './documents.js';
import { type CheckedRow, checkedRows } from './rows.js';
import { AnswerWords } from './state.js';

interface CheckAnswersProps {
  year: number;
  titles: AwardTitle[];
  /** What was answered about each title, in the order of the titles. */
  byTitle: Eligibility[][];
}

export function CheckAnswers({ year, titles, byTitle }: CheckAnswersProps) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [only, setOnly] = useState<EligibilityStatus | ''>('');
  const rows = checkedRows(byTitle);
  const save = useFile(year, titles, rows);
  const shown = only ? rows.filter(({ worst }) => worst === only) : rows;
  const unknown = rows.filter(({ worst }) => worst === 'UNKNOWN_OFFICER').length;
  const about = titles.length === 1 ? titles[0]!.name : t('exclusions.check.allTitles');
  const counted = t('exclusions.check.answeredAt', { at: moment(byTitle[0]?.[0]?.asOf), count: number(rows.length - unknown) });
  return (
    <Section
      title={t('exclusions.check.answers', { title: about, year })}
      hint={[counted, unknown > 0 && t('exclusions.check.unknown', { count: number(unknown) })].filter(Boolean).join(' · ')}
      actions={
        <Button size="small" onClick={save}>
          {t('ui.list.exportCsv')}
        </Button>
      }
    >
      <Box data-part="answers" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={only}
          onChange={(_, next: EligibilityStatus | '' | null) => setOnly(next ?? '')}
          aria-label={t('exclusions.check.show')}
          className="no-print"
          orientation={isPhone ? 'vertical' : 'horizontal'}
          sx={{ flexWrap: isPhone ? 'nowrap' : 'wrap' }}
        >
          <ToggleButton value="" sx={{ textTransform: 'none' }}>
            {t('exclusions.check.all', { count: number(rows.length) })}
          </ToggleButton>
          {eligibilityStatuses.map((status) => (
            <ToggleButton key={status} value={status} sx={{ textTransform: 'none' }}>
              {t('exclusions.check.of', {
                words: t(`exclusions.answer.${status}`),
                count: number(rows.filter(({ worst }) => worst === status).length),
              })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {only && <Box sx={{ color: 'text.secondary' }}>{t(`exclusions.answerHint.${only}`)}</Box>}
        {isPhone ? <Cards titles={titles} rows={shown} /> : <Columns titles={titles} rows={shown} />}
      </Box>
    </Section>
  );
}

interface RowsProps {
  titles: AwardTitle[];
  rows: CheckedRow[];
}

function Columns({ titles, rows }: RowsProps) {
  const t = useTranslate();
  const head = [
    t('exclusions.check.column.code'),
    ...(titles.length > 1 ? titles.map(({ name }) => name) : [t('exclusions.check.column.answer')]),
  ];
  return (
    <Box
      sx={{ overflowX: 'auto', maxHeight: 640, '@media print': { maxHeight: 'none' } }}
      tabIndex={0}
      role="region"
      aria-label={t('exclusions.check.title')}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {head.map((words) => (
              <TableCell key={words} sx={{ bgcolor: 'background.paper' }}>
                {words}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ officerCode, answers }) => (
            <TableRow key={officerCode} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row" sx={{ minWidth: 120, overflowWrap: 'anywhere' }}>
                {officerCode}
              </TableCell>
              {answers.map((answer, at) => (
                <TableCell key={titles[at]!.code}>
                  <Answer answer={answer} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** On a phone, where columns would be cut. */
function Cards({ titles, rows }: RowsProps) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map(({ officerCode, answers }) => (
        <Box component="li" key={officerCode} sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 0.75 }}>
          <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{officerCode}</Box>
          {answers.map((answer, at) => (
            <Box key={titles[at]!.code}>
              {titles.length > 1 && <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{titles[at]!.name}</Box>}
              <Answer answer={answer} />
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}

function Answer({ answer: { status, decisionNumber, inForceOn } }: { answer: Eligibility }) {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <>
      <AnswerWords status={status} />
      {decisionNumber && (
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {inForceOn ? t('exclusions.check.since', { number: decisionNumber, day: day(inForceOn) }) : decisionNumber}
        </Box>
      )}
    </>
  );
}

/** A line for each code and title, in the words of the screen. */
function useFile(year: number, titles: readonly AwardTitle[], rows: readonly CheckedRow[]): () => void {
  const t = useTranslate();
  const { day, momentInFile } = useFormat();
  return () =>
    downloadCsv(
      t('exclusions.check.file', { year }),
      [
        ...['code', 'title', 'answer', 'number', 'inForceOn'].map((one) => t(`exclusions.check.column.${one}`)),
        t('exclusions.year'),
        t('exclusions.check.column.asOf'),
      ],
      rows.flatMap(({ officerCode, answers }) =>
        answers.map((one, at) => [
          officerCode,
          titles[at]!.name,
          t(`exclusions.answer.${one.status}`),
          one.decisionNumber,
          one.inForceOn && day(one.inForceOn),
          year,
          momentInFile(one.asOf),
        ]),
      ),
    );
}
