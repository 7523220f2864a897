// How the parts of a finding are written.
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { Finding } from './documents.js';

/** Days of use of the assessable days: "39 / 64". */
export function DaysOfUse({ finding }: { finding: Pick<Finding, 'daysOfUse' | 'assessableDays'> }) {
  const { number } = useFormat();
  return (
    <>
      {number(finding.daysOfUse)} / {number(finding.assessableDays)}
    </>
  );
}

export function Signals({ signals }: { signals: string[] }) {
  const t = useTranslate();
  return <>{signals.length === 0 ? '–' : signals.map((signal) => t(`ui.signal.${signal}`)).join('; ')}</>;
}
