// Somebody who may sit in a committee, found by typing a part of the name; post and agency tell namesakes apart.
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { useAsk } from '../data/ask.js';
import { useTyped } from '../ui/use-typed.js';
import { type Person, SEATABLE } from './documents.js';

interface PersonFieldProps {
  label: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  error: string | undefined;
  hint?: string;
  /** Named already. */
  leftOut?: ReadonlySet<string>;
  /** Shown before anything is typed: whoever is most likely. */
  first?: readonly Person[];
  autoFocus?: boolean;
  required?: boolean;
}

/** Post and agency of somebody who is an officer too. */
export function usePlaceOf(): (person: Pick<Person, 'officer'>) => string {
  const agencyName = useAgencyName();
  return ({ officer }) => (officer ? [officer.post, agencyName(officer.agency)].filter(Boolean).join(' · ') : '');
}

export function PersonField({
  label,
  value,
  onChange,
  error,
  hint,
  leftOut,
  first = [],
  autoFocus = false,
  required = true,
}: PersonFieldProps) {
  const t = useTranslate();
  const placeOf = usePlaceOf();
  const [asked, type] = useTyped();
  const search = asked && asked !== value?.name ? asked : '';
  const { data, isFetching } = useAsk(SEATABLE, search ? { search } : {});
  const firstIds = new Set(first.map(({ id }) => id));
  const found = data?.users.nodes ?? [];
  const options = (search ? found : [...first, ...found.filter(({ id }) => !firstIds.has(id))]).filter(
    ({ id }) => id === value?.id || !leftOut?.has(id),
  );
  return (
    <Autocomplete<Person>
      options={options}
      loading={isFetching}
      loadingText={t('ui.loading')}
      noOptionsText={t('committees.nobodyFound')}
      clearText={t('ui.clearChoice')}
      openText={t('ra.action.open')}
      closeText={t('ra.action.close')}
      value={value}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => type(next)}
      filterOptions={(all) => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderOption={({ key, ...props }, person) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Box sx={{ fontWeight: 600 }}>{person.name}</Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{placeOf(person)}</Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={required}
          autoFocus={autoFocus}
          error={error !== undefined}
          helperText={error ?? ((value && placeOf(value)) || hint)}
        />
      )}
    />
  );
}
