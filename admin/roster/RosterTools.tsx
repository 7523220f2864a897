// Finding somebody in the list, seeing who is left, and the one tap that marks all others present.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

interface RosterToolsProps {
  words: string;
  onWords: (words: string) => void;
  onlyUnmarked: boolean;
  onOnlyUnmarked: (only: boolean) => void;
  unmarked: number;
  onMarkAll: (() => void) | undefined;
}

export function RosterTools({ words, onWords, onlyUnmarked, onOnlyUnmarked, unmarked, onMarkAll }: RosterToolsProps) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Box sx={{ display: 'grid', gap: 1, my: 1.5, gridTemplateColumns: '1fr auto' }}>
      <TextField
        type="search"
        size="small"
        label={t('roster.search')}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        autoComplete="off"
      />
      <Button
        variant={onlyUnmarked ? 'contained' : 'outlined'}
        aria-pressed={onlyUnmarked}
        onClick={() => onOnlyUnmarked(!onlyUnmarked)}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {t('roster.onlyUnmarked', { count: number(unmarked) })}
      </Button>
      {onMarkAll && unmarked > 0 && (
        <Button variant="outlined" color="success" size="large" onClick={onMarkAll} sx={{ gridColumn: '1 / -1', minHeight: 52 }}>
          {t('roster.allPresent', { count: number(unmarked) })}
        </Button>
      )}
    </Box>
  );
}
