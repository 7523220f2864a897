// Agencies that a review looks at, found by a part of the name or code; none: the whole city.
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useGetList, useTranslate } from 'react-admin';
import type { Agency } from '../agencies/documents.js';
import { useTyped } from '../ui/use-typed.js';

export type ChosenAgency = Pick<Agency, 'id' | 'code' | 'name'>;

export function AgenciesField<Chosen extends ChosenAgency>(props: { value: Chosen[]; onChange: (agencies: Chosen[]) => void }) {
  const { value, onChange } = props;
  const t = useTranslate();
  const [asked, type] = useTyped();
  const { data: found = [], isFetching } = useGetList<Agency>('agencies', {
    filter: asked ? { q: asked } : {},
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'code', order: 'ASC' },
  });
  return (
    <Autocomplete<Chosen, true>
      multiple
      filterSelectedOptions
      options={found as unknown as Chosen[]}
      loading={isFetching}
      loadingText={t('ui.loading')}
      noOptionsText={t('ui.list.noMatch')}
      clearText={t('ui.clearChoice')}
      openText={t('ra.action.open')}
      closeText={t('ra.action.close')}
      value={value}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => type(next)}
      filterOptions={(options) => options}
      getOptionLabel={({ code, name }) => `${code} – ${name}`}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderInput={(params) => (
        <TextField {...params} label={t('reviews.definitions.agencies')} helperText={t('reviews.definitions.agenciesHint')} />
      )}
    />
  );
}
