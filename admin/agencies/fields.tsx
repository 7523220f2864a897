// How an agency is written in lists and pages.
import { useLocale, useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { Agency } from './documents.js';

/** Its Vietnamese name; the English one first for English readers, where there is one. */
export function useAgencyName(): (agency: Pick<Agency, 'name' | 'nameEn'>) => string {
  const isEnglish = useLocale() === 'en';
  return (agency) => (isEnglish && agency.nameEn ? agency.nameEn : agency.name);
}

export function AgencyName({ agency }: { agency: Pick<Agency, 'name' | 'nameEn'> }) {
  const nameOf = useAgencyName();
  return <>{nameOf(agency)}</>;
}

export function KindName({ kind }: { kind: string }) {
  const t = useTranslate();
  return <>{t(`ui.kind.${kind}`)}</>;
}

export function Quota({ value }: { value: number }) {
  const { number } = useFormat();
  return <>{number(value)}</>;
}
