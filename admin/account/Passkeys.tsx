// Passkeys of the own account: their names, when each was last used, adding one on this machine, removing one.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useDoing } from '../data/command.js';
import type { Factors, Passkey } from '../data/me.documents.js';
import { canPasskey, makePasskey } from '../data/passkey.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { PasswordField } from '../ui/PasswordField.js';
import { Section } from '../ui/Section.js';
import { wrong } from '../ui/wrong.js';
import { deviceName } from './device.js';
import { PASSKEY_ADD, PASSKEY_BEGIN, PASSKEY_REMOVE } from './documents.js';
import { useFactorsChanged } from './factors-changed.js';

export function Passkeys({ factors }: { factors: Factors }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey>();
  const { passkeys } = factors;
  return (
    <Section
      title={t('account.passkey.title')}
      hint={t(canPasskey() ? 'account.passkey.hint' : 'account.passkey.cannot')}
      actions={
        canPasskey() && (
          <Button variant={passkeys.length > 0 ? 'outlined' : 'contained'} onClick={() => setAdding(true)}>
            {t('account.passkey.add')}
          </Button>
        )
      }
    >
      {passkeys.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
          {passkeys.map((passkey) => (
            <Box component="li" key={passkey.id} sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography sx={{ fontWeight: 600 }}>{passkey.name}</Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('account.passkey.made', { at: moment(passkey.createdAt) })} ·{' '}
                  {passkey.lastUsedAt ? t('account.passkey.used', { at: moment(passkey.lastUsedAt) }) : t('account.passkey.unused')}
                </Typography>
              </Box>
              <Button
                color="error"
                size="small"
                aria-label={t('account.passkey.removeOf', { name: passkey.name })}
                onClick={() => setLeaving(passkey)}
              >
                {t('account.remove')}
              </Button>
            </Box>
          ))}
        </Box>
      )}
      {isAdding && <Add hasPassword={factors.hasPassword} onClose={() => setAdding(false)} />}
      {leaving && <Remove passkey={leaving} onClose={() => setLeaving(undefined)} />}
    </Section>
  );
}

function Add({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const changed = useFactorsChanged();
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const [password, setPassword] = useState('');
  const submit = async () => {
    const isAdded = await doing.run(async () => {
      const { options } = await carryOut(PASSKEY_BEGIN, hasPassword ? { password } : {});
      await carryOut(PASSKEY_ADD, { name: name.trim(), response: await makePasskey(options) });
    });
    if (!isAdded) return;
    onClose();
    void changed();
  };
  return (
    <ActDialog
      title={t('account.passkey.add')}
      hint={t('account.passkey.addHint')}
      submitLabel={t('account.passkey.submit')}
      doing={doing}
      fields={['name', 'password']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={name.trim() === ''}
    >
      <TextField
        name="name"
        label={t('account.passkey.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        autoFocus
        fullWidth
        {...wrong(doing.errorAt('name'), t('account.passkey.nameHint'))}
      />
      {hasPassword && (
        <PasswordField
          name="password"
          label={t('account.password.current')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={doing.errorAt('password')}
        />
      )}
    </ActDialog>
  );
}

function Remove({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const changed = useFactorsChanged();
  const submit = async () => {
    if (!(await doing.run(async () => void (await carryOut(PASSKEY_REMOVE, { id: passkey.id }))))) return;
    onClose();
    void changed();
  };
  return (
    <ActDialog
      title={t('account.passkey.removeOf', { name: passkey.name })}
      hint={t('account.passkey.removeHint')}
      submitLabel={t('account.remove')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
    />
  );
}
