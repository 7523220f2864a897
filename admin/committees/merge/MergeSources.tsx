// First: which committees become one, and from which day.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslate } from 'react-admin';
import { cityDay } from '../../ui/city-time.js';
import { DayField } from '../../ui/DayField.js';
import { useFormat } from '../../ui/format.js';
import { Section } from '../../ui/Section.js';
import type { WholeCommittee } from '../documents.js';
import { voterCount } from '../terms.js';
import { useNow } from '../../ui/now.js';

interface MergeSourcesProps {
  open: WholeCommittee[];
  chosen: string[];
  onChosen: (ids: string[]) => void;
  day: string;
  onDay: (day: string) => void;
}

export function MergeSources({ open, chosen, onChosen, day: effectiveOn, onDay }: MergeSourcesProps) {
  const t = useTranslate();
  const { number, day } = useFormat();
  const isToCome = effectiveOn > cityDay(useNow());
  return (
    <Section title={t('committees.merge.which')} hint={t('committees.merge.whichHint')}>
      <Box component="fieldset" aria-label={t('committees.merge.which')} sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 1, mb: 3 }}>
        {open.map((committee) => (
          <FormControlLabel
            key={committee.id}
            sx={{ alignItems: 'flex-start', m: 0 }}
            control={
              <Checkbox
                name="sources"
                value={committee.id}
                checked={chosen.includes(committee.id)}
                onChange={(event) =>
                  onChosen(event.target.checked ? [...chosen, committee.id] : chosen.filter((id) => id !== committee.id))
                }
                sx={{ pt: 0.25 }}
              />
            }
            label={
              <Box sx={{ mb: 1 }}>
                <b>{committee.name}</b>
                <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
                  {[
                    committee.code,
                    t('committees.memberCount', { count: number(committee.members.length), voters: number(voterCount(committee.members)) }),
                    committee.competences.map((kind) => t(`committees.kind.${kind}`)).join(', '),
                  ].join(' · ')}
                </Box>
              </Box>
            }
          />
        ))}
      </Box>
      <Box sx={{ maxWidth: { sm: 420 }, display: 'grid' }}>
        <DayField
          name="effectiveOn"
          label={t('committees.merge.day')}
          value={effectiveOn}
          onChange={onDay}
          hint={isToCome ? t('committees.merge.dayPlanned', { day: day(effectiveOn) }) : t('committees.merge.dayHint')}
        />
      </Box>
    </Section>
  );
}
