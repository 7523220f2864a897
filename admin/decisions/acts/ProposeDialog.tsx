// Proposing cases, from findings or for officers (D-1, D-2): what, on which legal basis and grounds; ends with what became of each person.
import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { cityNow } from '../../data/city-clock.js';
import { useAsk } from '../../data/ask.js';
import { useMay } from '../../data/viewer.js';
import { ActDialog } from '../../ui/ActDialog.js';
import { cityDay } from '../../ui/city-time.js';
import { useFormat } from '../../ui/format.js';
import { wrong } from '../../ui/wrong.js';
import { PROPOSE } from '../acts.documents.js';
import { allowedBy, awardTitles, type DecisionKind, decisionKinds, isAdverse } from '../case.js';
import { COMMITTEES } from '../documents.js';
import { CasesReceipt } from './CasesReceipt.js';
import { LongText } from './LongText.js';
import { People } from './People.js';
import { useRequestKey } from './request-key.js';
import { TitlesField } from './TitlesField.js';
import { useCaseAct } from './use-case-act.js';

export interface Proposed {
  officerId: string;
  /** The finding adverse kinds rest on; without it the server takes the latest one. */
  findingId?: string | undefined;
  fullName: string;
  /** Beside the name. */
  beside: string;
  /** What the cause of the finding leads to; adverse kinds are only offered where it leads to them (D-2). */
  nextStep?: string | null | undefined;
}

interface ProposeDialogProps {
  people: readonly Proposed[];
  kind?: DecisionKind | undefined;
  /** Kinds that may be proposed; all when not said. */
  kinds?: readonly DecisionKind[];
  onDone: () => void;
  onClose: () => void;
}

export function ProposeDialog({ people, kind: suggested, kinds: permitted = decisionKinds, onDone, onClose }: ProposeDialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const cases = people.map(({ officerId, fullName, beside }) => ({ id: officerId, reference: beside, officer: { fullName } }));
  const { doing, receipt, submit } = useCaseAct(cases, 'decisions.propose.told', onDone, onClose);
  const kinds = permitted.filter((one) => allowedBy(one, people) > 0);
  const hasLessKinds = kinds.length < permitted.length;
  const [kind, setKind] = useState<DecisionKind>(suggested && kinds.includes(suggested) ? suggested : kinds[0]!);
  // The legal basis is much the same from one proposal to the next: the last one of each kind is offered.
  const [kept, keep] = useStore<Record<string, string>>('legalBasisOfCases', {});
  const [typed, setTyped] = useState<string>();
  const legalBasis = typed ?? kept[kind] ?? '';
  const [grounds, setGrounds] = useState('');
  const [docket, setDocket] = useState('');
  const [year, setYear] = useState(cityDay(cityNow()).slice(0, 4));
  const [titles, setTitles] = useState<string[]>([...awardTitles]);
  const [committeeId, setCommitteeId] = useState('');
  const mayCommittees = useMay('committee.read');
  const committees = (useAsk(COMMITTEES, {}, mayCommittees).data?.committees ?? []).filter(
    ({ competences, closedOn }) => !closedOn && competences.includes(kind),
  );
  const keyOf = useRequestKey();
  const title = t('decisions.propose.title', { count: number(people.length) });
  if (receipt) return <CasesReceipt title={title} receipt={receipt} hasPages={false} onClose={onClose} />;
  const isExclusion = kind === 'AWARD_EXCLUSION';
  const fits = allowedBy(kind, people);
  const needsCommittee = committees.length > 1;
  const send = () => {
    keep({ ...kept, [kind]: legalBasis.trim() });
    const findingIds = isAdverse(kind) ? people.flatMap(({ findingId }) => findingId ?? []) : [];
    const input = {
      kind,
      legalBasis: legalBasis.trim(),
      grounds: grounds.trim(),
      ...(findingIds.length === people.length ? { findingIds } : { officerIds: people.map(({ officerId }) => officerId) }),
      ...(docket.trim() && { docket: docket.trim() }),
      ...(needsCommittee && committeeId && { committeeId }),
      ...(isExclusion && { awardYear: Number(year), awardTitles: titles }),
    };
    submit(PROPOSE, { input: { ...input, idempotencyKey: keyOf(input) } });
  };
  return (
    <ActDialog
      title={title}
      hint={t(`decisions.propose.hint.${kind}`)}
      submitLabel={t('decisions.propose.submit', { count: number(people.length) })}
      doing={doing}
      fields={['kind', 'legalBasis', 'grounds', 'docket', 'awardYear', 'awardTitles', 'committeeId']}
      onSubmit={send}
      onClose={onClose}
      isIncomplete={
        legalBasis.trim() === '' ||
        grounds.trim() === '' ||
        (isExclusion && (!/^\d{4}$/.test(year) || titles.length === 0)) ||
        (needsCommittee && committeeId === '')
      }
    >
      {hasLessKinds && (
        <Alert severity="info" variant="outlined" data-part="kinds-by-cause">
          {t(people.length === 1 ? `decisions.propose.byStep.${people[0]!.nextStep ?? 'NONE'}` : 'decisions.propose.byCause')}
        </Alert>
      )}
      {fits < people.length && (
        <Alert severity="warning" variant="outlined" data-part="not-all-fit">
          {t('decisions.propose.notAllFit', { fits: number(fits), count: number(people.length) })}
        </Alert>
      )}
      <TextField
        select
        name="kind"
        label={t('decisions.column.kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as DecisionKind)}
        {...wrong(doing.errorAt('kind'))}
      >
        {kinds.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`decisions.kind.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {isExclusion && (
        <>
          <TextField
            name="awardYear"
            label={t('decisions.column.awardYear')}
            value={year}
            onChange={(event) => setYear(event.target.value)}
            required
            {...wrong(doing.errorAt('awardYear'))}
          />
          <TitlesField value={titles} onChange={setTitles} error={doing.errorAt('awardTitles')} />
        </>
      )}
      {needsCommittee && (
        <TextField
          select
          name="committeeId"
          label={t('decisions.column.committee')}
          value={committeeId}
          onChange={(event) => setCommitteeId(event.target.value)}
          required
          {...wrong(doing.errorAt('committeeId'))}
        >
          {committees.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <LongText
        name="legalBasis"
        label={t('decisions.papers.legalBasis')}
        value={legalBasis}
        onChange={setTyped}
        error={doing.errorAt('legalBasis')}
        hint={t('decisions.propose.legalBasisHint')}
        rows={2}
      />
      <LongText
        name="grounds"
        label={t('decisions.papers.grounds')}
        value={grounds}
        onChange={setGrounds}
        error={doing.errorAt('grounds')}
        hint={t('decisions.propose.groundsHint')}
        rows={3}
      />
      <TextField
        name="docket"
        label={t('decisions.column.docket')}
        value={docket}
        onChange={(event) => setDocket(event.target.value)}
        autoComplete="off"
        {...wrong(doing.errorAt('docket'), t('decisions.propose.docketHint'))}
      />
      <People cases={cases} />
    </ActDialog>
  );
}
