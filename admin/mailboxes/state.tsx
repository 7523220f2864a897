// What a mailbox is at its mail system, in words: what was last seen, what decisions want, what holds it for a while.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Mark, type MarkLook } from '../ui/Mark.js';
import type { MailboxStanding, MailboxState } from './documents.js';

const looks: Record<MailboxState, MarkLook> = { ACTIVE: 'good', SUSPENDED: 'look', REVOKED: 'bad', PENDING: 'wait', NONE: 'quiet' };

export function MailboxMark({ state }: { state: MailboxState }) {
  const t = useTranslate();
  return <Mark look={looks[state]}>{t(`mailboxes.state.${state}`)}</Mark>;
}

/** What decisions want; an emergency suspension holds beside it. */
export const isOtherwise = ({ state, expectedState, lockedUntil }: MailboxStanding): boolean =>
  state !== expectedState && !(state === 'SUSPENDED' && lockedUntil !== null);

/** "Đang mở, xác nhận lúc …" */
export function useStandingWords(): (mailbox: MailboxStanding) => string {
  const t = useTranslate();
  const { moment } = useFormat();
  return ({ state, verifiedAt, connector }) => {
    const words = t(`mailboxes.state.${state}`);
    if (state === 'NONE') return words;
    if (!connector) return t('mailboxes.asRegistered', { state: words });
    return verifiedAt ? t('mailboxes.asVerified', { state: words, at: moment(verifiedAt) }) : t('mailboxes.notVerified', { state: words });
  };
}

/** Beside the state: the difference to what decisions want, the emergency, the password nobody has. */
export function StandingNotes({ mailbox }: { mailbox: MailboxStanding }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const notes = [
    isOtherwise(mailbox) && t('mailboxes.otherwise', { expected: t(`mailboxes.state.${mailbox.expectedState}`) }),
    mailbox.lockedUntil && t('mailboxes.lockedUntil', { at: moment(mailbox.lockedUntil) }),
    mailbox.awaitsPassword && t('mailboxes.awaitsPassword'),
  ].filter((note) => typeof note === 'string');
  if (notes.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
      {notes.map((note) => (
        <li key={note}>
          <Mark look="look">{note}</Mark>
        </li>
      ))}
    </Box>
  );
}
