// The matches a person must look at: pairs with one choice each, accounts without a mailbox, mailboxes without an account.
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { Match, MatchClass, MatchSide } from './match.documents.js';
import type { Matching } from './use-match.js';

const kinds = ['PERSONAL', 'ROLE', 'MACHINE'] as const;

function Side({ side: { address, name } }: { side: MatchSide }) {
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <div>{address}</div>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {name ?? '–'}
      </Typography>
    </Box>
  );
}

function Row({ children }: { children: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 1.5,
        alignItems: 'center',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(0, 1fr)' },
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      {children}
    </Box>
  );
}

function Group({ of, count, children }: { of: MatchClass; count: number; children: ReactNode }) {
  const t = useTranslate();
  const { number } = useFormat();
  if (count === 0) return null;
  return (
    <Section
      title={t('mailSystems.match.group', { name: t(`mailSystems.match.class.${of}`), count: number(count) })}
      hint={t(`mailSystems.match.classHint.${of}`)}
    >
      <Box component="ul" data-part={`match-${of}`} sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 560, overflowY: 'auto' }} tabIndex={0}>
        {children}
      </Box>
    </Section>
  );
}

/** Each mailbox with the accounts that may be its own. */
function Pairs({ matching, matches, of }: { matching: Matching; matches: readonly Match[]; of: 'ADDRESS_ONLY' | 'NAME_ONLY' }) {
  const t = useTranslate();
  const { pairs, choosePair } = matching;
  const ofClass = matches.filter((match) => match.class === of);
  return (
    <Group of={of} count={ofClass.length}>
      {ofClass.flatMap(({ mailboxes, accounts }) =>
        mailboxes.map((mailbox) => (
          <Row key={mailbox.id}>
            <Side side={mailbox} />
            <TextField
              select
              size="small"
              label={t('mailSystems.match.accountOf', { address: mailbox.address })}
              value={pairs[mailbox.id] ?? ''}
              onChange={(event) => choosePair(mailbox.id, event.target.value || undefined)}
              slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
            >
              <MenuItem value="">{t('mailSystems.match.notYet')}</MenuItem>
              {accounts.map((account) => (
                <MenuItem key={account.id} value={account.id}>
                  {[account.address, account.name].filter(Boolean).join(' · ')}
                </MenuItem>
              ))}
            </TextField>
          </Row>
        )),
      )}
    </Group>
  );
}

export function MatchTables({ matching, matches }: { matching: Matching; matches: readonly Match[] }) {
  const t = useTranslate();
  const { strangers, chooseKind } = matching;
  const there = matches.filter((match) => match.class === 'ONLY_THERE').flatMap(({ accounts }) => accounts);
  const here = matches.filter((match) => match.class === 'ONLY_HERE').flatMap(({ mailboxes }) => mailboxes);
  return (
    <>
      <Pairs matching={matching} matches={matches} of="ADDRESS_ONLY" />
      <Pairs matching={matching} matches={matches} of="NAME_ONLY" />
      <Group of="ONLY_THERE" count={there.length}>
        {there.map((account) => (
          <Row key={account.id}>
            <Side side={account} />
            <TextField
              select
              size="small"
              label={t('mailSystems.match.kindOf', { address: account.address })}
              value={strangers[account.id] ?? ''}
              onChange={(event) => chooseKind(account.id, event.target.value || undefined)}
              slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
            >
              <MenuItem value="">{t('mailSystems.match.leave')}</MenuItem>
              {kinds.map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {t(`ui.mailboxKind.${kind}`)}
                </MenuItem>
              ))}
            </TextField>
          </Row>
        ))}
      </Group>
      <Group of="ONLY_HERE" count={here.length}>
        {here.map((mailbox) => (
          <Row key={mailbox.id}>
            <Side side={mailbox} />
          </Row>
        ))}
      </Group>
    </>
  );
}
