// The figures of a group: regular, using, not assessed, with leaders beside all; the same picture for the city, an agency and a review.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { ChartWithTable } from './ChartWithTable.js';
import { useFormat } from './format.js';
import { Share } from './Share.js';
import { TierBar } from './TierBar.js';
import { type TierFigures, type UsageFigures, staffOf } from './tiers.js';

interface FiguresPanelProps {
  title: string;
  hint?: string;
  file: string;
  figures: UsageFigures;
}

export function FiguresPanel({ title, hint, file, figures }: FiguresPanelProps) {
  const t = useTranslate();
  const { number, share } = useFormat();
  const groups: [string, TierFigures][] = [
    [t('ui.everyone'), figures.all],
    [t('ui.leaders'), figures.leaders],
    [t('ui.others'), staffOf(figures)],
  ];
  const rowOf = ([name, group]: [string, TierFigures]) =>
    [name, group.assessed, group.regular, group.irregular, group.never, group.regularShare, group.usingShare, group.notAssessed] as const;
  const table = {
    head: [
      t('ui.figures.officers'),
      t('ui.figures.assessed'),
      t('ui.tier.REGULAR'),
      t('ui.tier.IRREGULAR'),
      t('ui.tier.NEVER'),
      t('ui.share.regular'),
      t('ui.share.using'),
      t('ui.tier.NOT_ASSESSED'),
    ],
    rows: groups
      .map(rowOf)
      .map(([name, assessed, regular, irregular, never, regularShare, usingShare, notAssessed]) => [
        name,
        number(assessed),
        number(regular),
        number(irregular),
        number(never),
        share(regularShare),
        share(usingShare),
        number(notAssessed),
      ]),
    csv: groups.map((group) => [...rowOf(group)]),
  };
  return (
    <ChartWithTable title={title} hint={hint} file={file} table={table}>
      <Box sx={{ display: 'grid', gap: { xs: 3, md: 2 }, gridTemplateColumns: { xs: '1fr', md: 'repeat(3, 1fr)' } }}>
        <Pair words={t('ui.share.regular')} figures={figures} of="regular" />
        <Pair words={t('ui.share.using')} figures={figures} of="using" />
        <Pair words={t('ui.share.notAssessed')} figures={figures} of="notAssessed" />
      </Box>
      <Box sx={{ display: 'grid', gap: 2.5, mt: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        {groups.slice(0, 2).map(([name, group]) => (
          <Box key={name}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {name}
            </Typography>
            <TierBar figures={group} label={name} />
          </Box>
        ))}
      </Box>
    </ChartWithTable>
  );
}

function Pair({ words, figures, of }: { words: string; figures: UsageFigures; of: 'regular' | 'using' | 'notAssessed' }) {
  const t = useTranslate();
  const one = (group: TierFigures) => {
    const everyone = group.assessed + group.notAssessed;
    if (of === 'notAssessed')
      return { value: everyone > 0 ? group.notAssessed / everyone : null, part: group.notAssessed, whole: everyone, of: 'all' as const };
    if (of === 'regular') return { value: group.regularShare, part: group.regular, whole: group.assessed };
    return { value: group.usingShare, part: group.regular + group.irregular, whole: group.assessed };
  };
  return (
    <Box sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {words}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('ui.everyone')}
          </Typography>
          <Share {...one(figures.all)} size="large" />
        </Box>
        <Box>
          <Typography variant="body2" sx={{ color: 'leaders', fontWeight: 600 }}>
            {t('ui.leaders')}
          </Typography>
          <Share {...one(figures.leaders)} size="large" />
        </Box>
      </Box>
    </Box>
  );
}
