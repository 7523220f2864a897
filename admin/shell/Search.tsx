// One field that finds an officer, an agency or a case, with or without diacritics; the key / goes to it.
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { SEARCH } from './search.documents.js';

interface Hit {
  id: string;
  to: string;
  group: string;
  name: string;
  beside: string;
}

export function Search() {
  const t = useTranslate();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const mayCases = useMay('decision.read');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 250);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element).closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  const { data, isFetching } = useAsk(SEARCH, { words: asked, mayCases }, asked.length > 1);
  const isOn = asked.length > 1;
  const hits: Hit[] =
    isOn && data
      ? [
          ...data.agencies.nodes.map((agency) => ({
            id: agency.id,
            to: `/agencies/${agency.id}/show`,
            group: t('shell.search.agencies'),
            name: agency.name,
            beside: agency.code,
          })),
          ...data.officers.nodes.map((officer) => ({
            id: officer.id,
            to: `/officers/${officer.id}/show`,
            group: t('shell.search.officers'),
            name: officer.fullName,
            beside: [officer.code, officer.post, officer.agency.name].filter(Boolean).join(' · '),
          })),
          ...(data.officers.pageInfo.hasNextPage
            ? [
                {
                  id: 'all',
                  to: `/officers?filter=${encodeURIComponent(JSON.stringify({ q: asked }))}`,
                  group: t('shell.search.officers'),
                  name: t('shell.search.all'),
                  beside: asked,
                },
              ]
            : []),
          ...(data.decisions?.nodes ?? []).map((one) => ({
            id: one.id,
            to: `/decisions/${one.id}/show`,
            group: t('shell.search.decisions'),
            name: one.officer.fullName,
            beside: [one.reference, one.number].filter(Boolean).join(' · '),
          })),
        ]
      : [];
  return (
    <Autocomplete<Hit>
      open={isOpen && isOn}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      size="small"
      options={hits}
      value={null}
      inputValue={words}
      onInputChange={(_, next, reason) => setWords(reason === 'input' ? next : '')}
      onChange={(_, hit) => {
        if (hit) navigate(hit.to);
        field.current?.blur();
      }}
      filterOptions={(options) => options}
      groupBy={(hit) => hit.group}
      getOptionLabel={(hit) => hit.name}
      getOptionKey={(hit) => hit.id}
      loading={isFetching}
      loadingText={t('shell.search.loading')}
      noOptionsText={t('shell.search.nothing', { words: asked })}
      clearText={t('ui.clearChoice')}
      openText={t('shell.search.open')}
      closeText={t('ra.action.close')}
      forcePopupIcon={false}
      renderOption={({ key, ...props }, hit) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Box sx={{ fontWeight: 600 }}>{hit.name}</Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{hit.beside}</Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={field}
          placeholder={t('shell.search.label')}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps?.htmlInput, 'aria-label': t('shell.search.label'), title: t('shell.search.hint') },
          }}
          sx={{ bgcolor: 'background.paper', borderRadius: 2.5 }}
        />
      )}
    />
  );
}
