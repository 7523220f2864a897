// What a mail system has and what waits at it; each number leads to what it counts.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../ui/format.js';
import type { MailSystem } from './documents.js';
import { driftsPath, mailboxesPath, ordersPath } from './paths.js';

export function SystemFigures({ system }: { system: MailSystem }) {
  const t = useTranslate();
  const { number } = useFormat();
  const connector = system.name;
  const figures: [key: string, count: number, to: string, isBad: boolean][] = [
    ['mailboxes', system.mailboxes, mailboxesPath({ connector }), false],
    ['waiting', system.waiting, ordersPath({ connector, state: ['WAITING', 'RUNNING', 'UNKNOWN'] }), false],
    ...(system.kind === 'FILE'
      ? [['handedOver', system.handedOver, ordersPath({ connector, state: ['WAITING'] }), false] as [string, number, string, boolean]]
      : []),
    ['held', system.held, ordersPath({ connector, isHeld: true }), true],
    ['failed', system.failed, ordersPath({ connector, state: ['FAILED'] }), true],
    ['drifts', system.drifts, driftsPath(connector), true],
  ];
  return (
    <Box
      component="ul"
      data-part="figures"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(104px, 1fr))' }}
    >
      {figures.map(([key, count, to, isBad]) => (
        <li key={key}>
          <Box
            component={Link}
            to={to}
            sx={{
              display: 'block',
              textDecoration: 'none',
              color: isBad && count > 0 ? 'error.main' : 'text.primary',
              '&:hover': { textDecoration: 'underline' },
            }}
          >
            <Box component="span" sx={{ display: 'block', fontSize: '1.375rem', fontWeight: 600, lineHeight: 1.2 }}>
              {number(count)}
            </Box>
            <Box component="span" sx={{ fontSize: '0.8125rem', color: isBad && count > 0 ? 'error.main' : 'text.secondary' }}>
              {t(`mailSystems.figure.${key}`)}
            </Box>
          </Box>
        </li>
      ))}
    </Box>
  );
}
