// A file chosen, dropped, or taken with the camera of a phone; says what may be given, and how far it has gone out.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type DragEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';

interface FilePickerProps {
  label: string;
  hint: string;
  accept: string;
  /** In bytes; a larger file is refused here, before it is sent. */
  largest: number;
  onFile: (file: File) => void;
  /** The name of the file that was taken. */
  chosen?: string | undefined;
  /** 0 … 1 while it goes out. */
  progress?: number | undefined;
  error?: string | undefined;
  /** Offers the camera too, on devices that have one in the hand. */
  hasCamera?: boolean;
}

/** The field itself is not seen; what is seen shows that it has the focus. */
const focused = { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: 2 } as const;

export function FilePicker({ label, hint, accept, largest, onFile, chosen, progress, error, hasCamera = false }: FilePickerProps) {
  const t = useTranslate();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > largest);
    if (file.size <= largest) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const complaint = tooLarge ? t('ui.file.tooLarge', { most: Math.round(largest / 1024 / 1024) }) : error;
  const input = (capture?: 'environment') => (
    <Box
      component="input"
      type="file"
      accept={capture ? 'image/*' : accept}
      {...(capture && { capture })}
      aria-describedby={id}
      onChange={(event: { target: HTMLInputElement }) => {
        take(event.target.files?.[0]);
        // The same file can be chosen again after it was mended.
        event.target.value = '';
      }}
      sx={{ position: 'absolute', inset: 0, opacity: 0, cursor: 'pointer', fontSize: 0 }}
    />
  );
  return (
    <Box
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      sx={{
        border: 2,
        borderStyle: 'dashed',
        borderColor: complaint ? 'error.main' : isOver ? 'primary.main' : 'divider',
        borderRadius: 2,
        p: 2,
        display: 'grid',
        gap: 1,
        justifyItems: 'start',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          component="label"
          role={undefined}
          tabIndex={-1}
          variant="outlined"
          sx={{ position: 'relative', '&:focus-within': focused }}
        >
          {chosen ? t('ui.file.other') : label}
          {input()}
        </Button>
        {hasCamera && (
          <Button
            component="label"
            role={undefined}
            tabIndex={-1}
            variant="outlined"
            sx={{ position: 'relative', '&:focus-within': focused, '@media (pointer: fine)': { display: 'none' } }}
          >
            {t('ui.file.camera')}
            {input('environment')}
          </Button>
        )}
      </Box>
      {chosen && <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{chosen}</Typography>}
      {progress !== undefined && (
        <Box sx={{ width: '100%' }}>
          <LinearProgress
            variant={progress < 1 ? 'determinate' : 'indeterminate'}
            value={progress * 100}
            aria-label={t('ui.file.sending')}
            sx={{ height: 6, borderRadius: 3 }}
          />
          <Typography variant="body2">{t('ui.file.sending')}</Typography>
        </Box>
      )}
      <Typography id={id} variant="body2" sx={{ color: complaint ? 'error.main' : 'text.secondary' }} {...(complaint && { role: 'alert' })}>
        {complaint ?? hint}
      </Typography>
    </Box>
  );
}
