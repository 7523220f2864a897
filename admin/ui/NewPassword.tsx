// Choosing a password: the rules in words, how strong it is in words and bars, and the same once more.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { PasswordField } from './PasswordField.js';
import { type Strength, shortestPassword, strengthOf } from './strength.js';

const steps: Strength[] = ['SHORT', 'WEAK', 'FAIR', 'STRONG'];
const colours = { SHORT: 'error.main', WEAK: 'warning.main', FAIR: 'info.main', STRONG: 'success.main' } as const;

interface NewPasswordProps {
  value: string;
  again: string;
  onChange: (value: string) => void;
  onAgain: (value: string) => void;
  error?: string | undefined;
  /** Name and address of whose password it is: made of them it is weak. */
  person?: readonly string[];
}

/** Both are the same, and long enough to be asked of the server. */
export function isChosen(value: string, again: string): boolean {
  return value === again && strengthOf(value) !== 'SHORT';
}

export function NewPassword({ value, again, onChange, onAgain, error, person = [] }: NewPasswordProps) {
  const t = useTranslate();
  const strength = strengthOf(value, person);
  const whyNot =
    value === ''
      ? undefined
      : strength === 'SHORT'
        ? t('ui.password.short', { count: shortestPassword })
        : value !== again
          ? t('ui.password.notAgain')
          : undefined;
  return (
    <>
      <PasswordField
        name="newPassword"
        label={t('ui.password.new')}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        hint={t('ui.password.rules', { count: shortestPassword })}
      />
      {value !== '' && <StrengthBars strength={strength} />}
      <PasswordField
        name="again"
        label={t('ui.password.again')}
        autoComplete="new-password"
        value={again}
        onChange={onAgain}
        error={again !== '' && !value.startsWith(again) ? t('ui.password.differs') : undefined}
        hint={whyNot}
      />
    </>
  );
}

function StrengthBars({ strength }: { strength: Strength }) {
  const t = useTranslate();
  const reached = steps.indexOf(strength);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mt: -1 }}>
      <Box aria-hidden="true" sx={{ display: 'flex', gap: 0.5 }}>
        {steps.map((step, index) => (
          <Box
            key={step}
            sx={{
              width: 28,
              height: 6,
              borderRadius: 3,
              border: 1,
              borderColor: index <= reached ? colours[strength] : 'divider',
              bgcolor: index <= reached ? colours[strength] : 'transparent',
            }}
          />
        ))}
      </Box>
      <Typography variant="body2" role="status">
        {t('ui.password.is', { strength: t(`ui.password.strength.${strength}`) })}
      </Typography>
    </Box>
  );
}
