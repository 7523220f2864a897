// The filters of cases: where they stand, what they are about, before whom, with which docket, and what waits for somebody.
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { AgencyFilter, ChoiceFilter, ChoicesFilter, SearchFilter, YesNoFilter } from '../ui/filters.js';
import { decisionKinds, decisionStates } from './case.js';
import { COMMITTEES } from './documents.js';

export function DecisionFilters({ isOnlyOneself }: { isOnlyOneself: boolean }) {
  const t = useTranslate();
  const mayVote = useMay('decision.vote');
  const mayAnswer = useMay('decision.answerExplanation');
  const mayCommittees = useMay('committee.read');
  const committees = useAsk(COMMITTEES, {}, mayCommittees).data?.committees ?? [];
  return (
    <>
      {!isOnlyOneself && <SearchFilter hint="decisions.searchHint" />}
      <ChoicesFilter
        source="state"
        label="decisions.column.state"
        choices={decisionStates.map((state) => ({ value: state, words: t(`decisions.state.${state}`) }))}
      />
      <ChoicesFilter
        source="kind"
        label="decisions.column.kind"
        choices={decisionKinds.map((kind) => ({ value: kind, words: t(`decisions.kind.${kind}`) }))}
      />
      {!isOnlyOneself && <AgencyFilter />}
      <YearFilter />
      {committees.length > 1 && (
        <ChoiceFilter
          source="committeeId"
          label="decisions.column.committee"
          choices={committees.map(({ id, name }) => ({ value: id, words: name }))}
        />
      )}
      {!isOnlyOneself && <DocketFilter />}
      {mayVote && (
        <YesNoFilter
          source="awaitingMyVote"
          label="decisions.filter.awaiting"
          yes="decisions.filter.awaitingYes"
          no="decisions.filter.awaitingNo"
        />
      )}
      {mayAnswer && (
        <YesNoFilter
          source="explanationToAnswer"
          label="decisions.filter.toAnswer"
          yes="decisions.filter.toAnswerYes"
          no="decisions.filter.toAnswerNo"
        />
      )}
    </>
  );
}

/** A field whose words are taken over a moment after the last key. */
function useSlowField(value: string, take: (words: string) => void): [string, (words: string) => void] {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words === value) return undefined;
    const timer = setTimeout(() => take(words), 400);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [words]);
  return [words, setWords];
}

function useOneFilter(source: string): [unknown, (value: unknown) => void] {
  const { filterValues, setFilters } = useListContext();
  const { [source]: value, ...others } = filterValues as Record<string, unknown>;
  return [value, (next) => setFilters(next === undefined ? others : { ...others, [source]: next }, undefined, false)];
}

function YearFilter() {
  const t = useTranslate();
  const [value, set] = useOneFilter('awardYear');
  const [words, setWords] = useSlowField(value === undefined ? '' : String(value), (next) => {
    if (next.trim() === '') set(undefined);
    else if (/^\d{4}$/.test(next.trim())) set(Number(next));
  });
  return (
    <TextField
      size="small"
      label={t('decisions.column.awardYear')}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
      sx={{ width: { xs: '100%', sm: 130 } }}
    />
  );
}

function DocketFilter() {
  const t = useTranslate();
  const [value, set] = useOneFilter('docket');
  const begun = (value as { startsWith?: string } | undefined)?.startsWith ?? '';
  const [words, setWords] = useSlowField(begun, (next) => set(next.trim() === '' ? undefined : { startsWith: next.trim() }));
  return (
    <TextField
      size="small"
      label={t('decisions.column.docket')}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      sx={{ minWidth: { xs: '100%', sm: 200 } }}
    />
  );
}
