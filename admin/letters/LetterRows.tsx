// The rows of a list of letters: what, to whom, where it stands; each can be chosen.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import type { Letter } from './documents.js';
import { ChannelWords, LetterStateWords } from './state.js';

interface LetterRowsProps {
  letters: Letter[];
  chosen: ReadonlyMap<string, Letter>;
  /** Left out for whoever only reads them. */
  onToggle: ((letters: readonly Letter[], isOn: boolean) => void) | undefined;
  empty: ReactNode;
}

export function LetterRows({ letters, chosen, onToggle, empty }: LetterRowsProps) {
  const t = useTranslate();
  const { isPending, error, refetch, filterValues, isPlaceholderData } = useListContext<Letter>();
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) {
    return (
      <Box role="status" aria-busy="true" aria-label={t('ui.list.loading')} sx={{ p: 2 }}>
        <Skeleton height={320} />
      </Box>
    );
  }
  if (letters.length === 0) {
    const { q, agencyId } = filterValues as { q?: string; agencyId?: string };
    return <>{q || agencyId ? <Empty title={t('ui.list.noMatch')} hint={t('ui.list.noMatchHint')} /> : empty}</>;
  }
  const isAllChosen = letters.every(({ id }) => chosen.has(id));
  return (
    <Box sx={{ opacity: isPlaceholderData ? 0.55 : 1 }}>
      {onToggle && (
        <Box className="no-print" sx={{ display: 'flex', alignItems: 'center', gap: 1, px: { xs: 1, sm: 2 }, py: 0.5 }}>
          <Checkbox
            checked={isAllChosen}
            indeterminate={!isAllChosen && letters.some(({ id }) => chosen.has(id))}
            onChange={() => onToggle(letters, !isAllChosen)}
            slotProps={{ input: { 'aria-label': t('letters.choosePage') } }}
          />
          {t('letters.choosePage')}
        </Box>
      )}
      <Box component="ul" data-part="letters" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {letters.map((letter) => (
          <LetterRow
            key={letter.id}
            letter={letter}
            isChosen={chosen.has(letter.id)}
            onToggle={onToggle && ((isOn) => onToggle([letter], isOn))}
          />
        ))}
      </Box>
    </Box>
  );
}

function LetterRow({ letter, isChosen, onToggle }: { letter: Letter; isChosen: boolean; onToggle: ((isOn: boolean) => void) | undefined }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const agencyName = useAgencyName();
  const { officer } = letter;
  const box = onToggle ? '42px ' : '';
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: `${box}1fr`, md: `${box}minmax(220px, 1.4fr) minmax(200px, 1.2fr) minmax(180px, 1fr)` },
        columnGap: { xs: 1, sm: 2 },
        rowGap: 0.5,
        alignItems: 'start',
        px: { xs: 1, sm: 2 },
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {onToggle && (
        <Checkbox
          checked={isChosen}
          onChange={() => onToggle(!isChosen)}
          slotProps={{ input: { 'aria-label': t('letters.choose', { name: officer.fullName, title: letter.title }) } }}
          sx={{ mt: -1, gridRow: { xs: '1 / span 3', md: 'auto' } }}
        />
      )}
      <Box sx={{ minWidth: 0 }}>
        <Link to={`/letters/${letter.id}/show`}>
          <b>{letter.title}</b>
        </Link>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{moment(letter.createdAt)}</Box>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {officer.fullName}
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {[officer.post, agencyName(officer.agency)].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <Box sx={{ fontSize: '0.875rem' }}>
        <LetterStateWords state={letter.state} />
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          <ChannelWords channel={letter.channel} />
          {letter.sentTo && ` · ${letter.sentTo}`}
          {letter.printedAt && ` · ${t('letters.printedAt', { at: moment(letter.printedAt) })}`}
        </Box>
      </Box>
    </Box>
  );
}
