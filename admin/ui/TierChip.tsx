// A tier, always by shape, word and colour together.
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { UsageTier } from './tiers.js';

/** Filled circle, half circle, empty circle, dash: told apart without colour. */
export function TierShape({ tier, size = 14 }: { tier: UsageTier; size?: number }) {
  const colour = useTheme().palette.tier[tier];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {tier === 'REGULAR' && <circle cx="8" cy="8" r="7" fill={colour} />}
      {tier === 'IRREGULAR' && (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke={colour} strokeWidth="2" />
          <path d="M8 2a6 6 0 0 0 0 12z" fill={colour} />
        </>
      )}
      {tier === 'NEVER' && <circle cx="8" cy="8" r="6" fill="none" stroke={colour} strokeWidth="2.4" />}
      {tier === 'NOT_ASSESSED' && <path d="M2 8h12" stroke={colour} strokeWidth="3" strokeLinecap="round" />}
    </svg>
  );
}

/** `size="large"` for the head of a page, `short` for narrow columns. */
export function TierChip({
  tier,
  size = 'small',
  short = false,
}: {
  tier: UsageTier | null | undefined;
  size?: 'small' | 'large';
  short?: boolean;
}) {
  const t = useTranslate();
  if (!tier) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }} title={t('ui.noTier')}>
        –
      </Box>
    );
  }
  const isLarge = size === 'large';
  return (
    <Box
      component="span"
      className="keep-colour"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: isLarge ? 1.25 : 0.875,
        color: (theme) => theme.palette.tier[tier],
        fontWeight: 600,
        fontSize: isLarge ? '1.0625rem' : '0.8438rem',
        lineHeight: 1.35,
        ...(isLarge && { border: 1, borderColor: 'currentColor', borderRadius: 99, px: 1.75, py: 0.75 }),
      }}
    >
      <TierShape tier={tier} size={isLarge ? 18 : 13} />
      <span>{short ? t(`ui.tierShort.${tier}`) : t(`ui.tier.${tier}`)}</span>
    </Box>
  );
}
