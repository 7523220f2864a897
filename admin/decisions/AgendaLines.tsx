// The cases of a part of the agenda, numbered through as on the sheet.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { useFormat } from '../ui/format.js';
import type { Case } from './documents.js';
import { CaseStateWords } from './state.js';
import { useHearingWords, useKindWords } from './words.js';

interface AgendaLinesProps {
  cases: readonly Case[];
  /** The number of the first. */
  from: number;
  /** Of several kinds, so that each says its own. */
  isMixed?: boolean;
}

export function AgendaLines({ cases, from, isMixed = false }: AgendaLinesProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const agencyName = useAgencyName();
  const kindWords = useKindWords();
  const hearing = useHearingWords();
  return (
    <Box component="ol" data-part="agenda" start={from} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {cases.map((one, place) => (
        <Box
          component="li"
          key={one.id}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '2.5rem minmax(0, 1fr)', md: '2.5rem minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1fr)' },
            columnGap: 1.5,
            rowGap: 0.5,
            px: { xs: 2, sm: 3 },
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
            '& > :not(:first-of-type)': { gridColumn: { xs: 2, md: 'auto' } },
          }}
        >
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {number(from + place)}
          </Box>
          <Box component="span" sx={{ minWidth: 0 }}>
            <Link to={`/decisions/${one.id}/show`}>
              <b>{one.officer.fullName}</b>
            </Link>
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary', display: 'block' }}>
              {[one.reference, one.officer.post, agencyName(one.officer.agency), isMixed && kindWords(one)].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
          <Box component="span" sx={{ fontSize: '0.875rem' }}>
            {hearing(one)}
          </Box>
          <Box component="span">
            <CaseStateWords one={one} />
            {one.isRecused && (
              <Typography component="span" variant="body2" sx={{ display: 'block' }}>
                {t('decisions.list.recused')}
              </Typography>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
