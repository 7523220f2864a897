// A voting rule in sentences, and an example of how many that are.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { RuleValues } from './documents.js';
import { exampleOf, fieldsOf, type RuleField } from './threshold.js';
import { type DecisionKind, isAdverse } from './words.js';

/** The value of one field, in words. */
export function useRuleValue(): (rule: RuleValues, field: RuleField) => string {
  const t = useTranslate();
  const { number } = useFormat();
  return (rule, field) => {
    const value = rule[field];
    if (typeof value === 'boolean') return t(`committees.rule.${field}.${value ? 'yes' : 'no'}`);
    if (typeof value === 'number') return field === 'minimumVoters' ? number(value) : t('committees.rule.days', { count: number(value) });
    return t(`committees.${field === 'appealSettledBy' ? 'settler' : 'threshold'}.${value}`);
  };
}

/** What a rule says, a sentence for each step. */
export function RuleSentences({ kind, rule }: { kind: DecisionKind; rule: RuleValues }) {
  const t = useTranslate();
  const { number } = useFormat();
  if (rule.isByChairAlone) return <Box>{t('committees.rule.chairAlone')}</Box>;
  const threshold = (value: string) => t(`committees.thresholdIn.${value}`);
  const settler = t(`committees.settlerIn.${rule.appealSettledBy}`);
  const lines = [
    t('committees.rule.quorumLine', { quorum: threshold(rule.quorum), minimum: number(rule.minimumVoters) }),
    t(rule.isTieAdopted && rule.majority === 'MORE_THAN_HALF' ? 'committees.rule.majorityTieLine' : 'committees.rule.majorityLine', {
      majority: threshold(rule.majority),
    }),
    isAdverse(kind) && t('committees.rule.minimumForLine', { minimum: number(rule.minimumVoters) }),
    t('committees.rule.voteLine', { days: number(rule.voteDays) }),
    isAdverse(kind) && t('committees.rule.noticeLine', { days: number(rule.noticeDays) }),
    isAdverse(kind) &&
      t('committees.rule.appealLine', {
        days: number(rule.appealDays),
        settler,
        settleDays: number(rule.appealSettleDays),
        secondDays: number(rule.secondAppealDays),
      }),
  ].filter((line) => line !== false);
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
}

/** "Với 9 người được biểu quyết: cần ít nhất 5 người tham gia và …" */
export function RuleExample({ kind, rule, base }: { kind: DecisionKind; rule: RuleValues; base: number }) {
  const t = useTranslate();
  const { number } = useFormat();
  if (rule.isByChairAlone || base < 1) return null;
  const { present, forOfPresent, forOfAll } = exampleOf(kind, rule, base);
  const values = {
    base: number(base),
    present: number(present),
    forOfPresent: number(forOfPresent),
    forOfAll: number(forOfAll),
    minimum: number(rule.minimumVoters),
  };
  const why =
    base < rule.minimumVoters
      ? 'committees.example.tooFew'
      : forOfPresent > present
        ? 'committees.example.whole'
        : present === base
          ? 'committees.example.everybody'
          : 'committees.example.plain';
  return (
    <Box
      component="p"
      data-part="rule-example"
      sx={{ m: 0, p: 1.5, borderLeft: 4, borderColor: 'primary.main', bgcolor: 'action.hover', borderRadius: 1 }}
    >
      {t(why, values)}
    </Box>
  );
}

/** Every value of a rule as a list, for what held before or will hold. */
export function RuleValuesInWords({ kind, rule }: { kind: DecisionKind; rule: RuleValues }) {
  const t = useTranslate();
  const valueOf = useRuleValue();
  return (
    <>
      {fieldsOf(kind)
        .map((field) => `${t(`committees.rule.${field}.name`)}: ${valueOf(rule, field)}`)
        .join(' · ')}
    </>
  );
}
