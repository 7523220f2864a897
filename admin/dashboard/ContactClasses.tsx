// The contact's part in training: who of the own agency needs a class, who waits for an answer, and which letters are to be handed over.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ShortClassFacts } from '../classes/ClassChoice.js';
import { OPEN_CLASSES } from '../classes/open.documents.js';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { DemandList } from '../demand/DemandList.js';
import { TO_HAND_OVER } from '../letters/documents.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';

export function ContactClasses() {
  const t = useTranslate();
  const { number } = useFormat();
  const may = useMay('training.readDemand');
  const mayLetters = useMay('letter.read');
  const letters = useAsk(TO_HAND_OVER, {}, mayLetters).data?.letters.totalCount ?? 0;
  const classes = useAsk(OPEN_CLASSES, {}, may).data?.trainingClasses.nodes.filter(({ availableActions }) =>
    availableActions.includes('ENROL'),
  );
  if (!may) return null;
  return (
    <>
      {letters > 0 && (
        <Alert
          severity="info"
          role="note"
          action={
            <Button component={Link} to="/letters" color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }}>
              {t('dashboard.toLetters')}
            </Button>
          }
        >
          {t('dashboard.lettersToHand', { count: number(letters) })}
        </Alert>
      )}
      <DemandList title="dashboard.needClass" />
      {classes && classes.length > 0 && (
        <Section title={t('dashboard.openClasses')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {classes.map((held) => (
              <Box component="li" key={held.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
                <Link to={`/classes/${held.id}/show`}>{held.title}</Link>
                {held.requestedCount > 0 && (
                  <Typography component="span" variant="body2" sx={{ color: 'warning.main', ml: 1 }}>
                    {t('dashboard.requested', { count: number(held.requestedCount) })}
                  </Typography>
                )}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  <ShortClassFacts held={held} />
                </Typography>
              </Box>
            ))}
          </Box>
        </Section>
      )}
    </>
  );
}
