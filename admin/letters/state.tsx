// Where a letter stands, in a word with a shape beside it.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LetterState } from './letter.js';

const looks: Record<LetterState, { colour: string; isFilled: boolean }> = {
  WAITING: { colour: 'text.secondary', isFilled: false },
  SENT: { colour: 'info.main', isFilled: true },
  TO_HAND_OVER: { colour: 'warning.main', isFilled: false },
  LAPSED: { colour: 'text.secondary', isFilled: true },
  RECEIVED: { colour: 'success.main', isFilled: true },
};

export function LetterStateWords({ state }: { state: LetterState }) {
  const t = useTranslate();
  const { colour, isFilled } = looks[state];
  return (
    <Box component="span" className="keep-colour" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: colour }}>
      <Box
        component="span"
        aria-hidden="true"
        sx={{ width: 10, height: 10, flex: 'none', border: 2, borderRadius: '50%', bgcolor: isFilled ? colour : 'transparent' }}
      />
      {t(`letters.state.${state}`)}
    </Box>
  );
}

export function ChannelWords({ channel }: { channel: string }) {
  const t = useTranslate();
  return <>{t(`letters.channel.${channel}`)}</>;
}
