// Narrows the record to one agency or one officer.
import { useState } from 'react';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useListContext, useTranslate } from 'react-admin';
import { useViewer } from '../data/viewer.js';
import { RecordPicker } from '../ui/RecordPicker.js';
import { mayOpenKind } from './places.js';

const kinds = ['agency', 'officer', 'user', 'review'] as const;
type Kind = (typeof kinds)[number];

interface Named {
  id: string;
  name?: string;
  fullName?: string;
  title?: string;
  code?: string;
}

const lists: Record<Kind, { resource: string; sortBy: string }> = {
  agency: { resource: 'agencies', sortBy: 'name' },
  officer: { resource: 'officers', sortBy: 'fullName' },
  user: { resource: 'users', sortBy: 'name' },
  review: { resource: 'reviews', sortBy: 'openedAt' },
};

export function SubjectFilter() {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const [named, id] = String((filterValues as { subject?: string }).subject ?? '').split(':');
  const [chosen, setKind] = useState<Kind | ''>('');
  const kind = chosen || kinds.find((one) => one === named) || '';
  const viewer = useViewer();
  const open = kinds.filter((one) => mayOpenKind(viewer, one));
  const set = (subject: string | undefined) => setFilters(subject ? { subject } : {}, undefined, false);
  return (
    <>
      <TextField
        select
        size="small"
        label={t('auditLog.kind')}
        value={kind}
        onChange={(event) => {
          setKind(event.target.value as Kind | '');
          set(undefined);
        }}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        sx={{ minWidth: { xs: '100%', sm: 180 } }}
      >
        <MenuItem value="">{t('ui.list.all')}</MenuItem>
        {open.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`auditLog.kinds.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {kind && (
        <RecordPicker<Named>
          key={kind}
          {...lists[kind]}
          label={t(`auditLog.kinds.${kind}`)}
          nameOf={({ name, fullName, title, code }) => [name ?? fullName ?? title, fullName && code].filter(Boolean).join(' · ')}
          value={named === kind ? id : undefined}
          onChange={(next) => set(next && `${kind}:${next}`)}
          sx={{ minWidth: { xs: '100%', sm: 280 } }}
        />
      )}
    </>
  );
}
