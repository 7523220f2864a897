// Where an account stands, in a word with a shape beside it.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { User } from './documents.js';

export type UserState = 'ACTIVE' | 'INVITED' | 'WITHOUT_LINK' | 'DISABLED';

export function stateOf(user: User, now: Date = new Date()): UserState {
  if (user.disabledAt) return 'DISABLED';
  if (user.hasPassword || user.hasSingleSignOn || user.lastSignInAt) return 'ACTIVE';
  return user.invitedUntil && new Date(user.invitedUntil) > now ? 'INVITED' : 'WITHOUT_LINK';
}

const looks: Record<UserState, { colour: string; isFilled: boolean }> = {
  ACTIVE: { colour: 'success.main', isFilled: true },
  INVITED: { colour: 'info.main', isFilled: false },
  WITHOUT_LINK: { colour: 'warning.main', isFilled: false },
  DISABLED: { colour: 'text.secondary', isFilled: false },
};

export function UserStateWords({ user }: { user: User }) {
  const t = useTranslate();
  const state = stateOf(user);
  const { colour, isFilled } = looks[state];
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: colour }}>
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          width: 10,
          height: 10,
          flex: 'none',
          borderRadius: state === 'DISABLED' ? 0 : '50%',
          border: 2,
          bgcolor: isFilled ? colour : 'transparent',
        }}
      />
      {t(`users.state.${state}`)}
    </Box>
  );
}
