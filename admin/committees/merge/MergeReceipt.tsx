// The receipt of a merger: what was made and closed, how many people and cases, on what it rests.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Facts } from '../../ui/Facts.js';
import { useFormat } from '../../ui/format.js';
import { Section } from '../../ui/Section.js';
import type { WholeCommittee } from '../documents.js';
import type { Merged, MergeInput, MergePreview } from './documents.js';

interface MergeReceiptProps {
  merged: Merged;
  input: MergeInput;
  /** What was previewed; of a planned merger nothing else is known yet. */
  foreseen: MergePreview;
  sources: WholeCommittee[];
}

export function MergeReceipt({ merged, input, foreseen, sources }: MergeReceiptProps) {
  const t = useTranslate();
  const { day, number } = useFormat();
  const { isPlanned, committee } = merged;
  const preview = isPlanned ? foreseen : (merged.preview ?? foreseen);
  return (
    <Section
      title={t('committees.merge.receipt')}
      actions={
        <Button onClick={() => print()} size="small">
          {t('shell.bar.print')}
        </Button>
      }
    >
      <Box data-part="receipt" sx={{ display: 'grid', gap: 2 }}>
        <Alert severity="success" variant="outlined">
          {t(isPlanned ? 'committees.merge.planned' : 'committees.merge.done', { day: day(input.effectiveOn) })}
        </Alert>
        <Facts
          facts={[
            [t('committees.merge.new'), committee ? <Link to={`/committees/${committee.id}/show`}>{committee.name}</Link> : input.name],
            [t('committees.field.code'), input.code.toUpperCase()],
            [t('committees.merge.day'), day(input.effectiveOn)],
            [
              t(isPlanned ? 'committees.merge.willClose' : 'committees.merge.closed'),
              <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
                {sources.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={`/committees/${id}/show`}>{name}</Link>
                  </li>
                ))}
              </Box>,
            ],
            [t('committees.merge.memberTotal'), number(preview.members)],
            [
              t(isPlanned ? 'committees.merge.casesForeseen' : 'committees.cases'),
              t('committees.merge.sum.cases', {
                moved: number(preview.moved),
                reopened: number(preview.reopened),
                joined: number(preview.joined),
              }),
            ],
            [t('committees.field.legalBasis'), input.legalBasis],
          ]}
        />
        <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {committee && (
            <Button component={Link} to={`/committees/${committee.id}/show`} variant="contained">
              {t('committees.merge.toNew')}
            </Button>
          )}
          <Button component={Link} to="/committees" variant="outlined">
            {t('committees.merge.toAll')}
          </Button>
        </Box>
      </Box>
    </Section>
  );
}
