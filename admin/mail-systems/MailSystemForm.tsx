// What a mail system is called, which domains it serves and how it is reached; the settings are drawn as its kind asks for them.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Doing } from '../data/command.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import type { KindInfo, MailSystemFull, SettingField, SystemInput, SystemKind } from './documents.js';
import { SettingInput } from './SettingInput.js';

interface MailSystemFormProps {
  kinds: readonly KindInfo[];
  /** The system that is edited; none for a new one. */
  system?: MailSystemFull;
  submitLabel: string;
  doing: Doing;
  backTo: string;
  onSubmit: (input: SystemInput) => void;
}

const domainsIn = (words: string): string[] => words.split(/[\s,;]+/).filter(Boolean);
const whole = (words: string): number | undefined => (/^\d{1,6}$/.test(words.trim()) ? Number(words) : undefined);

export function MailSystemForm({ kinds, system, submitLabel, doing, backTo, onSubmit }: MailSystemFormProps) {
  const t = useTranslate();
  const [name, setName] = useState(system?.name ?? '');
  const [kind, setKind] = useState<SystemKind>(system?.kind ?? 'SQL');
  const [domains, setDomains] = useState(system?.domains.join('\n') ?? '');
  const [parallel, setParallel] = useState(system ? String(system.parallel) : '');
  const [mostAnHour, setMostAnHour] = useState(system ? String(system.mostAnHour) : '');
  const [leaverDays, setLeaverDays] = useState(system?.leaverDays == null ? '' : String(system.leaverDays));
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries((system?.settings ?? []).map((setting) => [setting.name, setting.value])),
  );
  const [isWhole, setWhole] = useState(false);
  const fields = kinds.find((one) => one.kind === kind)?.fields ?? [];
  // What most sites leave as it is stays out of sight, unless it is wanted, was told before, or was refused.
  const isQuiet = (field: SettingField) => field.usual !== null && !system?.settings.some(({ name: told }) => told === field.name);
  const asked = fields.filter((field) => !isQuiet(field));
  const others = fields.filter(isQuiet);
  const showsOthers = isWhole || others.some((field) => doing.errorAt(field.name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [together, most] = [whole(parallel), whole(mostAnHour)];
    onSubmit({
      name: name.trim(),
      kind,
      domains: domainsIn(domains),
      settings: fields.flatMap((field) => {
        const value = values[field.name] ?? '';
        return value === '' ? [] : [{ name: field.name, value }];
      }),
      ...(together !== undefined && { parallel: together }),
      ...(most !== undefined && { mostAnHour: most }),
      leaverDays: whole(leaverDays) ?? null,
    });
  };
  const input = (field: SettingField) => (
    <SettingInput
      key={`${kind} ${field.name}`}
      field={field}
      value={values[field.name] ?? ''}
      onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
      isSet={system?.secretsSet.includes(field.name) ?? false}
      error={doing.errorAt(field.name)}
    />
  );
  const places = ['name', 'kind', 'domains', 'parallel', 'mostAnHour', 'leaverDays', ...fields.map((field) => field.name)];
  return (
    <Box
      component="form"
      onSubmit={submit}
      noValidate
      sx={{ display: 'grid', gap: 3, maxWidth: 760, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <Section title={t('mailSystems.form.about')}>
        <Box sx={{ display: 'grid', gap: 2.5 }}>
          <TextField
            name="name"
            label={t('mailSystems.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            autoFocus={!system}
            autoComplete="off"
            {...wrong(doing.errorAt('name'), t('mailSystems.form.nameHint'))}
          />
          <TextField
            select
            name="kind"
            label={t('mailSystems.form.kind')}
            value={kind}
            onChange={(event) => setKind(event.target.value as SystemKind)}
            disabled={!!system}
            {...wrong(doing.errorAt('kind'), t(`mailSystems.kindHint.${kind}`))}
          >
            {kinds.map((one) => (
              <MenuItem key={one.kind} value={one.kind}>
                {one.name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            name="domains"
            label={t('mailSystems.form.domains')}
            value={domains}
            onChange={(event) => setDomains(event.target.value)}
            required
            multiline
            minRows={2}
            {...wrong(doing.errorAt('domains'), t('mailSystems.form.domainsHint'))}
          />
        </Box>
      </Section>
      {fields.length > 0 && (
        <Section title={t('mailSystems.form.reach')} hint={t('mailSystems.form.reachHint')}>
          <Box sx={{ display: 'grid', gap: 2.5 }}>
            {asked.map(input)}
            {others.length > 0 && (
              <Button variant="outlined" aria-expanded={showsOthers} onClick={() => setWhole(!isWhole)} sx={{ justifySelf: 'start' }}>
                {t(showsOthers ? 'mailSystems.form.less' : 'mailSystems.form.more', { count: others.length })}
              </Button>
            )}
            {showsOthers && others.map(input)}
          </Box>
        </Section>
      )}
      <Section title={t('mailSystems.form.speed')} hint={t('mailSystems.form.speedHint')}>
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' }, alignItems: 'start' }}>
          <TextField
            name="parallel"
            label={t('mailSystems.form.parallel')}
            value={parallel}
            onChange={(event) => setParallel(event.target.value)}
            placeholder="4"
            {...wrong(doing.errorAt('parallel'), t('mailSystems.form.parallelHint'))}
          />
          <TextField
            name="mostAnHour"
            label={t('mailSystems.form.mostAnHour')}
            value={mostAnHour}
            onChange={(event) => setMostAnHour(event.target.value)}
            placeholder="200"
            {...wrong(doing.errorAt('mostAnHour'), t('mailSystems.form.mostAnHourHint'))}
          />
        </Box>
      </Section>
      <Section title={t('mailSystems.form.leavers')} hint={t('mailSystems.form.leaversHint')}>
        <TextField
          name="leaverDays"
          label={t('mailSystems.form.leaverDays')}
          value={leaverDays}
          onChange={(event) => setLeaverDays(event.target.value)}
          fullWidth
          {...wrong(doing.errorAt('leaverDays'), t('mailSystems.form.leaverDaysHint'))}
        />
      </Section>
      <ErrorNotes errors={doing.otherErrors(...places)} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={doing.isBusy || name.trim() === '' || domainsIn(domains).length === 0}>
          {doing.isBusy ? t('ui.working') : submitLabel}
        </Button>
        <Button component={Link} to={backTo}>
          {t('ui.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
