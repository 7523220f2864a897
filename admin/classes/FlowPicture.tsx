// From which tier to which: two columns of people with bands between them; words and numbers at both sides.
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { TierShape } from '../ui/TierChip.js';
import { type UsageTier, tiers } from '../ui/tiers.js';
import { type Flow, bandsOf, countFrom, countTo } from './effect.js';

const height = 220;
const width = 260;
const column = 16;
const gap = 6;

interface Block {
  tier: UsageTier;
  top: number;
  size: number;
  count: number;
}

/** The blocks of one side, with a gap between tiers. */
function blocksOf(flows: readonly Flow[], countOf: typeof countFrom, unit: number): Block[] {
  let top = 0;
  return tiers.flatMap((tier) => {
    const count = countOf(flows, tier);
    if (count === 0) return [];
    const block = { tier, top, size: count * unit, count };
    top += block.size + gap;
    return [block];
  });
}

export function FlowPicture({ flows }: { flows: Flow[] }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { palette } = useTheme();
  const people = flows.reduce((sum, { count }) => sum + count, 0);
  if (people === 0) return null;
  const unit = (height - 3 * gap) / people;
  const before = blocksOf(flows, countFrom, unit);
  const after = blocksOf(flows, countTo, unit);
  const bands = bandsOf(flows);
  // A band lies as far down as its people and the gaps of the tiers above it.
  const shift = (blocks: Block[], tier: UsageTier) => gap * blocks.findIndex((block) => block.tier === tier);
  const words = flows.map(({ from, to, count }) =>
    t('classes.effect.flow', { from: t(`ui.tier.${from}`), to: t(`ui.tier.${to}`), count: number(count) }),
  );
  const side = (blocks: Block[], title: string) => (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ fontWeight: 600, mb: 1 }}>{title}</Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75, fontSize: '0.8125rem' }}>
        {blocks.map(({ tier, count }) => (
          <Box component="li" key={tier} sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
            <TierShape tier={tier} size={12} />
            <span>{t(`ui.tierShort.${tier}`)}</span>
            <b>{number(count)}</b>
          </Box>
        ))}
      </Box>
    </Box>
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'max-content minmax(0, 300px) max-content' },
      }}
    >
      {side(before, t('classes.effect.before'))}
      <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, gridRow: { xs: 2, sm: 'auto' } }}>
        <svg
          role="img"
          aria-label={words.join('; ')}
          className="keep-colour"
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: '100%', display: 'block' }}
        >
          {bands.map(({ from, to, count, left, right }) => {
            const a = left * unit + shift(before, from);
            const b = right * unit + shift(after, to);
            const size = count * unit;
            const [x0, x1, middle] = [column, width - column, width / 2];
            return (
              <path
                key={`${from} ${to}`}
                d={`M${x0} ${a}C${middle} ${a} ${middle} ${b} ${x1} ${b}V${b + size}C${middle} ${b + size} ${middle} ${a + size} ${x0} ${a + size}Z`}
                fill={palette.tier[to]}
                opacity="0.28"
              />
            );
          })}
          {before.map(({ tier, top, size }) => (
            <rect key={tier} x="0" y={top} width={column} height={size} rx="3" fill={palette.tier[tier]} />
          ))}
          {after.map(({ tier, top, size }) => (
            <rect key={tier} x={width - column} y={top} width={column} height={size} rx="3" fill={palette.tier[tier]} />
          ))}
        </svg>
      </Box>
      {side(after, t('classes.effect.after'))}
    </Box>
  );
}
