// An empty system: what is to be done in which order, each step with its command and ticked when done. Gone when all is.
import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Command } from '../ui/Command.js';
import { Section } from '../ui/Section.js';
import { BEGUN } from './documents.js';
import { type Step, isUnderWay, stepsOf } from './steps.js';

export function Checklist() {
  const t = useTranslate();
  const maySources = useMay('evidence.read');
  const mayPolicies = useMay('usagePolicy.read');
  const mayReviews = useMay('review.read');
  const mayBegin = useMay('agency.change');
  // Whoever looks after accounts also runs the server.
  const runsServer = useMay('user.change');
  const { data, refetch, isFetching } = useAsk(BEGUN, { maySources, mayPolicies, mayReviews, mayUsers: runsServer }, mayBegin);
  if (!mayBegin || !data) return null;
  const steps = stepsOf(data);
  if (isUnderWay(steps)) return null;
  const next = steps.find(({ isDone }) => isDone === false);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Section
      title={t('start.title')}
      hint={`${t('start.hint', { done, of: steps.length })} ${t(runsServer ? 'start.commands' : 'start.byAdministrator')}`}
      actions={
        <Button variant="outlined" disabled={isFetching} onClick={() => void refetch()}>
          {t('start.again')}
        </Button>
      }
    >
      <Box component="ol" data-part="checklist" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {steps.map((step) => (
          <Line key={step.name} step={step} isNext={step === next} runsServer={runsServer} />
        ))}
      </Box>
    </Section>
  );
}

function Line({ step, isNext, runsServer }: { step: Step; isNext: boolean; runsServer: boolean }) {
  const t = useTranslate();
  const Icon = step.isDone ? CheckCircle : RadioButtonUnchecked;
  const state = step.isDone === undefined ? 'UNKNOWN' : step.isDone ? 'DONE' : isNext ? 'NEXT' : 'LATER';
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', minWidth: 0 }}
      {...(isNext && { 'aria-current': 'step' as const })}
    >
      <Icon aria-hidden="true" sx={{ color: step.isDone ? 'success.main' : isNext ? 'primary.main' : 'text.secondary', mt: 0.125 }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {step.isDone && step.page && step.command ? (
            <Link to={step.page}>{t(`start.step.${step.name}`)}</Link>
          ) : (
            t(`start.step.${step.name}`)
          )}{' '}
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {t(`start.state.${state}`)}
          </Box>
        </Typography>
        {!step.isDone && (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`start.how.${step.name}`)}
            </Typography>
            {isNext && runsServer && step.command && (
              <>
                <Command text={step.command} />
                <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
                  {t('start.postgres')}
                </Typography>
              </>
            )}
            {isNext && !step.command && step.page && (
              <Button component={Link} to={step.page} variant="outlined" size="small" sx={{ mt: 1 }}>
                {t(`start.step.${step.name}`)}
              </Button>
            )}
          </>
        )}
      </Box>
    </Box>
  );
}
