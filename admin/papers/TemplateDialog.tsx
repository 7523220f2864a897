// Changing one text of papers: what may stand in it, how it would read, and what it was.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { wrong } from '../ui/wrong.js';
import { type PaperTemplate, TEMPLATE_SAVE, TEMPLATE_TRY } from './documents.js';

export function TemplateDialog({ template, onClose }: { template: PaperTemplate; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { name, places, needs, usualText, isChanged } = template;
  const [text, setText] = useState(template.text);
  const [preview, setPreview] = useState(template.preview);
  const save = (words: string | null) =>
    doing.run(async () => {
      await carryOut(TEMPLATE_SAVE, { name, text: words });
      await afresh('PaperTemplates', 'AuditEvents');
      onClose();
    });
  const look = () =>
    doing.run(async () => {
      const { preview: read } = (await carryOut(TEMPLATE_TRY, { name, text })) as { preview: string | null };
      setPreview(read ?? '');
    });
  return (
    <ActDialog
      title={t('papers.templates.changeTitle')}
      hint={t('papers.templates.dialogHint')}
      submitLabel={t('papers.templates.save')}
      doing={doing}
      fields={['text']}
      onSubmit={() => void save(text)}
      onClose={onClose}
      isIncomplete={text.trim() === '' || text === template.text}
    >
      <TextField
        name="text"
        label={t('papers.templates.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        multiline
        minRows={3}
        fullWidth
        {...wrong(doing.errorAt('text'), '')}
      />
      {places.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }} aria-label={t('papers.templates.places')}>
          {places.map((place) => (
            <li key={place.name}>
              <code>{`{${place.name}}`}</code> {place.meaning}
              {needs.includes(place.name) && ` (${t('papers.templates.needed')})`}
            </li>
          ))}
        </Box>
      )}
      <Box data-part="preview" sx={{ borderLeft: 4, borderColor: 'divider', pl: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('papers.templates.preview')}
        </Typography>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{preview}</Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => void look()} disabled={doing.isBusy}>
          {t('papers.templates.try')}
        </Button>
        {isChanged && (
          <Button onClick={() => void save(null)} disabled={doing.isBusy} title={usualText}>
            {t('papers.templates.reset')}
          </Button>
        )}
      </Box>
    </ActDialog>
  );
}
