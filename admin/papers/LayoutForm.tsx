// Sizes, margins and marks of papers, within the ranges of the decree.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import { LAYOUT_SAVE, type LayoutSetting, PAPER_LAYOUT } from './documents.js';

export function LayoutForm() {
  const t = useTranslate();
  const notify = useNotify();
  const afresh = useAfresh();
  const doing = useDoing();
  const { data } = useAsk(PAPER_LAYOUT, {});
  const [typed, setTyped] = useState<Record<string, string>>({});
  const settings = data?.paperLayout ?? [];
  const changed = settings.filter(({ name, value }) => typed[name] !== undefined && typed[name] !== value);
  const isUsual = settings.every(({ value, usualValue }) => value === usualValue);
  const save = (wanted: { name: string; value: string | null }[]) =>
    doing.run(async () => {
      await carryOut(LAYOUT_SAVE, { settings: wanted });
      setTyped({});
      await afresh('PaperLayout', 'AuditEvents');
      notify('papers.layout.saved', { type: 'success' });
    });
  if (settings.length === 0) return null;
  return (
    <Section title={t('papers.layout.title')} hint={t('papers.layout.hint')}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save(changed.map(({ name }) => ({ name, value: typed[name]! })));
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))' }}>
          {settings.map((setting) => (
            <SettingField
              key={setting.name}
              setting={setting}
              value={typed[setting.name] ?? setting.value}
              onChange={(value) => setTyped({ ...typed, [setting.name]: value })}
              error={doing.errorAt(setting.name)}
            />
          ))}
        </Box>
        <ErrorNotes errors={doing.otherErrors(...settings.map(({ name }) => name))} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={doing.isBusy || changed.length === 0}>
            {t('papers.layout.save')}
          </Button>
          {!isUsual && (
            <Button onClick={() => void save(settings.map(({ name }) => ({ name, value: null })))} disabled={doing.isBusy}>
              {t('papers.layout.reset')}
            </Button>
          )}
        </Box>
      </Box>
    </Section>
  );
}

interface SettingFieldProps {
  setting: LayoutSetting;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

function SettingField({ setting, value, onChange, error }: SettingFieldProps) {
  const t = useTranslate();
  const { decimal } = useDecimals();
  const { name, title, least, most, choices, usualValue } = setting;
  const isFixed = least !== null && least === most;
  const hint =
    least !== null && most !== null
      ? isFixed
        ? t('papers.layout.fixed')
        : t('papers.layout.range', { least: decimal(least), most: decimal(most), usual: decimal(Number(usualValue)) })
      : '';
  const look = wrong(error, hint);
  return (
    <TextField
      name={name}
      label={title}
      value={choices.length > 0 ? value : value.replace('.', ',')}
      onChange={(event) => onChange(choices.length > 0 ? event.target.value : event.target.value.replace(',', '.'))}
      select={choices.length > 0}
      size="small"
      autoComplete="off"
      {...look}
      slotProps={{ ...look.slotProps, htmlInput: { readOnly: isFixed } }}
    >
      {choices.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {choice}
        </MenuItem>
      ))}
    </TextField>
  );
}

function useDecimals() {
  const { number } = useFormat();
  return { decimal: (value: number) => (Number.isInteger(value) ? number(value) : String(value).replace('.', ',')) };
}
