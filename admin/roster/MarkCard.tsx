// One person: name, post and agency, four marks; unsent and refused marks are said here. The list hears the taps.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { type Mark, marks } from '../classes/attendance.js';
import { MarkShape } from '../classes/MarkShape.js';

interface MarkCardProps {
  id: string;
  name: string;
  beside: string;
  mark: Mark | null;
  isUnsent: boolean;
  refusedKey: string | undefined;
  refusedMark: Mark | undefined;
  refusal: string | undefined;
  isOpen: boolean;
}

export const MarkCard = memo(function MarkCard({
  id,
  name,
  beside,
  mark,
  isUnsent,
  refusedKey,
  refusedMark,
  refusal,
  isOpen,
}: MarkCardProps) {
  const t = useTranslate();
  return (
    <li data-enrolment={id} data-unsent={isUnsent}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', justifyContent: 'space-between' }}>
        <span className="name">{name}</span>
        {isUnsent && <span className="unsent">{t('roster.unsent')}</span>}
      </Box>
      <div className="beside">{beside}</div>
      <div className="marks" role="group" aria-label={name}>
        {marks.map((one) => (
          <button key={one} type="button" data-mark={one} aria-pressed={one === mark} disabled={!isOpen}>
            <MarkShape mark={one} size={18} />
            {t(`classes.mark.${one}`)}
          </button>
        ))}
      </div>
      {refusal && refusedMark && (
        <Alert
          severity="error"
          variant="outlined"
          sx={{ mt: 1 }}
          action={
            <Button color="inherit" size="small" data-seen={refusedKey}>
              {t('roster.seen')}
            </Button>
          }
        >
          {t('roster.refused', { mark: t(`classes.mark.${refusedMark}`), reason: refusal })}
        </Alert>
      )}
    </li>
  );
});
