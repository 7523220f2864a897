// All letters, the latest first; for those who hand them over, what is to be handed over first. Many are printed or receipted at once.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ExportButton } from '../ui/ExportButton.js';
import { AgencyFilter, ChoicesFilter, SearchFilter } from '../ui/filters.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Pages } from '../ui/Pages.js';
import { type Letter, letterDocuments } from './documents.js';
import { letterStates } from './letter.js';
import { LetterRows } from './LetterRows.js';
import { ReceiptDialog } from './ReceiptDialog.js';
import { useLetterActs } from './use-letter-acts.js';

export function LetterList() {
  const viewer = useViewer();
  const isContact = !!viewer?.agency;
  return (
    <ListBase<Letter> perPage={50} {...(isContact && { filterDefaultValues: { state: ['TO_HAND_OVER'] } })}>
      <Body isContact={isContact} />
    </ListBase>
  );
}

function Body({ isContact }: { isContact: boolean }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { total, data = [] } = useListContext<Letter>();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Letter>>(new Map());
  const [isRecording, setRecording] = useState(false);
  const acts = useLetterActs();
  const mayHandle = useMay('letter.handle');
  const picked = [...chosen.values()];
  const able = (action: Letter['availableActions'][number]) => picked.filter(({ availableActions }) => availableActions.includes(action));
  const toggle = (letters: readonly Letter[], isOn: boolean) => {
    const next = new Map(chosen);
    for (const letter of letters)
      if (isOn) next.set(letter.id, letter);
      else next.delete(letter.id);
    setChosen(next);
  };
  const ids = picked.map(({ id }) => id).join(',');
  const done = () => setChosen(new Map());
  const sendAgain = async () => {
    await acts.sendAgain(able('SEND_AGAIN'));
    done();
  };
  return (
    <>
      <Box sx={{ mb: 3 }}>
        <PageHead
          title={t('letters.title')}
          hint={total === undefined ? ' ' : t('ui.list.count', { count: number(total) })}
          actions={
            mayHandle && (
              <>
                <Button component={Link} to="/letters/print" variant="contained">
                  {t('letters.printAll')}
                </Button>
                <Button component={Link} to="/letters/calls" variant="outlined">
                  {t('letters.calls.title')}
                </Button>
              </>
            )
          }
        />
      </Box>
      <Card>
        <Box className="no-print" sx={{ p: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5, borderBottom: 1, borderColor: 'divider' }}>
          <SearchFilter hint="letters.searchHint" />
          <ChoicesFilter
            source="state"
            label="letters.column.state"
            choices={letterStates.map((state) => ({ value: state, words: t(`letters.state.${state}`) }))}
          />
          {!isContact && mayHandle && <AgencyFilter />}
          <Box sx={{ ml: 'auto' }}>
            <ExportButton documents={letterDocuments} />
          </Box>
        </Box>
        {picked.length > 0 && (
          <Box
            className="no-print"
            data-part="chosen"
            sx={{
              p: 1.5,
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              borderBottom: 1,
              borderColor: 'divider',
              bgcolor: 'primary.light',
            }}
          >
            <Box sx={{ flex: '1 1 160px', fontWeight: 600 }}>{t('letters.chosen', { count: number(picked.length) })}</Box>
            <Button component={Link} to={`/letters/print?ids=${ids}`} variant="outlined">
              {t('letters.print')}
            </Button>
            {able('SEND_AGAIN').length > 0 && (
              <Button variant="outlined" disabled={acts.isBusy} onClick={() => void sendAgain()}>
                {t('letters.act.SEND_AGAIN')}
              </Button>
            )}
            {able('RECORD_RECEIPT').length > 0 && (
              <Button variant="contained" onClick={() => setRecording(true)}>
                {t('letters.act.RECORD_RECEIPT')}
              </Button>
            )}
          </Box>
        )}
        <LetterRows
          letters={data}
          chosen={chosen}
          onToggle={mayHandle ? toggle : undefined}
          empty={<Empty title={t(isContact ? 'letters.emptyContact' : 'letters.empty')} hint={t('letters.emptyHint')} />}
        />
        <Pages />
      </Card>
      {isRecording && <ReceiptDialog letters={able('RECORD_RECEIPT')} onClose={() => setRecording(false)} onDone={done} />}
    </>
  );
}
