// A filled-in list comes back: the file is read, what would change is shown row by row, and only then written.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useAfresh, useDoing } from '../data/command.js';
import { sendFile } from '../data/files.js';
import { PageRefused } from '../shell/faults.js';
import { Loading } from '../shell/Loading.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FaultNote } from '../ui/FaultNote.js';
import { FilePicker } from '../ui/FilePicker.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import type { TrainingClass } from './documents.js';
import { ImportRows } from './ImportRows.js';
import { toldOfSeats } from './request.js';
import type { RosterReport } from './roster-report.js';

const largest = 4 * 1024 * 1024;
const accept = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function ImportPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const { data: held, error, refetch } = useGetOne<TrainingClass>('classes', { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!held) return <Loading />;
  if (!held.availableActions.includes('UPDATE')) return <PageRefused />;
  const page = `/classes/${held.id}/show`;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('classes.import.title')}
        hint={t('classes.import.hint')}
        trail={[
          { to: '/classes', words: t('classes.title') },
          { to: page, words: held.title },
        ]}
      />
      <Import classId={held.id} page={page} />
    </Box>
  );
}

function Import({ classId, page }: { classId: string; page: string }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { number } = useFormat();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<RosterReport>();
  const [progress, setProgress] = useState<number>();
  const send = (chosen: File, isDryRun: boolean) =>
    doing.run(async () => {
      setProgress(0);
      try {
        const address = `/training/classes/${classId}/roster${isDryRun ? '?dryRun=true' : ''}`;
        setReport((await sendFile<{ report: RosterReport }>(address, chosen, setProgress)).report);
      } finally {
        setProgress(undefined);
      }
      if (!isDryRun) await afresh(...toldOfSeats);
    });
  const choose = (chosen: File) => {
    setFile(chosen);
    setReport(undefined);
    void send(chosen, true);
  };
  const changes = report ? report.added + report.marks : 0;
  return (
    <>
      <Section title={t('classes.import.file')}>
        <FilePicker
          label={t('classes.import.choose')}
          hint={t('classes.import.fileHint')}
          accept={accept}
          largest={largest}
          onFile={choose}
          chosen={file?.name}
          progress={progress}
        />
        <Box sx={{ mt: 2, display: 'grid', gap: 1 }}>
          <ErrorNotes errors={doing.otherErrors()} />
        </Box>
      </Section>
      {report && (
        <Section
          title={t(report.isDryRun ? 'classes.import.preview' : 'classes.import.done')}
          hint={t('classes.import.counts', { added: number(report.added), marks: number(report.marks), refused: number(report.refused) })}
          actions={
            report.isDryRun ? (
              <Button variant="contained" disabled={doing.isBusy || changes === 0} onClick={() => file && void send(file, false)}>
                {doing.isBusy ? t('ui.working') : t('classes.import.apply')}
              </Button>
            ) : (
              <Button component={Link} to={page} variant="contained">
                {t('classes.import.toClass')}
              </Button>
            )
          }
        >
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            {report.isDryRun && (
              <Alert severity="info">{t(changes > 0 ? 'classes.import.nothingYet' : 'classes.import.nothingToDo')}</Alert>
            )}
            {!report.isDryRun && <Alert severity="success">{t('classes.import.written')}</Alert>}
            {report.ignoredColumns.length > 0 && (
              <Alert severity="info" variant="outlined">
                {t('classes.import.ignored', { columns: report.ignoredColumns.join(', ') })}
              </Alert>
            )}
            <ImportRows rows={report.rows} />
          </Box>
        </Section>
      )}
    </>
  );
}
