// For, against, abstaining and not yet, as parts of those who may vote, with a mark where the quorum is met; in words under it.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { LiveVote } from './vote.documents.js';

const parts = [
  { name: 'FOR', colour: 'success.main', pattern: 'none' },
  { name: 'AGAINST', colour: 'error.main', pattern: 'repeating-linear-gradient(45deg, transparent 0 4px, rgba(255,255,255,.45) 4px 6px)' },
  {
    name: 'ABSTAIN',
    colour: 'text.secondary',
    pattern: 'repeating-linear-gradient(90deg, transparent 0 3px, rgba(255,255,255,.4) 3px 4px)',
  },
] as const;

export function VoteBar({ vote }: { vote: LiveVote }) {
  const t = useTranslate();
  const { number } = useFormat();
  const counts = { FOR: vote.for, AGAINST: vote.against, ABSTAIN: vote.abstain };
  const isAppeal = vote.purpose === 'APPEAL';
  const share = (count: number) => `${(count / Math.max(vote.base, 1)) * 100}%`;
  const isQuorate = vote.present >= vote.quorum;
  const word = (name: (typeof parts)[number]['name']) => t(isAppeal ? `decisions.choiceOnAppeal.${name}` : `decisions.choice.${name}`);
  return (
    <Box data-part="vote">
      <Box aria-hidden="true" sx={{ position: 'relative', pt: 2.5 }}>
        <Box
          sx={{
            display: 'flex',
            height: 22,
            borderRadius: 1,
            overflow: 'hidden',
            bgcolor: 'action.hover',
            border: 1,
            borderColor: 'divider',
          }}
        >
          {parts.map(({ name, colour, pattern }) => (
            <Box key={name} className="keep-colour" sx={{ width: share(counts[name]), bgcolor: colour, backgroundImage: pattern }} />
          ))}
        </Box>
        <Box sx={{ position: 'absolute', left: share(vote.quorum), top: 14, bottom: -4, borderLeft: 3, borderColor: 'text.primary' }} />
        <Box
          sx={{
            position: 'absolute',
            top: -4,
            fontSize: '0.75rem',
            whiteSpace: 'nowrap',
            ...(vote.quorum * 2 > vote.base ? { right: `calc(100% - ${share(vote.quorum)})` } : { left: share(vote.quorum) }),
          }}
        >
          {t('decisions.live.quorumMark', { quorum: number(vote.quorum) })}
        </Box>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1.25, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
        {parts.map(({ name, colour }) => (
          <Box component="li" key={name} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
            <Box aria-hidden="true" className="keep-colour" sx={{ width: 12, height: 12, borderRadius: 0.5, bgcolor: colour }} />
            {word(name)}: <b>{number(counts[name])}</b>
          </Box>
        ))}
        <li>
          {t('decisions.live.waiting')}: <b>{number(vote.base - vote.present)}</b>
        </li>
      </Box>
      <Box sx={{ mt: 0.75, fontWeight: 600, color: isQuorate ? 'success.main' : 'warning.main' }}>
        {t(isQuorate ? 'decisions.live.quorate' : 'decisions.live.notQuorate', {
          present: number(vote.present),
          quorum: number(vote.quorum),
        })}
      </Box>
    </Box>
  );
}
