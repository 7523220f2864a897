// A new key: its name, what it may do, its last day; then the secret, shown once.
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog, ReceiptDialog } from '../ui/ActDialog.js';
import { OneTimeText } from '../ui/OneTimeText.js';
import { DayField } from '../ui/DayField.js';
import { useFormat } from '../ui/format.js';
import { wrong } from '../ui/wrong.js';
import { API_KEY_CREATE } from './documents.js';
import { scopes, wordOf } from './scopes.js';

const longestDays = 365;

/** The day so many days from now, as the city counts days. */
function dayIn(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(at);
}

export function ApiKeyCreate({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { day } = useFormat();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [expiresOn, setExpiresOn] = useState(() => dayIn(180));
  const [secret, setSecret] = useState<string>();
  if (secret) {
    return (
      <ReceiptDialog title={t('apiKeys.secretOf', { name })} closeLabel={t('apiKeys.kept')} onClose={onClose}>
        <OneTimeText text={secret} label={t('apiKeys.secret')} copyLabel={t('apiKeys.copy')} hint={t('apiKeys.once')} />
      </ReceiptDialog>
    );
  }
  const submit = () =>
    doing.run(async () => {
      const made = await carryOut(API_KEY_CREATE, { name: name.trim(), scopes: chosen, expiresOn });
      void afresh('ApiKeys', 'AuditEvents');
      setSecret(made.secret ?? undefined);
    });
  const scopesWrong = doing.errorAt('scopes');
  return (
    <ActDialog
      title={t('apiKeys.create')}
      hint={t('apiKeys.createHint')}
      submitLabel={t('apiKeys.createSubmit')}
      doing={doing}
      fields={['name', 'scopes', 'expiresOn']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={name.trim() === '' || chosen.length === 0 || expiresOn === ''}
    >
      <TextField
        name="name"
        label={t('apiKeys.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        autoFocus
        fullWidth
        autoComplete="off"
        {...wrong(doing.errorAt('name'), t('apiKeys.nameHint'))}
      />
      <FormControl component="fieldset" error={scopesWrong !== undefined}>
        <FormLabel component="legend">{t('apiKeys.scopes')}</FormLabel>
        {scopes.map((scope) => (
          <FormControlLabel
            key={scope}
            sx={{ alignItems: 'flex-start', mt: 1 }}
            control={
              <Checkbox
                name="scopes"
                value={scope}
                checked={chosen.includes(scope)}
                onChange={(event) => setChosen(event.target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))}
                sx={{ pt: 0 }}
              />
            }
            label={
              <>
                <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
                  {t(`apiKeys.scope.${wordOf(scope)}`)}
                </Typography>
                <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                  {t(`apiKeys.scopeHint.${wordOf(scope)}`)}
                </Typography>
              </>
            }
          />
        ))}
        {scopesWrong && <FormHelperText role="alert">{scopesWrong}</FormHelperText>}
      </FormControl>
      <DayField
        name="expiresOn"
        label={t('apiKeys.expiresOn')}
        value={expiresOn}
        onChange={setExpiresOn}
        error={doing.errorAt('expiresOn')}
        hint={t('apiKeys.expiresHint', { days: longestDays, latest: day(dayIn(longestDays)) })}
      />
    </ActDialog>
  );
}
