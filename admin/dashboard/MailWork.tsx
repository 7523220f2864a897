// What waits for the administrator at the mail systems: orders that failed or are held, systems that do not answer, differences, passwords nobody has.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { driftsPath, mailboxesPath, ordersPath, systemPath } from '../mail-systems/paths.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { MAIL_WORK, type MailWorkFigures } from './mail-work.documents.js';
import { WorkLine } from './WorkLine.js';

interface Line {
  name: string;
  to: string;
  isUrgent: boolean;
  gaps: Record<string, string>;
}

/** The most urgent first. */
function linesOf(work: MailWorkFigures, number: (value: number) => string): Line[] {
  const counted = (name: string, count: number, to: string, isUrgent: boolean): Line[] =>
    count > 0 ? [{ name, to, isUrgent, gaps: { count: number(count) } }] : [];
  return [
    ...(work.isProvisioningPaused ? [{ name: 'paused', to: '/mailSystems', isUrgent: true, gaps: {} }] : []),
    ...work.mailSystems
      .filter(({ isWell }) => isWell === false)
      .map(({ id, name, isOn }) => ({ name: 'ill', to: systemPath(id), isUrgent: isOn, gaps: { name } })),
    ...counted('failed', work.failed.totalCount, ordersPath({ state: ['FAILED'] }), true),
    ...counted('held', work.held.totalCount, ordersPath({ isHeld: true }), true),
    ...counted('unknown', work.unknown.totalCount, ordersPath({ state: ['UNKNOWN'] }), false),
    ...counted('drifts', work.drifts.totalCount, driftsPath(), false),
    ...counted('awaiting', work.awaiting.totalCount, mailboxesPath({ awaitsPassword: true }), false),
  ];
}

export function MailWork() {
  const t = useTranslate();
  const { number } = useFormat();
  const may = useMay('mailOrder.read');
  const { data } = useAsk(MAIL_WORK, {}, may);
  // Without a mail system there is nothing to look after; the menu has the way to the first one.
  if (!may || !data || data.mailSystems.length === 0) return null;
  const lines = linesOf(data, number);
  return (
    <Section title={t('dashboard.mail.title')}>
      {lines.length === 0 ? (
        <Typography data-part="no-mail-work">{t('dashboard.mail.nothing')}</Typography>
      ) : (
        <Box component="ul" data-part="mail-work" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map(({ name, to, isUrgent, gaps }) => (
            <WorkLine key={`${name} ${to}`} to={to} button={t(`dashboard.mail.button.${name}`)} isUrgent={isUrgent}>
              {t(`dashboard.mail.${name}`, gaps)}
            </WorkLine>
          ))}
        </Box>
      )}
    </Section>
  );
}
