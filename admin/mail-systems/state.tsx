// How a mail system stands: whether its connection is well, and whether orders are carried out on it.
import { useTranslate } from 'react-admin';
import { Mark, type MarkLook } from '../ui/Mark.js';
import type { ComparisonResult, MailSystem } from './documents.js';

export function HealthMark({ isWell }: Pick<MailSystem, 'isWell'>) {
  const t = useTranslate();
  if (isWell === null) return <Mark look="quiet">{t('mailSystems.health.UNTRIED')}</Mark>;
  return isWell ? <Mark look="good">{t('mailSystems.health.WELL')}</Mark> : <Mark look="bad">{t('mailSystems.health.ILL')}</Mark>;
}

export function SwitchMark({ isOn }: Pick<MailSystem, 'isOn'>) {
  const t = useTranslate();
  return isOn ? <Mark look="good">{t('mailSystems.on')}</Mark> : <Mark look="quiet">{t('mailSystems.off')}</Mark>;
}

const looks: Record<ComparisonResult, MarkLook> = { COMPARED: 'good', INCOMPLETE: 'look', TOO_MUCH: 'bad' };

export function ResultMark({ result }: { result: ComparisonResult }) {
  const t = useTranslate();
  return <Mark look={looks[result]}>{t(`mailSystems.result.${result}`)}</Mark>;
}
