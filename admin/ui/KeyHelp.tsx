// Which keys this page knows; opened by ? and by its button.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ReceiptDialog } from './ActDialog.js';
import { useKeys } from './keys.js';

/** Each key with the key of its words. */
export function KeyHelp({ keys }: { keys: readonly (readonly [key: string, label: string])[] }) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} sx={{ display: { xs: 'none', md: 'inline-flex' } }} aria-keyshortcuts="?">
        {t('ui.keys.title')}
      </Button>
      {isOpen && (
        <ReceiptDialog title={t('ui.keys.title')} closeLabel={t('ui.cancel')} onClose={() => setOpen(false)}>
          <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 1, m: 0 }}>
            {[...keys, ['?', 'ui.keys.help'] as const].map(([key, label]) => (
              <Fragment key={key}>
                <Box component="dt">
                  <kbd>{key}</kbd>
                </Box>
                <Box component="dd" sx={{ m: 0 }}>
                  {t(label)}
                </Box>
              </Fragment>
            ))}
          </Box>
        </ReceiptDialog>
      )}
    </>
  );
}
