// The agenda on paper, for the session: seen by the printer only.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { useFormat } from '../ui/format.js';
import { Paper, PaperHead } from '../ui/Paper.js';
import type { Agenda } from './docket.js';
import type { Case } from './documents.js';
import { stateKey } from './state.js';
import { useHearingWords, useKindWords } from './words.js';

export function AgendaPaper({ name, agenda: { alone, groups } }: { name: string; agenda: Agenda<Case> }) {
  const t = useTranslate();
  const { number } = useFormat();
  const agencyName = useAgencyName();
  const kindWords = useKindWords();
  const hearing = useHearingWords();
  const cases = [...alone, ...groups.flat()];
  const columns = ['number', 'officer', 'agency', 'kind', 'hearing', 'state', 'note'];
  return (
    <Box sx={{ display: 'none', '@media print': { display: 'block' } }}>
      <Paper part="agenda-paper" label={t('decisions.dockets.sheet', { name })} isLandscape>
        <PaperHead body={cases[0]!.committee.name} country={t('ui.paper.country')} motto={t('ui.paper.motto')} />
        <Box component="h2" sx={{ textAlign: 'center', fontSize: '14pt', fontWeight: 700, m: 0, mb: '2mm', textTransform: 'uppercase' }}>
          {t('decisions.dockets.sheetTitle')}
        </Box>
        <Box sx={{ textAlign: 'center', mb: '6mm' }}>{name}</Box>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column}>{t(`decisions.dockets.column.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map((one, place) => (
              <tr key={one.id}>
                <td>{number(place + 1)}</td>
                <td>
                  {one.officer.fullName}
                  {one.officer.post && `, ${one.officer.post}`}
                </td>
                <td>{agencyName(one.officer.agency)}</td>
                <td>{`${kindWords(one)} (${one.reference})`}</td>
                <td>{hearing(one)}</td>
                <td>{t(stateKey(one))}</td>
                <td>{one.isContested ? t('decisions.list.alone') : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Paper>
    </Box>
  );
}
