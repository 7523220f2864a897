// Setting up the second factor over whatever page one is on, so that nothing typed there is lost.
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ReceiptDialog } from '../ui/ActDialog.js';
import { AuthenticatorSetUp } from './AuthenticatorSetUp.js';
import { useFactorsChanged } from './factors-changed.js';
import { RecoveryCodes } from './RecoveryCodes.js';

/** `onDone` once the recovery codes were put away; `onClose` when the reader would rather not. */
export function SetUpOverPage({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslate();
  const changed = useFactorsChanged();
  const [codes, setCodes] = useState<string[]>();
  if (!codes) return <AuthenticatorSetUp onClose={onClose} onDone={setCodes} />;
  const leave = () => {
    void changed();
    onDone();
  };
  return (
    <ReceiptDialog title={t('account.codes.title')} closeLabel={t('account.codes.kept')} onClose={leave}>
      <RecoveryCodes codes={codes} />
    </ReceiptDialog>
  );
}
