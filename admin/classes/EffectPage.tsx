// What classes changed, trainer by trainer and class by class: ranked by the share of those who improved.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { ClassTabs } from './ClassTabs.js';
import { type TrainingEffect, improvedShare, shareOf } from './effect.js';
import { CLASS_EFFECTS, TRAINER_EFFECTS } from './effect.documents.js';
import { ChangeBar } from './EffectBars.js';

interface Line {
  id: string;
  name: string;
  title: ReactNode;
  beside: string;
  effect: TrainingEffect;
}

export function EffectPage() {
  const t = useTranslate();
  const { number, day } = useFormat();
  const seesAll = useMay('training.proposeClasses');
  const trainers = useAsk(TRAINER_EFFECTS, {});
  const classes = useAsk(CLASS_EFFECTS, seesAll ? {} : { isOwn: true });
  const error = trainers.error ?? classes.error;
  const byTrainer = (trainers.data?.trainerEffects ?? []).map(({ trainer, classes: count, effect }): Line => ({
    id: trainer.id,
    name: trainer.name,
    title: trainer.name,
    beside: t('classes.effect.classes', { count: number(count) }),
    effect,
  }));
  const byClass = (classes.data?.trainingClasses.nodes ?? []).flatMap(({ id, title, reference, startsAt, trainer, effect }): Line[] =>
    effect
      ? [
          {
            id,
            name: `${title} (${reference})`,
            title: (
              <Link component={RouterLink} to={`/classes/${id}/show`}>
                {title}
              </Link>
            ),
            beside: [reference, day(startsAt), trainer?.name].filter(Boolean).join(' · '),
            effect,
          },
        ]
      : [],
  );
  return (
    <>
      <ClassTabs here="effect" />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <PageHead
          title={t('classes.effect.page')}
          hint={t('classes.effect.hint')}
          trail={[{ to: '/classes', words: t('classes.title') }]}
        />
        {error && <FaultNote error={error} onRetry={() => void Promise.all([trainers.refetch(), classes.refetch()])} />}
        {(trainers.isPending || classes.isPending) && <Skeleton variant="rounded" height={320} />}
        {trainers.data && classes.data && byClass.length === 0 && (
          <Section>
            <Empty title={t('classes.effect.none')} hint={t('classes.effect.noneHint')} />
          </Section>
        )}
        {byTrainer.length > 0 && (
          <Ranking title={t('classes.effect.byTrainer')} who={t('classes.field.trainerId')} file="trainers-effect" lines={byTrainer} />
        )}
        {byClass.length > 0 && (
          <Ranking title={t('classes.effect.byClass')} who={t('classes.column.title')} file="classes-effect" lines={byClass} />
        )}
      </Box>
    </>
  );
}

/** Those of whom nothing is known yet come last. */
function ranked(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => (improvedShare(b.effect) ?? -1) - (improvedShare(a.effect) ?? -1) || a.name.localeCompare(b.name, 'vi'));
}

function Ranking({ title, who, file, lines }: { title: string; who: string; file: string; lines: Line[] }) {
  const t = useTranslate();
  const { number, share } = useFormat();
  const rows = ranked(lines);
  const counts = ['completed', 'improved', 'unchanged', 'worsened'] as const;
  const shares = ({ effect }: Line) => [
    improvedShare(effect),
    shareOf(effect.regularBefore, effect.assessedBefore),
    shareOf(effect.regularAfter, effect.assessedAfter),
  ];
  return (
    <ChartWithTable
      title={title}
      hint={t('classes.effect.rankHint')}
      file={file}
      table={{
        head: [
          who,
          ...counts.map((count) => t(`classes.effect.${count}`)),
          t('classes.effect.improvedShare'),
          t('classes.effect.regularBefore'),
          t('classes.effect.regularAfter'),
        ],
        rows: rows.map((line) => [line.title, ...counts.map((count) => number(line.effect[count])), ...shares(line).map(share)]),
        csv: rows.map((line) => [line.name, ...counts.map((count) => line.effect[count]), ...shares(line)]),
      }}
    >
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((line) => (
          <Box
            component="li"
            key={line.id}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', md: 'minmax(200px, 320px) 1fr 120px' },
              columnGap: 3,
              rowGap: 1,
              alignItems: 'center',
              py: 1.5,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box>
              <Box sx={{ fontWeight: 600 }}>{line.title}</Box>
              <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
                {line.beside} · {t('classes.effect.completedCount', { count: number(line.effect.completed) })}
              </Box>
            </Box>
            <ChangeBar effect={line.effect} label={line.name} />
            <Box sx={{ textAlign: { md: 'right' }, fontWeight: 600 }}>
              {improvedShare(line.effect) === null
                ? t('classes.effect.waiting')
                : t('classes.effect.improvedOf', { share: share(improvedShare(line.effect)) })}
            </Box>
          </Box>
        ))}
      </Box>
    </ChartWithTable>
  );
}
