// The scanned paper of an explanation or an appeal: PDF or picture of at most 10 MB, sent as soon as it is chosen.
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useDoing } from '../../data/command.js';
import { sendFile } from '../../data/files.js';
import { FilePicker } from '../../ui/FilePicker.js';

const largest = 10 * 1024 * 1024;

export interface Scan {
  name: string;
  /** Once it has arrived. */
  id?: string;
}

interface ScanFieldProps {
  scan: Scan | undefined;
  onChange: (scan: Scan | undefined) => void;
  error?: string | undefined;
}

export function ScanField({ scan, onChange, error }: ScanFieldProps) {
  const t = useTranslate();
  const upload = useDoing();
  const [progress, setProgress] = useState<number>();
  const take = (file: File) =>
    void upload.run(async () => {
      onChange({ name: file.name });
      setProgress(0);
      try {
        const path = `/attachments?fileName=${encodeURIComponent(file.name)}`;
        const { attachmentId } = await sendFile<{ attachmentId: string }>(path, file, setProgress);
        onChange({ name: file.name, id: attachmentId });
      } catch (fault) {
        onChange(undefined);
        throw fault;
      } finally {
        setProgress(undefined);
      }
    });
  return (
    <FilePicker
      label={t('decisions.paper.scan')}
      hint={t('decisions.paper.scanHint')}
      accept="application/pdf,image/png,image/jpeg"
      largest={largest}
      onFile={take}
      chosen={scan?.name}
      progress={progress}
      error={upload.otherErrors()[0] ?? error}
      hasCamera
    />
  );
}
