// Who holds a class: one trainer, and others beside.
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { TRAINERS, type Trainer } from './choices.documents.js';

interface FieldProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
  error: string | undefined;
}

function useTrainers(): { trainers: Trainer[]; isLoading: boolean } {
  const { data, isPending } = useAsk(TRAINERS, {});
  return { trainers: data?.users.nodes ?? [], isLoading: isPending };
}

function useWords() {
  const t = useTranslate();
  return {
    loadingText: t('ui.loading'),
    noOptionsText: t('classes.noTrainers'),
    clearText: t('ui.clearChoice'),
    openText: t('ra.action.open'),
    closeText: t('ra.action.close'),
  };
}

export function TrainerField({ value, onChange, error }: FieldProps<string>) {
  const t = useTranslate();
  const words = useWords();
  const { trainers, isLoading } = useTrainers();
  return (
    <Autocomplete<Trainer>
      {...words}
      options={trainers}
      loading={isLoading}
      value={trainers.find(({ id }) => id === value) ?? null}
      onChange={(_, next) => onChange(next?.id ?? '')}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('classes.field.trainerId')}
          error={error !== undefined}
          helperText={error ?? t('classes.hint.trainerId')}
        />
      )}
    />
  );
}

export function AssistantsField({ value, onChange, error }: FieldProps<string[]>) {
  const t = useTranslate();
  const words = useWords();
  const { trainers, isLoading } = useTrainers();
  return (
    <Autocomplete<Trainer, true>
      {...words}
      multiple
      options={trainers}
      loading={isLoading}
      value={trainers.filter(({ id }) => value.includes(id))}
      onChange={(_, next) => onChange(next.map(({ id }) => id))}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('classes.field.assistantIds')}
          error={error !== undefined}
          helperText={error ?? t('classes.hint.assistantIds')}
        />
      )}
    />
  );
}
