// From a case in force to the next one about the same officer: a mailbox that was revoked is asked back, one that is not needed is asked to be revoked.
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { ProposeDialog } from './acts/ProposeDialog.js';
import { type DecisionKind, kindOfStep } from './case.js';
import { type Case, OFFICER_NEXT_STEP } from './documents.js';
import { useProposableKinds } from './OfficerCases.js';

/** What undoes a decision in force (D-1). */
const undoing: Partial<Record<DecisionKind, DecisionKind>> = {
  MAILBOX_REVOCATION: 'MAILBOX_RESTORATION',
  AWARD_EXCLUSION: 'EXCLUSION_LIFT',
};

const opened: readonly DecisionKind[] = ['MAILBOX_PROVISION', 'MAILBOX_RESTORATION'];

export function FollowUp({ one: { kind, state, officer }, isOwn }: { one: Case; isOwn: boolean }) {
  const t = useTranslate();
  const kinds = useProposableKinds();
  const [isProposing, setProposing] = useState(false);
  const isInForce = state === 'IN_FORCE';
  const isOpened = opened.includes(kind);
  // A revocation is proposed only where the finding leads to it (D-2).
  const { data } = useAsk(OFFICER_NEXT_STEP, { id: officer.id }, isInForce && isOpened && kinds.length > 1 && !isOwn);
  const nextStep = data?.officer?.latestFinding?.nextStep;
  const next = isOpened ? (nextStep && kindOfStep[nextStep] === 'MAILBOX_REVOCATION' ? 'MAILBOX_REVOCATION' : undefined) : undoing[kind];
  if (!isInForce || isOwn || !next || !kinds.includes(next)) return null;
  return (
    <>
      <Button variant="outlined" data-part="follow-up" onClick={() => setProposing(true)}>
        {t(`decisions.followUp.${next}`)}
      </Button>
      {isProposing && (
        <ProposeDialog
          people={[{ officerId: officer.id, fullName: officer.fullName, beside: officer.code, nextStep }]}
          kind={next}
          kinds={[next]}
          onDone={() => undefined}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}
