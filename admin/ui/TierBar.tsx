// How a group of people divides into the four tiers: one bar, its words and numbers under it.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from './format.js';
import { TierShape } from './TierChip.js';
import { type TierFigures, countOf, tiers } from './tiers.js';

export function TierBar({ figures, label, isBare = false }: { figures: TierFigures; label: string; isBare?: boolean }) {
  const t = useTranslate();
  const { number } = useFormat();
  const total = figures.assessed + figures.notAssessed;
  const words = tiers.map((tier) => `${t(`ui.tier.${tier}`)}: ${number(countOf(figures, tier))}`).join('; ');
  return (
    <Box>
      <Box
        role="img"
        aria-label={`${label}. ${words}`}
        className="keep-colour"
        sx={{ display: 'flex', height: 14, borderRadius: 99, overflow: 'hidden', bgcolor: 'divider', gap: '2px' }}
      >
        {total > 0 &&
          tiers
            .filter((tier) => countOf(figures, tier) > 0)
            .map((tier) => (
              <Box
                key={tier}
                sx={{
                  width: `${(countOf(figures, tier) / total) * 100}%`,
                  bgcolor: (theme) => theme.palette.tier[tier],
                  opacity: tier === 'NOT_ASSESSED' ? 0.45 : 1,
                }}
              />
            ))}
      </Box>
      {!isBare && (
        <Box
          component="ul"
          aria-hidden="true"
          sx={{ listStyle: 'none', p: 0, m: 0, mt: 1, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}
        >
          {tiers.map((tier) => (
            <Box component="li" key={tier} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem' }}>
              <TierShape tier={tier} size={11} />
              <span>{t(`ui.tierShort.${tier}`)}</span>
              <b>{number(countOf(figures, tier))}</b>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
