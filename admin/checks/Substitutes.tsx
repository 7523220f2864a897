// Who does the work of the agency's contact for a time, and giving it to somebody.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { cityNow } from '../data/city-clock.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import type { Officer } from '../officers/documents.js';
import { ActDialog } from '../ui/ActDialog.js';
import { cityDay } from '../ui/city-time.js';
import { DateVi } from '../ui/DateVi.js';
import { DayField } from '../ui/DayField.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { RecordPicker } from '../ui/RecordPicker.js';
import { Section } from '../ui/Section.js';
import { SUBSTITUTE_APPOINT, SUBSTITUTE_END, SUBSTITUTES } from './substitutes.documents.js';

export function Substitutes({ agencyId }: { agencyId: string }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const [isAppointing, setAppointing] = useState(false);
  const standing = useAsk(SUBSTITUTES, { agencyId }).data?.contactSubstitutes ?? [];
  const end = (id: string) =>
    void doing.run(async () => {
      await carryOut(SUBSTITUTE_END, { id });
      await afresh('ContactSubstitutes');
      notify('checks.substitute.ended');
    });
  return (
    <Section
      title={t('checks.substitute.title')}
      hint={t('checks.substitute.hint')}
      actions={
        <Button variant="outlined" onClick={() => setAppointing(true)}>
          {t('checks.substitute.appoint')}
        </Button>
      }
    >
      {standing.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('checks.substitute.none')}</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {standing.map(({ id, user, fromOn, untilOn, reason }) => (
          <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', py: 1 }}>
            <Box sx={{ flex: '1 1 220px' }}>
              <b>{user?.name ?? '–'}</b> · <DateVi value={fromOn} /> – <DateVi value={untilOn} />
              <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{reason}</Box>
            </Box>
            <Button size="small" variant="outlined" disabled={doing.isBusy} onClick={() => end(id)}>
              {t('checks.substitute.end')}
            </Button>
          </Box>
        ))}
      </Box>
      <ErrorNotes errors={doing.otherErrors()} />
      {isAppointing && <Appoint agencyId={agencyId} onClose={() => setAppointing(false)} />}
    </Section>
  );
}

function Appoint({ agencyId, onClose }: { agencyId: string; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const [officerId, setOfficerId] = useState<string>();
  const [untilOn, setUntilOn] = useState(() => cityDay(cityNow()));
  const [reason, setReason] = useState('');
  const submit = () =>
    void doing.run(async () => {
      await carryOut(SUBSTITUTE_APPOINT, { input: { agencyId, officerId: officerId ?? '', untilOn, reason: reason.trim() } });
      await afresh('ContactSubstitutes', 'AuditEvents');
      notify('checks.substitute.told');
      onClose();
    });
  return (
    <ActDialog
      title={t('checks.substitute.appoint')}
      hint={t('checks.substitute.appointHint')}
      submitLabel={t('checks.substitute.appoint')}
      doing={doing}
      fields={['officerId', 'untilOn', 'reason']}
      onSubmit={submit}
      onClose={onClose}
      isIncomplete={!officerId || untilOn === '' || reason.trim() === ''}
    >
      <RecordPicker<Officer>
        resource="officers"
        label={t('checks.substitute.who')}
        nameOf={({ fullName, code }) => `${fullName} (${code})`}
        sortBy="fullName"
        value={officerId}
        onChange={setOfficerId}
        error={doing.errorAt('officerId')}
        required
      />
      <DayField
        name="untilOn"
        label={t('checks.substitute.until')}
        value={untilOn}
        onChange={setUntilOn}
        error={doing.errorAt('untilOn')}
        hint={t('checks.substitute.untilHint')}
      />
      <LongText
        name="reason"
        label={t('checks.substitute.reason')}
        value={reason}
        onChange={setReason}
        error={doing.errorAt('reason')}
        rows={2}
      />
    </ActDialog>
  );
}
