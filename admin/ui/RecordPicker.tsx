// One agency or officer, found by typing a part of the name or code.
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { SxProps } from '@mui/material/styles';
import { useGetList, useGetOne, useTranslate } from 'react-admin';
import { useTyped } from './use-typed.js';

interface Row {
  id: string;
}

interface RecordPickerProps<Record extends Row> {
  resource: string;
  label: string;
  nameOf: (record: Record) => string;
  sortBy: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  error?: string | undefined;
  required?: boolean;
  sx?: SxProps;
}

export function RecordPicker<Record extends Row>(props: RecordPickerProps<Record>) {
  const { resource, label, nameOf, sortBy, value, onChange, error, required = false, sx = {} } = props;
  const t = useTranslate();
  const [asked, type] = useTyped();
  const { data: chosen } = useGetOne<Record>(resource, { id: (value ?? '') as Record['id'] }, { enabled: !!value });
  const filter = asked && !(chosen && asked === nameOf(chosen)) ? { q: asked } : {};
  const { data: found = [], isFetching } = useGetList<Record>(resource, {
    filter,
    pagination: { page: 1, perPage: 100 },
    sort: { field: sortBy, order: 'ASC' },
  });
  return (
    <Autocomplete<Record>
      size="small"
      options={found}
      loading={isFetching}
      loadingText={t('ui.loading')}
      noOptionsText={t('ui.list.noMatch')}
      clearText={t('ui.clearChoice')}
      openText={t('ui.filter.typeMore')}
      closeText={t('ra.action.close')}
      value={value ? (chosen ?? null) : null}
      onChange={(_, next) => onChange(next?.id)}
      onInputChange={(_, next) => type(next)}
      filterOptions={(options) => options}
      getOptionLabel={nameOf}
      getOptionKey={(record) => record.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      sx={sx}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={t('ui.filter.typeMore')}
          required={required}
          error={error !== undefined}
          helperText={error}
        />
      )}
    />
  );
}
