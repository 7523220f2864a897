// A share with the numbers it is made of, so that nobody has to believe a percentage.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from './format.js';

interface ShareProps {
  value: number | null | undefined;
  part: number;
  whole: number;
  of?: 'assessed' | 'all';
  size?: 'small' | 'large';
}

export function Share({ value, part, whole, of = 'assessed', size = 'small' }: ShareProps) {
  const t = useTranslate();
  const { share, number } = useFormat();
  const numbers = { part: number(part), whole: number(whole) };
  return (
    <Box>
      <Typography
        component="span"
        sx={{ fontSize: size === 'large' ? '2.125rem' : '1.0625rem', fontWeight: 600, lineHeight: 1.15, display: 'block' }}
      >
        {share(value)}
      </Typography>
      <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
        {whole === 0 ? t('ui.share.none') : of === 'assessed' ? t('ui.share.ofAssessed', numbers) : t('ui.share.ofAll', numbers)}
      </Typography>
    </Box>
  );
}
