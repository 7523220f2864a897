// One mail system: what waits at it, whether it answers, how it was last compared, and how it is reached.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Loading } from '../shell/Loading.js';
import { PageMissing } from '../shell/faults.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { Comparisons } from './Comparisons.js';
import { MAIL_SYSTEM, MAIL_SYSTEM_KINDS, type MailSystemFull } from './documents.js';
import { useDomainWords } from './domains.js';
import { HandOver } from './HandOver.js';
import { PausedBanner } from './PausedBanner.js';
import { useChoiceWords } from './SettingInput.js';
import { SwitchMark } from './state.js';
import { RemoveDialog, SwitchDialog } from './SystemActs.js';
import { SystemCheck } from './SystemCheck.js';
import { SystemFigures } from './SystemFigures.js';

export function MailSystemShow() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk(MAIL_SYSTEM, { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.mailSystem) return <PageMissing />;
  return <SystemPage key={id} system={data.mailSystem} isPaused={data.isProvisioningPaused} />;
}

function SystemPage({ system, isPaused }: { system: MailSystemFull; isPaused: boolean }) {
  const t = useTranslate();
  const mayChange = useMay('mailSystem.change');
  const domainWords = useDomainWords();
  const [act, setAct] = useState<'SWITCH' | 'REMOVE'>();
  const close = () => setAct(undefined);
  const { isOn } = system;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={system.name}
        hint={`${t(`mailSystems.kind.${system.kind}`)} · ${domainWords(system.domains)}`}
        trail={[{ to: '/mailSystems', words: t('mailSystems.title') }]}
        actions={
          mayChange && (
            <>
              <Button variant={isOn ? 'outlined' : 'contained'} color={isOn ? 'error' : 'primary'} onClick={() => setAct('SWITCH')}>
                {t(isOn ? 'mailSystems.switch.off' : 'mailSystems.switch.on')}
              </Button>
              <Button component={Link} to={`/mailSystems/${system.id}`} variant="outlined">
                {t('mailSystems.edit')}
              </Button>
              {!isOn && (
                <Button variant="outlined" color="error" onClick={() => setAct('REMOVE')}>
                  {t('mailSystems.remove.button')}
                </Button>
              )}
            </>
          )
        }
      />
      <PausedBanner isPaused={isPaused} />
      <Section title={t('mailSystems.now')}>
        <Box sx={{ mb: 2 }}>
          <SwitchMark isOn={isOn} />
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.5 }}>
            {t(isOn ? 'mailSystems.onHint' : system.kind === 'FILE' ? 'mailSystems.offFileHint' : 'mailSystems.offHint')}
          </Box>
        </Box>
        <SystemFigures system={system} />
      </Section>
      {system.kind === 'FILE' && <HandOver system={system} />}
      <SystemCheck system={system} />
      {system.kind !== 'FILE' && <Comparisons system={system} />}
      <Told system={system} />
      <AuditTrail subject={`mailSystem:${system.id}`} />
      {act === 'SWITCH' && <SwitchDialog system={system} onClose={close} />}
      {act === 'REMOVE' && <RemoveDialog system={system} onClose={close} />}
    </Box>
  );
}

/** What was told of it, in the words of its form; secrets only by their names. */
function Told({ system }: { system: MailSystemFull }) {
  const t = useTranslate();
  const { number } = useFormat();
  const wordsOf = useChoiceWords();
  const { data } = useAsk(MAIL_SYSTEM_KINDS, {});
  const fields = data?.mailSystemKinds.find(({ kind }) => kind === system.kind)?.fields ?? [];
  const told = (name: string) => system.settings.find((setting) => setting.name === name)?.value;
  return (
    <Section title={t('mailSystems.told')}>
      <Facts
        facts={[
          [
            t('mailSystems.form.domains'),
            <Box tabIndex={0} sx={{ maxHeight: 120, overflowY: 'auto' }}>
              {system.domains.join(', ')}
            </Box>,
          ],
          ...fields.flatMap((field): [string, string][] => {
            if (field.type === 'SECRET')
              return [[field.label, t(system.secretsSet.includes(field.name) ? 'mailSystems.secretSet' : 'mailSystems.secretMissing')]];
            const value = told(field.name);
            return value === undefined ? [] : [[field.label, wordsOf(field, value)]];
          }),
          [t('mailSystems.form.parallel'), number(system.parallel)],
          [t('mailSystems.form.mostAnHour'), number(system.mostAnHour)],
          [t('mailSystems.form.leaverDays'), system.leaverDays === null ? t('mailSystems.form.never') : number(system.leaverDays)],
        ]}
      />
    </Section>
  );
}
