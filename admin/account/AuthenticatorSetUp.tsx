// Setting up the authenticator app: the password, then the picture for the app, then the first code of the app.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { CodeField } from '../ui/CodeField.js';
import { CopyButton } from '../ui/CopyButton.js';
import { PasswordField } from '../ui/PasswordField.js';
import { TOTP_BEGIN, TOTP_CONFIRM } from './documents.js';
import { QrCode } from './QrCode.js';

interface AuthenticatorSetUpProps {
  onClose: () => void;
  onDone: (recoveryCodes: string[]) => void;
}

export function AuthenticatorSetUp({ onClose, onDone }: AuthenticatorSetUpProps) {
  const t = useTranslate();
  const doing = useDoing();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<{ secret: string; uri: string }>();

  if (!begun) {
    const begin = () => doing.run(async () => setBegun(await carryOut(TOTP_BEGIN, { password })));
    return (
      <ActDialog
        title={t('account.totp.setUp')}
        hint={t('account.totp.step1')}
        submitLabel={t('account.next')}
        doing={doing}
        fields={['password']}
        onSubmit={() => void begin()}
        onClose={onClose}
      >
        <PasswordField
          name="password"
          label={t('account.password.current')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={doing.errorAt('password')}
          autoFocus
        />
      </ActDialog>
    );
  }
  const confirm = () => doing.run(async () => onDone((await carryOut(TOTP_CONFIRM, { code: code.trim() })).recoveryCodes));
  return (
    <ActDialog
      title={t('account.totp.setUp')}
      submitLabel={t('account.totp.confirm')}
      doing={doing}
      fields={['code']}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      <Typography>{t('account.totp.step2')}</Typography>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'center' }}>
        <QrCode text={begun.uri} label={t('account.totp.qr')} />
        <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('account.totp.byHand')}
          </Typography>
          <Box
            component="code"
            data-part="totp-secret"
            sx={{ display: 'block', my: 1, fontSize: '1rem', letterSpacing: '0.04em', userSelect: 'all' }}
          >
            {begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </Box>
          <CopyButton text={begun.secret} label={t('account.totp.copySecret')} />
        </Box>
      </Box>
      <Typography>{t('account.totp.step3')}</Typography>
      <CodeField value={code} onChange={setCode} error={doing.errorAt('code')} isAppOnly />
    </ActDialog>
  );
}
