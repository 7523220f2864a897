// Several officers, found by typing a part of name, code or address.
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { Officer } from '../officers/documents.js';

interface OfficersFieldProps {
  value: Officer[];
  onChange: (officers: Officer[]) => void;
  /** Already on the list. */
  leftOut?: ReadonlySet<string>;
}

export function useFoundOfficers(words: string): { found: Officer[]; isFetching: boolean; error: unknown } {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 250);
    return () => clearTimeout(timer);
  }, [words]);
  const {
    data = [],
    isFetching,
    error,
  } = useGetList<Officer>('officers', {
    filter: asked ? { q: asked } : {},
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'fullName', order: 'ASC' },
  });
  return { found: data, isFetching, error };
}

export function OfficersField({ value, onChange, leftOut }: OfficersFieldProps) {
  const t = useTranslate();
  const [words, setWords] = useState('');
  const { found, isFetching } = useFoundOfficers(words);
  return (
    <Autocomplete<Officer, true>
      multiple
      filterSelectedOptions
      options={leftOut ? found.filter(({ id }) => !leftOut.has(id)) : found}
      loading={isFetching}
      loadingText={t('ui.loading')}
      noOptionsText={t('ui.list.noMatch')}
      clearText={t('ui.clearChoice')}
      openText={t('ra.action.open')}
      closeText={t('ra.action.close')}
      value={value}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => setWords(next)}
      filterOptions={(options) => options}
      getOptionLabel={({ fullName }) => fullName}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderOption={({ key, ...props }, officer) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Box sx={{ fontWeight: 600 }}>{officer.fullName}</Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {[officer.code, officer.post, officer.agency.name].filter(Boolean).join(' · ')}
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          label={t('classes.request.officers')}
          placeholder={t('officers.searchHint')}
          helperText={t('classes.request.officersHint')}
        />
      )}
    />
  );
}
