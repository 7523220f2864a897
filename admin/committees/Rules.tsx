// By which rules a committee votes: for each of its competences what holds, what will hold and what did.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import type { VotingRule, WholeCommittee } from './documents.js';
import { RuleExample, RuleSentences, RuleValuesInWords } from './RuleWords.js';
import { rulesOf, type RulesOfKind } from './rules.js';
import { voterCount } from './terms.js';

export function Rules({ committee }: { committee: WholeCommittee }) {
  const t = useTranslate();
  const mayAdopt = committee.availableActions.includes('ADOPT_RULE');
  return (
    <Section title={t('committees.rules')} hint={t('committees.rulesHint')}>
      <Box data-part="rules" sx={{ display: 'grid', gap: 3 }}>
        {rulesOf(committee).map((rules) => (
          <Kind key={rules.kind} rules={rules} committee={committee} mayAdopt={mayAdopt} />
        ))}
      </Box>
    </Section>
  );
}

function Kind({ rules, committee, mayAdopt }: { rules: RulesOfKind; committee: WholeCommittee; mayAdopt: boolean }) {
  const t = useTranslate();
  const { day } = useFormat();
  const { kind, now, isUsual, toCome, past } = rules;
  return (
    <Box component="section" data-part={`rule-${kind}`} sx={{ display: 'grid', gap: 1, borderTop: 1, borderColor: 'divider', pt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', justifyContent: 'space-between' }}>
        <Box sx={{ flex: '1 1 240px' }}>
          <Typography component="h3" sx={{ fontWeight: 600 }}>
            {t(`committees.kind.${kind}`)}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {isUsual ? t('committees.rule.usual') : t('committees.rule.adopted', { day: day(now.effectiveOn) })}
          </Typography>
        </Box>
        {mayAdopt && (
          <Button
            component={Link}
            to={`/committees/${committee.id}/rule?kind=${kind}`}
            size="small"
            aria-label={t('committees.rule.adoptFor', { kind: t(`committees.kind.${kind}`) })}
          >
            {t('committees.rule.adopt')}
          </Button>
        )}
      </Box>
      <RuleSentences kind={kind} rule={now} />
      <RuleExample kind={kind} rule={now} base={voterCount(committee.members)} />
      <Dated title="committees.rule.toCome" rules={toCome} />
      <Dated title="committees.rule.past" rules={past} />
    </Box>
  );
}

function Dated({ title, rules }: { title: string; rules: VotingRule[] }) {
  const t = useTranslate();
  const { day } = useFormat();
  if (rules.length === 0) return null;
  return (
    <Box component="details" sx={{ fontSize: '0.875rem' }}>
      <Box component="summary" sx={{ cursor: 'pointer', py: 0.5 }}>
        {t(title, { count: rules.length })}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {rules.map((rule, index) => (
          <li key={`${rule.effectiveOn} ${index}`}>
            <b>{t('ui.since', { day: day(rule.effectiveOn) })}</b> <RuleValuesInWords kind={rule.kind} rule={rule} />
          </li>
        ))}
      </Box>
    </Box>
  );
}
