// A paper brought along: chosen or photographed, uploaded at once, named by its id when the act is done.
import { useState } from 'react';
import { useDoing } from '../data/command.js';
import { sendFile } from '../data/files.js';
import { FilePicker } from '../ui/FilePicker.js';

const largest = 10 * 1024 * 1024;

export interface Scan {
  /** Once it is uploaded. */
  id: string | undefined;
  name: string | undefined;
  progress: number | undefined;
  isBusy: boolean;
  error: string | undefined;
  take: (file: File) => void;
}

export function useScan(): Scan {
  const upload = useDoing();
  const [file, setFile] = useState<{ name: string; id?: string }>();
  const [progress, setProgress] = useState<number>();
  const take = (chosen: File) =>
    void upload.run(async () => {
      setFile({ name: chosen.name });
      setProgress(0);
      try {
        const path = `/attachments?fileName=${encodeURIComponent(chosen.name)}`;
        const { attachmentId } = await sendFile<{ attachmentId: string }>(path, chosen, setProgress);
        setFile({ name: chosen.name, id: attachmentId });
      } catch (error) {
        setFile(undefined);
        throw error;
      } finally {
        setProgress(undefined);
      }
    });
  return { id: file?.id, name: file?.name, progress, isBusy: progress !== undefined, error: upload.otherErrors()[0], take };
}

interface ScanFieldProps {
  scan: Scan;
  label: string;
  hint: string;
  error?: string | undefined;
}

export function ScanField({ scan, label, hint, error }: ScanFieldProps) {
  return (
    <FilePicker
      label={label}
      hint={hint}
      accept="application/pdf,image/png,image/jpeg"
      largest={largest}
      onFile={scan.take}
      chosen={scan.name}
      progress={scan.progress}
      error={scan.error ?? error}
      hasCamera
    />
  );
}
