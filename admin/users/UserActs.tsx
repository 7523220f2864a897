// What can be done with an account: the buttons the server allows, each with its own dialog.
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { wrong } from '../ui/wrong.js';
import {
  type Invitation,
  type User,
  type UserAction,
  USER_DISABLE,
  USER_ENABLE,
  USER_END_SESSIONS,
  USER_INVITE,
  USER_RESET_SECOND_FACTOR,
} from './documents.js';
import { InvitationReceipt } from './InvitationReceipt.js';

type Act = Exclude<UserAction, 'UPDATE'>;

const order: Act[] = ['INVITE', 'END_SESSIONS', 'RESET_SECOND_FACTOR', 'ENABLE', 'DISABLE'];
const dangerous: Act[] = ['DISABLE', 'RESET_SECOND_FACTOR'];
const withReason: Act[] = ['DISABLE', 'RESET_SECOND_FACTOR'];

export function UserActs({ user }: { user: User }) {
  const t = useTranslate();
  const [act, setAct] = useState<Act>();
  const [invitation, setInvitation] = useState<Invitation>();
  return (
    <>
      {user.availableActions.includes('UPDATE') && (
        <Button component={Link} to={`/users/${user.id}`} variant="contained">
          {t('users.edit')}
        </Button>
      )}
      {order
        .filter((one) => user.availableActions.includes(one))
        .map((one) => (
          <Button key={one} variant="outlined" color={dangerous.includes(one) ? 'error' : 'primary'} onClick={() => setAct(one)}>
            {t(`users.act.${one}`)}
          </Button>
        ))}
      {act && <ActOn user={user} act={act} onClose={() => setAct(undefined)} onInvited={setInvitation} />}
      {invitation && <InvitationReceipt name={user.name} invitation={invitation} onClose={() => setInvitation(undefined)} />}
    </>
  );
}

interface ActOnProps {
  user: User;
  act: Act;
  onClose: () => void;
  onInvited: (invitation: Invitation) => void;
}

function ActOn({ user, act, onClose, onInvited }: ActOnProps) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [reason, setReason] = useState('');
  const needsReason = withReason.includes(act);
  const { id } = user;
  const commands: Record<Act, () => Promise<{ invitation: Invitation | null }>> = {
    DISABLE: () => carryOut(USER_DISABLE, { id, reason: reason.trim() }),
    ENABLE: () => carryOut(USER_ENABLE, { id }),
    INVITE: () => carryOut(USER_INVITE, { id }),
    RESET_SECOND_FACTOR: () => carryOut(USER_RESET_SECOND_FACTOR, { id, reason: reason.trim() }),
    END_SESSIONS: () => carryOut(USER_END_SESSIONS, { id }),
  };
  const submit = () =>
    doing.run(async () => {
      const made = await commands[act]();
      void afresh('users', 'AuditEvents');
      onClose();
      if (made.invitation) onInvited(made.invitation);
    });
  return (
    <ActDialog
      title={t(`users.act.${act}`)}
      hint={t(`users.actHint.${act}`, { name: user.name })}
      submitLabel={t(`users.act.${act}`)}
      doing={doing}
      fields={['reason']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={dangerous.includes(act)}
      isIncomplete={needsReason && reason.trim() === ''}
    >
      {needsReason && (
        <TextField
          name="reason"
          label={t('users.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          autoFocus
          multiline
          minRows={2}
          fullWidth
          {...wrong(doing.errorAt('reason'), t('users.reasonHint'))}
        />
      )}
    </ActDialog>
  );
}
