// The own classes in the calendar of a phone: an address that is shown once, and can be ended.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { ActDialog, ReceiptDialog } from '../ui/ActDialog.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { useFormat } from '../ui/format.js';
import { OneTimeText } from '../ui/OneTimeText.js';
import { Section } from '../ui/Section.js';
import { CALENDAR_LINK, CALENDAR_LINK_CREATE, CALENDAR_LINK_REVOKE } from './calendar.documents.js';

export function CalendarFeed() {
  const t = useTranslate();
  const { moment } = useFormat();
  const may = useMay('training.calendarLink');
  const doing = useDoing();
  const afresh = useAfresh();
  const [url, setUrl] = useState<string>();
  const [isEnding, setEnding] = useState(false);
  const [isRenewing, setRenewing] = useState(false);
  const link = useAsk(CALENDAR_LINK, {}, may).data?.me?.calendarLink;
  if (!may) return null;
  const make = () =>
    doing.run(async () => {
      const made = await carryOut(CALENDAR_LINK_CREATE, {});
      setRenewing(false);
      setUrl(made.url ?? undefined);
      await afresh('MyCalendarLink');
    });
  const end = () =>
    doing.run(async () => {
      await carryOut(CALENDAR_LINK_REVOKE, {});
      setEnding(false);
      await afresh('MyCalendarLink');
    });
  return (
    <Section
      title={t('account.calendar.title')}
      hint={t('account.calendar.hint')}
      actions={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button
            variant={link ? 'outlined' : 'contained'}
            disabled={doing.isBusy}
            onClick={() => (link ? setRenewing(true) : void make())}
          >
            {t(link ? 'account.calendar.renew' : 'account.calendar.create')}
          </Button>
          {link && (
            <Button color="error" onClick={() => setEnding(true)}>
              {t('account.calendar.end')}
            </Button>
          )}
        </Box>
      }
    >
      {link && (
        <Typography>
          {t('account.calendar.made', { at: moment(link.createdAt) })}{' '}
          {link.lastUsedAt ? t('account.calendar.used', { at: moment(link.lastUsedAt) }) : t('account.calendar.unused')}
        </Typography>
      )}
      {!isRenewing && !isEnding && <ErrorNotes errors={doing.otherErrors()} />}
      {isRenewing && (
        <ActDialog
          title={t('account.calendar.renew')}
          hint={t('account.calendar.renewHint')}
          submitLabel={t('account.calendar.renew')}
          doing={doing}
          onSubmit={() => void make()}
          onClose={() => setRenewing(false)}
        />
      )}
      {isEnding && (
        <ActDialog
          title={t('account.calendar.end')}
          hint={t('account.calendar.endHint')}
          submitLabel={t('account.calendar.end')}
          doing={doing}
          onSubmit={() => void end()}
          onClose={() => setEnding(false)}
          isDangerous
        />
      )}
      {url && (
        <ReceiptDialog title={t('account.calendar.title')} closeLabel={t('account.calendar.kept')} onClose={() => setUrl(undefined)}>
          <OneTimeText
            text={url}
            label={t('account.calendar.address')}
            copyLabel={t('account.calendar.copy')}
            hint={t('account.calendar.once')}
          />
        </ReceiptDialog>
      )}
    </Section>
  );
}
