// Adopting a voting rule: what each value means, and beside it how many that are in this committee.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { PageMissing } from '../shell/faults.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { VOTING_RULE_ADOPT } from './acts.documents.js';
import { COMMITTEE, type RuleValues, type WholeCommittee } from './documents.js';
import { RuleFields } from './RuleFields.js';
import { RuleExample, RuleSentences } from './RuleWords.js';
import { ruleOf } from './rules.js';
import { voterCount } from './terms.js';
import { fieldsOf, ruleFieldNames } from './threshold.js';
import type { DecisionKind } from './words.js';

export function RulePage() {
  const { id = '' } = useParams();
  const [asked] = useSearchParams();
  const { data, error, refetch } = useAsk(COMMITTEE, { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={360} aria-busy="true" />;
  const committee = data.committee;
  const kind = committee?.competences.find((one) => one === asked.get('kind')) ?? committee?.competences[0];
  if (!committee || !kind) return <PageMissing />;
  return <RuleForm key={kind} committee={committee} kind={kind} />;
}

const plain = (rule: RuleValues): RuleValues =>
  Object.fromEntries(ruleFieldNames.map((field) => [field, rule[field]])) as unknown as RuleValues;

function RuleForm({ committee, kind }: { committee: WholeCommittee; kind: DecisionKind }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const doing = useDoing();
  const afresh = useAfresh();
  const [rule, setRule] = useState<RuleValues>(() => plain(ruleOf(committee, kind)));
  const [effectiveOn, setEffectiveOn] = useState(() => cityDay(new Date()));
  const backTo = `/committees/${committee.id}/show`;
  const numbers = ['minimumVoters', 'noticeDays', 'voteDays', 'appealDays', 'appealSettleDays', 'secondAppealDays'] as const;
  const isWhole = numbers.every((field) => Number.isInteger(rule[field]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing.run(async () => {
      await carryOut(VOTING_RULE_ADOPT, { input: { ...rule, committeeId: committee.id, kind, effectiveOn } });
      void afresh('Committees', 'Committee', 'WholeCommittees', 'AuditEvents');
      notify('committees.rule.done');
      navigate(backTo);
    });
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('committees.rule.titleFor', { kind: t(`committees.kind.${kind}`) })}
        hint={t('committees.rule.pageHint')}
        trail={[
          { to: '/committees', words: t('committees.title') },
          { to: backTo, words: committee.name },
        ]}
      />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.2fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <Section title={t('committees.rule.values')}>
          <Box sx={{ display: 'grid', gap: 2.5 }}>
            <RuleFields kind={kind} rule={rule} onChange={setRule} errorAt={doing.errorAt} />
            <Box sx={{ maxWidth: { sm: 320 }, display: 'grid' }}>
              <DayField
                name="effectiveOn"
                label={t('committees.rule.effectiveOn')}
                value={effectiveOn}
                onChange={setEffectiveOn}
                error={doing.errorAt('effectiveOn')}
                hint={t('committees.rule.effectiveOnHint')}
              />
            </Box>
          </Box>
        </Section>
        <Box sx={{ position: { lg: 'sticky' }, top: { lg: 76 } }}>
          <Section title={t('committees.rule.preview')}>
            <Box sx={{ display: 'grid', gap: 1.5 }} aria-live="polite">
              {isWhole && <RuleSentences kind={kind} rule={rule} />}
              {isWhole && <RuleExample kind={kind} rule={rule} base={voterCount(committee.members)} />}
            </Box>
          </Section>
        </Box>
      </Box>
      <ErrorNotes errors={doing.otherErrors(...fieldsOf(kind), 'effectiveOn')} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={doing.isBusy || !isWhole || effectiveOn === ''}>
          {doing.isBusy ? t('ui.working') : t('committees.rule.submit')}
        </Button>
        <Button component={Link} to={backTo}>
          {t('ui.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
