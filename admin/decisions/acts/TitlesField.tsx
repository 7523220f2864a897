// Which emulation titles an exclusion is about.
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { awardTitles } from '../case.js';

interface TitlesFieldProps {
  value: readonly string[];
  onChange: (codes: string[]) => void;
  error: string | undefined;
}

export function TitlesField({ value, onChange, error }: TitlesFieldProps) {
  const t = useTranslate();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <FormLabel id={id}>{t('decisions.papers.awardTitles')}</FormLabel>
      {awardTitles.map((code) => (
        <FormControlLabel
          key={code}
          sx={{ display: 'flex' }}
          control={
            <Checkbox
              checked={value.includes(code)}
              onChange={(event) => onChange(awardTitles.filter((one) => (one === code ? event.target.checked : value.includes(one))))}
            />
          }
          label={t(`decisions.award.${code}`)}
        />
      ))}
      {error && (
        <FormHelperText error role="alert">
          {error}
        </FormHelperText>
      )}
    </div>
  );
}
