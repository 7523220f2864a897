// What this class changed: tier before, tier in the next review, for those who completed it (TR-4).
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { TierChip } from '../ui/TierChip.js';
import type { Enrolment, TrainingClass } from './documents.js';
import { flowsOf } from './effect.js';
import { CLASS_EFFECT } from './effect.documents.js';
import { EffectBars } from './EffectBars.js';
import { FlowPicture } from './FlowPicture.js';

export function ClassEffect({ held, roster }: { held: TrainingClass; roster: Enrolment[] | undefined }) {
  const t = useTranslate();
  const { number } = useFormat();
  const may = useMay('training.readEffect') && held.state === 'COMPLETED';
  const { data, error } = useAsk(CLASS_EFFECT, { id: held.id }, may);
  const effect = data?.trainingClass?.effect;
  // A trainer is shown the effect of the own classes only. Figures and list come apart and are drawn together.
  if (!may || error || !effect || !roster) return null;
  const flows = flowsOf(roster);
  const judged = roster.filter(({ state }) => state === 'COMPLETED');
  if (effect.improved + effect.unchanged + effect.worsened === 0) {
    return (
      <Section title={t('classes.effect.title')}>
        <Typography sx={{ color: 'text.secondary' }}>{t('classes.effect.notYet', { count: number(effect.completed) })}</Typography>
      </Section>
    );
  }
  return (
    <ChartWithTable
      title={t('classes.effect.title')}
      hint={t('classes.effect.hint')}
      file={`effect-${held.reference}`}
      table={{
        head: [t('officers.column.fullName'), t('officers.column.agency'), t('classes.effect.before'), t('classes.effect.after')],
        rows: judged.map(({ officer, tierBefore, tierAfter }) => [
          officer.fullName,
          officer.agency.name,
          <TierChip tier={tierBefore} />,
          <TierChip tier={tierAfter} />,
        ]),
        csv: judged.map(({ officer, tierBefore, tierAfter }) => [
          officer.fullName,
          officer.agency.name,
          tierBefore && t(`ui.tier.${tierBefore}`),
          tierAfter && t(`ui.tier.${tierAfter}`),
        ]),
      }}
    >
      <FlowPicture flows={flows} />
      <EffectBars effect={effect} label={held.title} />
    </ChartWithTable>
  );
}
