// The answers, one a code in the order asked; those of one kind alone on request, and all as a file.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { downloadCsv } from '../ui/csv.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { type Eligibility, type EligibilityQuestion, type EligibilityStatus, eligibilityStatuses } from './documents.js';
import { AnswerWords } from './state.js';
import { useTitles } from './titles.js';

export function CheckAnswers({ question, answers }: { question: EligibilityQuestion; answers: Eligibility[] }) {
  const t = useTranslate();
  const { day, moment, number } = useFormat();
  const titles = useTitles();
  const [only, setOnly] = useState<EligibilityStatus | ''>('');
  const titleName = titles.find(({ code }) => code === question.title)?.name ?? question.title;
  const shown = only ? answers.filter(({ status }) => status === only) : answers;
  const head = ['code', 'answer', 'number', 'inForceOn'].map((one) => t(`exclusions.check.column.${one}`));
  const save = () =>
    downloadCsv(
      `award-eligibility-${question.year}-${question.title}`,
      [...head, t('exclusions.year'), t('exclusions.check.awardTitle'), t('exclusions.check.column.asOf')],
      answers.map((one) => [
        one.officerCode,
        t(`exclusions.answer.${one.status}`),
        one.decisionNumber,
        one.inForceOn,
        question.year,
        titleName,
        one.asOf,
      ]),
    );
  return (
    <Section
      title={t('exclusions.check.answers', { title: titleName, year: question.year })}
      hint={t('exclusions.check.answeredAt', { at: moment(answers[0]?.asOf), count: number(answers.length) })}
      actions={
        <Button size="small" onClick={save}>
          {t('ui.list.export')}
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
          sx={{ flexWrap: 'wrap' }}
        >
          <ToggleButton value="" sx={{ textTransform: 'none' }}>
            {t('exclusions.check.all', { count: number(answers.length) })}
          </ToggleButton>
          {eligibilityStatuses.map((status) => (
            <ToggleButton key={status} value={status} sx={{ textTransform: 'none' }}>
              {t('exclusions.check.of', {
                words: t(`exclusions.answer.${status}`),
                count: number(answers.filter((one) => one.status === status).length),
              })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {only && <Box sx={{ color: 'text.secondary' }}>{t(`exclusions.answerHint.${only}`)}</Box>}
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
              {shown.map((one, index) => (
                <TableRow key={`${one.officerCode} ${index}`}>
                  <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                    {one.officerCode}
                  </TableCell>
                  <TableCell>
                    <AnswerWords status={one.status} />
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{one.decisionNumber ?? '–'}</TableCell>
                  <TableCell>{day(one.inForceOn)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      </Box>
    </Section>
  );
}
