// What a committee decides: each kind with a sentence about what it does.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useTranslate } from 'react-admin';
import { type DecisionKind, decisionKinds } from './words.js';

interface KindsFieldProps {
  value: DecisionKind[];
  onChange: (kinds: DecisionKind[]) => void;
  error: string | undefined;
}

export function KindsField({ value, onChange, error }: KindsFieldProps) {
  const t = useTranslate();
  return (
    <FormControl component="fieldset" error={error !== undefined} aria-label={t('committees.field.competences')}>
      {decisionKinds.map((kind) => (
        <FormControlLabel
          key={kind}
          sx={{ alignItems: 'flex-start', mt: 0.5 }}
          control={
            <Checkbox
              name="competences"
              value={kind}
              checked={value.includes(kind)}
              onChange={(event) => onChange(decisionKinds.filter((one) => (one === kind ? event.target.checked : value.includes(one))))}
              sx={{ pt: 0.25 }}
            />
          }
          label={
            <Box>
              {t(`committees.kind.${kind}`)}
              <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', color: 'text.secondary' }}>
                {t(`committees.kindHint.${kind}`)}
              </Box>
            </Box>
          }
        />
      ))}
      {error && <FormHelperText role="alert">{error}</FormHelperText>}
    </FormControl>
  );
}
