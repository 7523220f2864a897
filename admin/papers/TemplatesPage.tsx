// The texts and the layout of papers, as the city has them: each can be changed, tried first, and put back.
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { Loading } from '../shell/Loading.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Mark } from '../ui/Mark.js';
import { PageHead } from '../ui/PageHead.js';
import { PAPER_TEMPLATES, type PaperTemplate } from './documents.js';
import { LayoutForm } from './LayoutForm.js';
import { TemplateDialog } from './TemplateDialog.js';

/** Groups in the order in which they are looked for: the first part of a name. */
const groups = ['head', 'sign', 'decision', 'docket', 'notice', 'minutes', 'file', 'certificate', 'column', 'word'] as const;

export function TemplatesPage() {
  const t = useTranslate();
  const { number } = useFormat();
  const { data, error, refetch } = useAsk(PAPER_TEMPLATES, {});
  const [chosen, setChosen] = useState<PaperTemplate>();
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const of = (group: string) => data.paperTemplates.filter(({ name }) => name.startsWith(`${group}.`));
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 1040 }}>
      <PageHead
        title={t('papers.templates.title')}
        hint={t('papers.templates.hint')}
        trail={[{ to: '/decisions', words: t('decisions.title') }]}
      />
      <Box>
        {groups.map((group) => {
          const texts = of(group);
          const changed = texts.filter(({ isChanged }) => isChanged).length;
          return (
            <Accordion key={group} disableGutters slotProps={{ transition: { unmountOnExit: true } }}>
              <AccordionSummary expandIcon="▾" id={`group-${group}`}>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
                  <Typography component="span" sx={{ fontWeight: 600 }}>
                    {t(`papers.templates.group.${group}`)}
                  </Typography>
                  {changed > 0 && <Mark look="wait">{t('papers.templates.changed', { count: number(changed) })}</Mark>}
                </Box>
              </AccordionSummary>
              <AccordionDetails>
                <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
                  {texts.map((template) => (
                    <TemplateLine key={template.name} template={template} onChange={() => setChosen(template)} />
                  ))}
                </Box>
              </AccordionDetails>
            </Accordion>
          );
        })}
      </Box>
      <LayoutForm />
      {chosen && <TemplateDialog template={chosen} onClose={() => setChosen(undefined)} />}
    </Box>
  );
}

function TemplateLine({ template, onChange }: { template: PaperTemplate; onChange: () => void }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const { name, text, isChanged, changedAt, changedBy } = template;
  return (
    <Box component="li" data-template={name} sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>
        {isChanged && changedAt && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('papers.templates.changedBy', { at: moment(changedAt), name: changedBy ?? '' })}
          </Typography>
        )}
      </Box>
      <Button size="small" variant="outlined" onClick={onChange} aria-label={t('papers.templates.changeOf', { text: text.slice(0, 60) })}>
        {t('papers.templates.change')}
      </Button>
    </Box>
  );
}
