// A mail system without an interface: its orders go out in a file, and a file with what became of them comes back. What a file would close is shown first.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAfresh, useDoing } from '../data/command.js';
import { downloadFile, sendFile } from '../data/files.js';
import { useMay } from '../data/viewer.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FilePicker } from '../ui/FilePicker.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { toldOfMail } from './afresh.js';
import type { MailSystem } from './documents.js';

interface Report {
  confirmed: number;
  failed: number;
  faults: { line: number; message: string }[];
}

const largest = 4 * 1024 * 1024;

export function HandOver({ system }: { system: MailSystem }) {
  const t = useTranslate();
  const { number } = useFormat();
  const mayChange = useMay('mailOrder.change');
  const afresh = useAfresh();
  const fetching = useDoing();
  const sending = useDoing();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [isApplied, setApplied] = useState(false);
  const [progress, setProgress] = useState<number>();
  const path = `/mail-systems/${system.id}/hand-over`;
  const send = async (chosen: File, isDry: boolean) => {
    setReport(undefined);
    setApplied(false);
    await sending.run(async () => {
      setProgress(0);
      const body = new Blob([chosen], { type: 'text/csv' });
      const answer = await sendFile<{ report: Report }>(isDry ? `${path}?dryRun=true` : path, body, setProgress);
      setReport(answer.report);
      setApplied(!isDry);
      if (!isDry) await afresh(...toldOfMail);
    });
    setProgress(undefined);
  };
  const take = (chosen: File) => {
    setFile(chosen);
    void send(chosen, true);
  };
  const fetchFile = () =>
    fetching.run(async () => {
      await downloadFile(path, 'hand-over.csv');
      await afresh(...toldOfMail);
    });
  return (
    <Section title={t('mailSystems.handOver.title')} hint={t('mailSystems.handOver.hint')}>
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <Box>
          <Typography component="h3" sx={{ fontWeight: 600 }}>
            {t('mailSystems.handOver.out')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            {t('mailSystems.handOver.outHint')}
          </Typography>
          <Button variant="contained" disabled={fetching.isBusy} onClick={() => void fetchFile()}>
            {fetching.isBusy ? t('ui.working') : t('mailSystems.handOver.download')}
          </Button>
          <ErrorNotes errors={fetching.otherErrors()} />
        </Box>
        {mayChange && (
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <div>
              <Typography component="h3" sx={{ fontWeight: 600 }}>
                {t('mailSystems.handOver.back')}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('mailSystems.handOver.backHint')}
              </Typography>
            </div>
            <FilePicker
              label={t('mailSystems.handOver.choose')}
              hint={t('mailSystems.handOver.fileHint')}
              accept=".csv,text/csv"
              largest={largest}
              onFile={take}
              chosen={file?.name}
              progress={progress}
            />
            {report && (
              <Alert severity={isApplied ? 'success' : 'info'} role="status" variant="outlined" data-part="hand-over-report">
                {t(isApplied ? 'mailSystems.handOver.applied' : 'mailSystems.handOver.would', {
                  confirmed: number(report.confirmed),
                  failed: number(report.failed),
                })}
              </Alert>
            )}
            {report && report.faults.length > 0 && <Faults faults={report.faults} />}
            <ErrorNotes errors={sending.otherErrors()} />
            {file && report && !isApplied && report.confirmed + report.failed > 0 && (
              <Box>
                <Button variant="contained" disabled={sending.isBusy} onClick={() => void send(file, false)}>
                  {t('mailSystems.handOver.apply', { count: number(report.confirmed + report.failed) })}
                </Button>
              </Box>
            )}
          </Box>
        )}
      </Box>
    </Section>
  );
}

function Faults({ faults }: Pick<Report, 'faults'>) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Box data-part="hand-over-faults">
      <Typography sx={{ fontWeight: 600 }}>{t('mailSystems.handOver.faults', { count: number(faults.length) })}</Typography>
      <Box component="ul" tabIndex={0} sx={{ m: 0, pl: 2.5, maxHeight: 240, overflowY: 'auto' }}>
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>{t('mailSystems.handOver.fault', { line: number(line), message })}</li>
        ))}
      </Box>
    </Box>
  );
}
