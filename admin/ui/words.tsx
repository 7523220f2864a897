// Enumerations of the server as words.
import { useTranslate } from 'react-admin';

/** Whether somebody leads; in lists an empty cell for the many who do not. */
export function LeaderMark({ isLeader }: { isLeader: boolean }) {
  const t = useTranslate();
  return <>{isLeader ? t('ui.leader') : '–'}</>;
}

/** In a list of which the reader sees some rows in full and of others only the name. */
export function NotShown() {
  return <>{useTranslate()('ui.notShown')}</>;
}

export function MailboxStateWords({ state }: { state: string | null | undefined }) {
  const t = useTranslate();
  return <>{t(`ui.mailbox.${state ?? 'NONE'}`)}</>;
}

/** Only who uses the mailbox irregularly or never has a cause to be set. */
export function CauseWords({ finding: { cause, tier } }: { finding: { cause: string | null; tier: string } }) {
  const t = useTranslate();
  if (cause) return <>{t(`ui.cause.${cause}`)}</>;
  return <>{tier === 'IRREGULAR' || tier === 'NEVER' ? t('ui.noCause') : '–'}</>;
}

export function StepWords({ step }: { step: string }) {
  const t = useTranslate();
  return <>{t(`ui.step.${step}`)}</>;
}

export function StateWords({ state }: { state: string }) {
  const t = useTranslate();
  return <>{t(`ui.state.${state}`)}</>;
}
