// Where a check stands, in a word and a shape.
import { useTranslate } from 'react-admin';
import { Mark, type MarkLook } from '../ui/Mark.js';
import type { AgencyCheck, CheckState } from './documents.js';

const looks: Record<CheckState, MarkLook> = { CHECKING: 'wait', SUBMITTED: 'look', CONFIRMED: 'good' };

export function CheckStateMark({ check }: { check: Pick<AgencyCheck, 'state' | 'isOverdue'> }) {
  const t = useTranslate();
  return check.isOverdue ? (
    <Mark look="bad">{t('checks.overdue', { state: t(`checks.state.${check.state}`) })}</Mark>
  ) : (
    <Mark look={looks[check.state]}>{t(`checks.state.${check.state}`)}</Mark>
  );
}
