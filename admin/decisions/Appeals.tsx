// The appeals against a decision, each instance with what was said and what came of it (D-9).
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { AppealFile } from './documents.js';

export function Appeals({ appeals }: { appeals: AppealFile[] }) {
  const t = useTranslate();
  return (
    <Section title={t('decisions.appeals.title')}>
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {appeals.map((appeal) => (
          <Appeal key={appeal.id} appeal={appeal} />
        ))}
      </Box>
    </Section>
  );
}

function Appeal({ appeal }: { appeal: AppealFile }) {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Box data-part="appeal">
      <Typography component="h3" sx={{ fontWeight: 600 }}>
        {t(appeal.instance > 1 ? 'decisions.appeals.second' : 'decisions.appeals.first')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('decisions.appeals.received', { on: day(appeal.receivedOn), by: day(appeal.settleBy) })}
      </Typography>
      {appeal.text && <Typography sx={{ whiteSpace: 'pre-line', mt: 1, overflowWrap: 'anywhere' }}>{appeal.text}</Typography>}
      {!appeal.settledOn && (
        <Alert severity={appeal.isOverdue ? 'error' : 'info'} variant="outlined" sx={{ mt: 1 }}>
          {t(
            appeal.isOverdue ? 'decisions.appeals.overdue' : `decisions.appeals.waits.${appeal.instance > 1 ? 'SUPERIOR' : appeal.settler}`,
          )}
        </Alert>
      )}
      {appeal.settledOn && (
        <Box sx={{ mt: 1, pl: 2, borderLeft: 3, borderColor: appeal.isUpheld ? 'divider' : 'warning.main' }}>
          <Typography sx={{ fontWeight: 600 }}>
            {t(appeal.isUpheld ? 'decisions.appeals.upheld' : 'decisions.appeals.reversed', {
              on: day(appeal.settledOn),
              by: appeal.settledBy ?? '',
            })}
          </Typography>
          {appeal.paperNumber && (
            <Typography variant="body2">{t('decisions.appeals.paper', { number: appeal.paperNumber, on: day(appeal.paperOn) })}</Typography>
          )}
          {appeal.findingWasWrong && <Typography variant="body2">{t('decisions.appeals.findingWasWrong')}</Typography>}
          {appeal.answer && <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{appeal.answer}</Typography>}
        </Box>
      )}
    </Box>
  );
}
