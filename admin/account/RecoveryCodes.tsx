// Recovery codes, shown once: to print, copy or keep as a file.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { useViewer } from '../data/viewer.js';
import { CopyButton } from '../ui/CopyButton.js';
import { downloadText } from '../ui/csv.js';

export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useTranslate();
  const viewer = useViewer();
  const heading = t('account.codes.file', { name: viewer?.name ?? '' });
  const print = () => {
    // Only the dialog is printed: print.css hides the page under it.
    document.body.classList.add('prints-dialog');
    window.print();
    document.body.classList.remove('prints-dialog');
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box component="strong" className="print-only">
        {heading}
        {viewer?.email && ` (${viewer.email})`}
      </Box>
      <span>{t('account.codes.hint')}</span>
      <Box
        component="ol"
        data-part="recovery-codes"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 2,
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          whiteSpace: 'nowrap',
          fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <CopyButton text={codes.join('\n')} label={t('account.codes.copy')} variant="contained" />
        <Button variant="outlined" onClick={() => downloadText('hopthu-recovery-codes', 'txt', [heading, '', ...codes, ''].join('\r\n'))}>
          {t('account.codes.download')}
        </Button>
        <Button variant="outlined" onClick={print}>
          {t('account.codes.print')}
        </Button>
      </Box>
      <Alert severity="warning">{t('account.codes.once')}</Alert>
    </Box>
  );
}
