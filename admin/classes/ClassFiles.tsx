// The list of a class on paper and as a file: the sheet to sign, entering it afterwards, export and import.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Refused, toFault } from '../data/faults.js';
import { downloadFile } from '../data/files.js';
import { Section } from '../ui/Section.js';
import type { TrainingClass } from './documents.js';

export function ClassFiles({ held }: { held: TrainingClass }) {
  const t = useTranslate();
  const notify = useNotify();
  const [isBusy, setBusy] = useState(false);
  const isLed = held.availableActions.includes('MARK');
  const mayImport = held.availableActions.includes('UPDATE');
  if (!isLed && !mayImport) return null;
  const fetchAs = async (format: 'csv' | 'xlsx') => {
    setBusy(true);
    try {
      await downloadFile(`/training/classes/${held.id}/roster?format=${format}`, `${held.reference}.${format}`);
    } catch (error) {
      notify(error instanceof Refused ? error.message : toFault(error).message, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={t('classes.files.title')} hint={t('classes.files.hint')}>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button component={Link} to={`/classes/${held.id}/sheet`} variant="outlined">
          {t('classes.files.sheet')}
        </Button>
        {isLed && (
          <Button component={Link} to={`/classes/${held.id}/entry`} variant="outlined">
            {t('classes.files.entry')}
          </Button>
        )}
        <Button variant="outlined" disabled={isBusy} onClick={() => void fetchAs('csv')}>
          {t('classes.files.csv')}
        </Button>
        <Button variant="outlined" disabled={isBusy} onClick={() => void fetchAs('xlsx')}>
          {t('classes.files.xlsx')}
        </Button>
        {mayImport && (
          <Button component={Link} to={`/classes/${held.id}/import`} variant="outlined">
            {t('classes.files.import')}
          </Button>
        )}
      </Box>
    </Section>
  );
}
