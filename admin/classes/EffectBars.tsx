// An effect as two bars: how many improved, stayed, worsened; and the share of regular users before and after.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { type TrainingEffect, shareOf } from './effect.js';

const parts = ['improved', 'unchanged', 'worsened'] as const;
const looks = { improved: 'success.main', unchanged: 'text.secondary', worsened: 'error.main' } as const;
const signs = { improved: '▲', unchanged: '=', worsened: '▼' } as const;

/** Improved, unchanged, worsened, in one bar with its numbers under it. */
export function ChangeBar({ effect, label }: { effect: TrainingEffect; label: string }) {
  const t = useTranslate();
  const { number } = useFormat();
  const judged = effect.improved + effect.unchanged + effect.worsened;
  const words = parts.map((part) => `${t(`classes.effect.${part}`)}: ${number(effect[part])}`);
  return (
    <Box>
      <Box
        role="img"
        aria-label={`${label}. ${words.join('; ')}`}
        className="keep-colour"
        sx={{ display: 'flex', height: 14, borderRadius: 99, overflow: 'hidden', bgcolor: 'divider', gap: '2px' }}
      >
        {judged > 0 &&
          parts
            .filter((part) => effect[part] > 0)
            .map((part) => (
              <Box
                key={part}
                sx={{ width: `${(effect[part] / judged) * 100}%`, bgcolor: looks[part], opacity: part === 'unchanged' ? 0.45 : 1 }}
              />
            ))}
      </Box>
      <Box
        component="ul"
        aria-hidden="true"
        sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.75, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}
      >
        {parts.map((part) => (
          <Box component="li" key={part} sx={{ fontSize: '0.8125rem', color: looks[part] }}>
            {signs[part]} {t(`classes.effect.${part}`)} <b>{number(effect[part])}</b>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** A share before and after, on one line. */
export function ShareMove({ words, before, after }: { words: string; before: number | null; after: number | null }) {
  const t = useTranslate();
  const { share } = useFormat();
  const at = (value: number) => `${value * 100}%`;
  const dot = { position: 'absolute', top: '50%', width: 14, height: 14, borderRadius: '50%', transform: 'translate(-50%, -50%)' } as const;
  return (
    <Box>
      <Typography variant="body2">
        {words}: {t('classes.effect.move', { before: share(before), after: share(after) })}
      </Typography>
      <Box aria-hidden="true" className="keep-colour" sx={{ position: 'relative', height: 20, mx: 1 }}>
        <Box sx={{ position: 'absolute', left: 0, right: 0, top: '50%', height: 4, mt: '-2px', borderRadius: 99, bgcolor: 'divider' }} />
        {before !== null && after !== null && (
          <Box
            sx={{
              position: 'absolute',
              top: '50%',
              height: 4,
              mt: '-2px',
              left: at(Math.min(before, after)),
              width: at(Math.abs(after - before)),
              bgcolor: after >= before ? 'success.main' : 'error.main',
            }}
          />
        )}
        {before !== null && (
          <Box sx={{ ...dot, left: at(before), bgcolor: 'background.paper', border: 3, borderColor: 'text.secondary' }} />
        )}
        {after !== null && <Box sx={{ ...dot, left: at(after), bgcolor: 'primary.main' }} />}
      </Box>
    </Box>
  );
}

export function EffectBars({ effect, label }: { effect: TrainingEffect; label: string }) {
  const t = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 3, gridTemplateColumns: { xs: '1fr', md: 'repeat(3, 1fr)' }, alignItems: 'start' }}>
      <ChangeBar effect={effect} label={label} />
      <ShareMove
        words={t('ui.share.regular')}
        before={shareOf(effect.regularBefore, effect.assessedBefore)}
        after={shareOf(effect.regularAfter, effect.assessedAfter)}
      />
      <ShareMove
        words={t('ui.share.using')}
        before={shareOf(effect.usingBefore, effect.assessedBefore)}
        after={shareOf(effect.usingAfter, effect.assessedAfter)}
      />
    </Box>
  );
}
