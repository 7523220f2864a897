// Enumerations of the server as words.
import { useTranslate } from 'react-admin';

/** Whether somebody leads; in lists an empty cell for the many who do not. */
export function LeaderMark({ isLeader }: { isLeader: boolean }) {
  const t = useTranslate();
  return <>{isLeader ? t('ui.leader') : '–'}</>;
}

export function MailboxStateWords({ state }: { state: string | null | undefined }) {
  const t = useTranslate();
  return <>{t(`ui.mailbox.${state ?? 'NONE'}`)}</>;
}

export function CauseWords({ cause }: { cause: string | null | undefined }) {
  const t = useTranslate();
  return <>{cause ? t(`ui.cause.${cause}`) : t('ui.noCause')}</>;
}

export function StepWords({ step }: { step: string }) {
  const t = useTranslate();
  return <>{t(`ui.step.${step}`)}</>;
}

export function StateWords({ state }: { state: string }) {
  const t = useTranslate();
  return <>{t(`ui.state.${state}`)}</>;
}
