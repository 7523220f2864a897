// The filters of lists: words, one or several choices, an agency. Each writes one field of the filter in the address.
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { RecordPicker } from './RecordPicker.js';

/** Changes one field; an empty value takes the field away. */
function useFilterField(source: string): [unknown, (value: unknown) => void] {
  const { filterValues, setFilters } = useListContext();
  const set = (value: unknown) => {
    const { [source]: _old, ...others } = filterValues as Record<string, unknown>;
    const isEmpty = value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    setFilters(isEmpty ? others : { ...others, [source]: value }, undefined, false);
  };
  return [(filterValues as Record<string, unknown>)[source], set];
}

export function SearchFilter({ hint = 'ui.list.searchHint' }: { hint?: string }) {
  const t = useTranslate();
  const [value, set] = useFilterField('q');
  const [words, setWords] = useState(String(value ?? ''));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setWords(String(value ?? '')), [value]);
  // Whoever has gone on to another page is not brought back by words typed just before.
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextField
      size="small"
      type="search"
      label={t('ui.list.search')}
      placeholder={t(hint)}
      value={words}
      onChange={(event) => {
        const next = event.target.value;
        setWords(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => set(next.trim()), 350);
      }}
      sx={{ minWidth: { xs: '100%', sm: 260 } }}
    />
  );
}

export interface Choice {
  value: string;
  words: string;
}

/** Several of a few: the server takes the list as "one of these". */
export function ChoicesFilter({ source, label, choices }: { source: string; label: string; choices: Choice[] }) {
  const t = useTranslate();
  const [value, set] = useFilterField(source);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <TextField
      select
      size="small"
      label={t(label)}
      value={chosen}
      onChange={(event) => set(event.target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: (values) =>
            (values as string[]).map((one) => choices.find((choice) => choice.value === one)?.words ?? one).join(', ') || t('ui.list.all'),
        },
      }}
      sx={{ minWidth: { xs: '100%', sm: 180 }, maxWidth: { sm: 260 } }}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.words}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** One of a few, or all. */
export function ChoiceFilter({ source, label, choices }: { source: string; label: string; choices: Choice[] }) {
  const t = useTranslate();
  const [value, set] = useFilterField(source);
  const chosen = choices.some((choice) => choice.value === value) ? String(value) : '';
  return (
    <TextField
      select
      size="small"
      label={t(label)}
      value={chosen}
      onChange={(event) => set(event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      sx={{ minWidth: { xs: '100%', sm: 180 }, maxWidth: { sm: 260 } }}
    >
      <MenuItem value="">{t('ui.list.all')}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.words}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Yes, no, or either. */
export function YesNoFilter({ source, label, yes, no }: { source: string; label: string; yes: string; no: string }) {
  const t = useTranslate();
  const [value, set] = useFilterField(source);
  return (
    <TextField
      select
      size="small"
      label={t(label)}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      onChange={(event) => set(event.target.value === '' ? undefined : event.target.value === 'yes')}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      sx={{ minWidth: { xs: '100%', sm: 150 } }}
    >
      <MenuItem value="">{t('ui.list.all')}</MenuItem>
      <MenuItem value="yes">{t(yes)}</MenuItem>
      <MenuItem value="no">{t(no)}</MenuItem>
    </TextField>
  );
}

/** One agency, found by typing a part of its name or code. */
export function AgencyFilter({ source = 'agencyId' }: { source?: string }) {
  const t = useTranslate();
  const [value, set] = useFilterField(source);
  return (
    <RecordPicker<{ id: string; name: string }>
      resource="agencies"
      label={t('ui.filter.agency')}
      nameOf={(agency) => agency.name}
      sortBy="name"
      value={typeof value === 'string' ? value : undefined}
      onChange={set}
      sx={{ minWidth: { xs: '100%', sm: 250 } }}
    />
  );
}
