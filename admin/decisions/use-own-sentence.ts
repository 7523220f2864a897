// Where an own case stands, said to the person it is about.
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { Case } from './documents.js';
import { useKindSentence } from './words.js';

export function useOwnSentence(): (one: Case) => string {
  const t = useTranslate();
  const { day } = useFormat();
  const sentence = useKindSentence();
  return (one) =>
    t(`decisions.own.sentence.${one.state}`, {
      what: sentence(one),
      committee: one.committee.name,
      explainUntil: day(one.explainUntil),
      inForceOn: day(one.inForceOn),
      appealUntil: day(one.appealUntil),
      servedOn: day(one.servedOn),
    });
}
