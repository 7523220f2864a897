// Name, address and roles of an account; refusals stand at their field.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Doing } from '../data/command.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import type { GrantInput, UserInput } from './documents.js';
import { GrantsField } from './GrantsField.js';

interface UserFormProps {
  start: UserInput;
  submitLabel: string;
  doing: Doing;
  backTo: string;
  onSubmit: (input: UserInput) => void;
}

export function UserForm({ start, submitLabel, doing, backTo, onSubmit }: UserFormProps) {
  const t = useTranslate();
  const [name, setName] = useState(start.name);
  const [email, setEmail] = useState(start.email);
  const [grants, setGrants] = useState<GrantInput[]>(start.grants);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ name: name.trim(), email: email.trim(), grants });
  };
  const places = grants.flatMap((_, index) => [`grants.${index}.role`, `grants.${index}.scopeId`]);
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 3, maxWidth: 760 }}>
      <Section title={t('users.person')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TextField
            name="name"
            label={t('users.column.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            autoFocus
            fullWidth
            autoComplete="off"
            {...wrong(doing.errorAt('name'), t('users.nameHint'))}
          />
          <TextField
            name="email"
            type="email"
            label={t('users.column.email')}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
            fullWidth
            autoComplete="off"
            {...wrong(doing.errorAt('email'), t('users.emailHint'))}
          />
        </Box>
      </Section>
      <Section title={t('users.column.roles')} hint={t('users.rolesHint')}>
        <GrantsField grants={grants} onChange={setGrants} errorAt={doing.errorAt} />
      </Section>
      <ErrorNotes errors={doing.otherErrors('name', 'email', ...places)} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={doing.isBusy}>
          {doing.isBusy ? t('ui.working') : submitLabel}
        </Button>
        <Button component={Link} to={backTo}>
          {t('ui.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
