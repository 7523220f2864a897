// The authenticator app: setting it up, removing it, and the recovery codes that stand in for it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import type { Factors } from '../data/me.documents.js';
import { ActDialog, ReceiptDialog } from '../ui/ActDialog.js';
import { CodeField } from '../ui/CodeField.js';
import { Section } from '../ui/Section.js';
import { AuthenticatorSetUp } from './AuthenticatorSetUp.js';
import { RECOVERY_CODES_RENEW, TOTP_REMOVE } from './documents.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import { useFactorsChanged } from './factors-changed.js';

type Open = 'setUp' | 'remove' | 'renew' | null;

export function Authenticator({ factors }: { factors: Factors }) {
  const t = useTranslate();
  const changed = useFactorsChanged();
  const [isOpen, setOpen] = useState<Open>(null);
  const [codes, setCodes] = useState<string[]>();
  const close = () => setOpen(null);
  const show = (made: string[]) => {
    setCodes(made);
    close();
    void changed();
  };
  return (
    <Section
      title={t('account.totp.title')}
      hint={t(factors.hasTotp ? 'account.totp.on' : 'account.totp.off')}
      actions={
        !factors.hasTotp && (
          <Button variant="contained" onClick={() => setOpen('setUp')}>
            {t('account.totp.setUp')}
          </Button>
        )
      }
    >
      {(factors.hasTotp || factors.recoveryCodesLeft > 0) && (
        <>
          <Typography sx={{ color: factors.recoveryCodesLeft < 3 ? 'warning.main' : 'text.primary' }}>
            {t('account.codes.left', { count: factors.recoveryCodesLeft })}
          </Typography>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 2 }}>
            <Button variant="outlined" onClick={() => setOpen('renew')}>
              {t('account.codes.renew')}
            </Button>
            {factors.hasTotp && (
              <Button color="error" onClick={() => setOpen('remove')}>
                {t('account.totp.remove')}
              </Button>
            )}
          </Box>
        </>
      )}
      {isOpen === 'setUp' && <AuthenticatorSetUp onClose={close} onDone={show} />}
      {isOpen === 'remove' && <Remove onClose={close} />}
      {isOpen === 'renew' && <Renew onClose={close} onDone={show} />}
      {codes && (
        <ReceiptDialog title={t('account.codes.title')} closeLabel={t('account.codes.kept')} onClose={() => setCodes(undefined)}>
          <RecoveryCodes codes={codes} />
        </ReceiptDialog>
      )}
    </Section>
  );
}

function Remove({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const changed = useFactorsChanged();
  const [code, setCode] = useState('');
  const submit = async () => {
    if (!(await doing.run(async () => void (await carryOut(TOTP_REMOVE, { code: code.trim() }))))) return;
    onClose();
    void changed();
  };
  return (
    <ActDialog
      title={t('account.totp.remove')}
      hint={t('account.totp.removeHint')}
      submitLabel={t('account.totp.remove')}
      doing={doing}
      fields={['code']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
    >
      <CodeField value={code} onChange={setCode} error={doing.errorAt('code')} />
    </ActDialog>
  );
}

function Renew({ onClose, onDone }: { onClose: () => void; onDone: (codes: string[]) => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const submit = () =>
    doing.run(async () => {
      const { recoveryCodes } = await carryOut(RECOVERY_CODES_RENEW, {});
      void afresh('Account');
      onDone(recoveryCodes);
    });
  return (
    <ActDialog
      title={t('account.codes.renew')}
      hint={t('account.codes.renewHint')}
      submitLabel={t('account.codes.renew')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
    />
  );
}
