// Trying the connection to a mail system: which parts were tried, and what did each say? Nothing is written there.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { useFormat } from '../ui/format.js';
import { Mark } from '../ui/Mark.js';
import { Section } from '../ui/Section.js';
import { toldOfMail } from './afresh.js';
import { type CheckStep, MAIL_SYSTEM_CHECK, type MailSystem } from './documents.js';
import { HealthMark } from './state.js';

export function SystemCheck({ system }: { system: MailSystem }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const doing = useDoing();
  const afresh = useAfresh();
  const [steps, setSteps] = useState<CheckStep[]>();
  const check = () =>
    doing.run(async () => {
      setSteps(undefined);
      const answer = await carryOut(MAIL_SYSTEM_CHECK, { id: system.id });
      setSteps(answer.steps);
      await afresh(...toldOfMail);
    });
  return (
    <Section
      title={t('mailSystems.check.title')}
      hint={t('mailSystems.check.hint')}
      actions={
        <Button variant="contained" disabled={doing.isBusy} onClick={() => void check()}>
          {doing.isBusy ? t('mailSystems.check.busy') : t('mailSystems.check.button')}
        </Button>
      }
    >
      <HealthMark isWell={system.isWell} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {system.checkedAt ? t('mailSystems.checkedAt', { at: moment(system.checkedAt) }) : t('mailSystems.neverChecked')}
      </Typography>
      {system.isWell === false && !steps && !doing.isBusy && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {t('mailSystems.check.again')}
        </Typography>
      )}
      {steps && (
        <Box role="status" sx={{ mt: 2 }}>
          <Box component="ol" data-part="check-steps" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
            {steps.map(({ name, isWell, detail }) => (
              <li key={name}>
                <Mark look={isWell ? 'good' : 'bad'}>{t(isWell ? 'mailSystems.check.well' : 'mailSystems.check.ill', { step: name })}</Mark>
                {detail && (
                  <Typography variant="body2" sx={{ color: 'text.secondary', pl: 2.5, overflowWrap: 'anywhere' }}>
                    {detail}
                  </Typography>
                )}
              </li>
            ))}
            {steps.length === 0 && <li>{t('mailSystems.check.none')}</li>}
          </Box>
        </Box>
      )}
      <ErrorNotes errors={doing.otherErrors()} />
    </Section>
  );
}
