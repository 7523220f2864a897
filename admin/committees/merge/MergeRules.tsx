// Third: what the new committee decides and by which rules; where the sources differ, the stricter value is marked.
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { Section } from '../../ui/Section.js';
import type { WholeCommittee } from '../documents.js';
import { RuleExample, RuleSentences, useRuleValue } from '../RuleWords.js';
import { voterCount } from '../terms.js';
import { moreOf } from '../threshold.js';
import type { MergePreview } from './documents.js';
import { type ComparedRule, comparedRules } from './merge.js';

interface MergeRulesProps {
  sources: WholeCommittee[];
  preview: MergePreview;
  day: string;
}

export function MergeRules({ sources, preview, day }: MergeRulesProps) {
  const t = useTranslate();
  const base = voterCount(preview.people);
  // Where something changes comes first.
  const compared = comparedRules(sources, preview, day).sort((a, b) => Number(isUnchanged(a)) - Number(isUnchanged(b)));
  return (
    <>
      <Section title={t('committees.merge.competences')} hint={t('committees.merge.competencesHint')}>
        <Box component="ul" data-part="united-competences" sx={{ m: 0, pl: 2.5 }}>
          {preview.competences.map((kind) => (
            <li key={kind}>
              {t(`committees.kind.${kind}`)}{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {sources
                  .filter(({ competences }) => competences.includes(kind))
                  .map(({ code }) => code)
                  .join(', ')}
              </Box>
            </li>
          ))}
        </Box>
      </Section>
      {compared.map((one) => (
        <Compared key={one.kind} compared={one} base={base} />
      ))}
    </>
  );
}

const isUnchanged = ({ rows }: ComparedRule): boolean => rows.every(({ isSame }) => isSame);

function Compared({ compared, base }: { compared: ComparedRule; base: number }) {
  const t = useTranslate();
  const valueOf = useRuleValue();
  const { kind, sources, rows, united } = compared;
  const isSame = isUnchanged(compared);
  const title = t('committees.merge.rule', { kind: t(`committees.kind.${kind}`) });
  const why = sources.length === 1 ? 'committees.merge.ruleOfOne' : isSame ? 'committees.merge.ruleSame' : 'committees.merge.ruleStricter';
  return (
    <Section title={title} hint={t(why, { code: sources[0]!.code })}>
      <Box data-part={`compared-${kind}`} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {isSame ? (
          <RuleSentences kind={kind} rule={united} />
        ) : (
          <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('ui.list.table', { name: title })}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  <TableCell>{t('committees.merge.value')}</TableCell>
                  {sources.map(({ code }) => (
                    <TableCell key={code}>{code}</TableCell>
                  ))}
                  <TableCell>{t('committees.merge.after')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map(({ field, strictestAt, isSame: isSameValue }) => (
                  <TableRow key={field}>
                    <TableCell component="th" scope="row">
                      {t(`committees.rule.${field}.name`)}
                    </TableCell>
                    {sources.map(({ code, rule }, at) => {
                      const isStricter = !isSameValue && strictestAt.has(at);
                      return (
                        <TableCell key={code} sx={isStricter ? { fontWeight: 600 } : { color: 'text.secondary' }}>
                          {valueOf(rule, field)}
                          {isStricter && (
                            <Box
                              component="span"
                              data-part="stricter"
                              sx={{ display: 'block', color: 'success.main', fontSize: '0.8125rem' }}
                            >
                              ✓ {t(`committees.merge.${moreOf(field)}`)}
                            </Box>
                          )}
                        </TableCell>
                      );
                    })}
                    <TableCell sx={{ fontWeight: isSameValue ? 400 : 600 }}>{valueOf(united, field)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        )}
        <RuleExample kind={kind} rule={united} base={base} />
      </Box>
    </Section>
  );
}
