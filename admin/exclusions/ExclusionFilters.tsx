// Year, agency, title and state; each stands in the address, so that a colleague can open the same.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { type Exclusion, exclusionStates } from './documents.js';
import { byAgency, type ExclusionFilter, isState } from './rows.js';
import { useTitles } from './titles.js';

interface ExclusionFiltersProps {
  rows: Exclusion[];
  year: number;
  thisYear: number;
  filter: ExclusionFilter;
  onChange: (field: string, value: string) => void;
  onClear: () => void;
}

const yearsBack = 5;

export function ExclusionFilters({ rows, year, thisYear, filter, onChange, onClear }: ExclusionFiltersProps) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const titles = useTitles();
  const years = [...new Set([...Array.from({ length: yearsBack + 2 }, (_, back) => thisYear + 1 - back), year])].sort((a, b) => b - a);
  const agencies = byAgency(rows)
    .map(({ agency }) => ({ value: agency.id, words: agencyName(agency) }))
    .sort((a, b) => a.words.localeCompare(b.words, 'vi'));
  const choices: [field: keyof ExclusionFilter, label: string, { value: string; words: string }[]][] = [
    ['agencyId', 'ui.filter.agency', agencies],
    ['title', 'exclusions.column.titles', titles.map(({ code, name }) => ({ value: code, words: name }))],
    ['state', 'exclusions.column.state', exclusionStates.map((value) => ({ value, words: t(`exclusions.state.${value}`) }))],
  ];
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Box
      role="search"
      className="no-print"
      sx={{
        display: { xs: 'grid', sm: 'flex' },
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
        flexWrap: 'wrap',
        gap: 1.5,
        alignItems: 'center',
      }}
    >
      <TextField
        select
        size="small"
        label={t('exclusions.year')}
        value={year}
        onChange={(event) => onChange('year', event.target.value === String(thisYear) ? '' : String(event.target.value))}
        sx={{ minWidth: { sm: 120 } }}
      >
        {years.map((one) => (
          <MenuItem key={one} value={one}>
            {one}
          </MenuItem>
        ))}
      </TextField>
      {choices.map(([field, label, all]) => (
        <TextField
          key={field}
          select
          size="small"
          label={t(label)}
          value={all.some(({ value }) => value === filter[field]) || (field === 'state' && isState(filter.state)) ? filter[field] : ''}
          onChange={(event) => onChange(field, event.target.value)}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          sx={{ minWidth: { sm: 190 }, maxWidth: { sm: 300 } }}
        >
          <MenuItem value="">{t('ui.list.all')}</MenuItem>
          {all.map(({ value, words }) => (
            <MenuItem key={value} value={value}>
              {words}
            </MenuItem>
          ))}
        </TextField>
      ))}
      {isFiltered && (
        <Button size="small" onClick={onClear}>
          {t('ui.list.clear')}
        </Button>
      )}
    </Box>
  );
}
