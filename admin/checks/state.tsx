// Where a check stands, in a word and a shape.
import { useTranslate } from 'react-admin';
import { Mark, type MarkLook } from '../ui/Mark.js';
import type { AgencyCheck, CheckState } from './documents.js';

const looks: Record<CheckState, MarkLook> = { CHECKING: 'wait', SUBMITTED: 'look', CONFIRMED: 'good' };

export function CheckStateMark({ check }: { check: Pick<AgencyCheck, 'state' | 'isOverdue' | 'review'> }) {
  const t = useTranslate();
  // What is over says what was not done, not what is going on.
  if (check.review.state === 'CANCELLED') return <Mark look="quiet">{t('checks.calledOff')}</Mark>;
  if (check.review.state === 'FINALISED' && check.state !== 'CONFIRMED')
    return <Mark look="bad">{t(check.state === 'CHECKING' ? 'checks.neverSubmitted' : 'checks.neverConfirmed')}</Mark>;
  return check.isOverdue ? (
    <Mark look="bad">{t('checks.overdue', { state: t(`checks.state.${check.state}`) })}</Mark>
  ) : (
    <Mark look={looks[check.state]}>{t(`checks.state.${check.state}`)}</Mark>
  );
}
