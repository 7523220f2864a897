// One act on one case or on many: refusals of a single case stand in the dialog, those of many in a receipt with names.
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { carryOut, type Doing, useAfresh, useDoing } from '../../data/command.js';
import { Refused } from '../../data/faults.js';
import type { CaseCommand } from '../acts.documents.js';

/** What must be asked again when a case has moved. The evidence under it stays as it was read: each reading is recorded. */
export const toldOfCases = [
  'decisions',
  'DecisionFile',
  'Dockets',
  'DocketCases',
  'DecisionVote',
  'DecisionsAwaitingVote',
  'DecisionsToVote',
  'DecisionWork',
  'OfficerDecisions',
  'OwnDecisions',
  'OwnDecisionWork',
  'AgencyDecisionsToExplain',
  'letters',
  'LettersToHandOver',
  'AuditEvents',
];

/** Whom an act is about. */
export interface ActCase {
  id: string;
  reference: string;
  officer: { fullName: string };
}

export interface CasesDone {
  count: number;
  /** Numbers that decisions were given, in order. */
  numbers: string[];
  refused: { name: string; reason: string; caseId: string | undefined }[];
}

interface CaseActing {
  doing: Doing;
  /** What became of many; to be shown once. */
  receipt: CasesDone | undefined;
  submit: <Variables extends Record<string, unknown>>(document: CaseCommand<Variables>, variables: Variables) => void;
}

/** `told` is said when a single case went through; `onDone` follows in either case; `hasReceipt` where even one leads on to something. */
export function useCaseAct(
  cases: readonly ActCase[],
  told: string,
  onDone: () => void,
  onClose: () => void,
  { hasReceipt = false } = {},
): CaseActing {
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const [receipt, setReceipt] = useState<CasesDone>();
  const submit: CaseActing['submit'] = (document, variables) =>
    void doing.run(async () => {
      const { results } = await carryOut(document, variables);
      if (cases.length === 1) {
        const [only] = results;
        if (only && only.userErrors.length > 0) throw new Refused(only.userErrors);
        await afresh(...toldOfCases);
        if (hasReceipt) {
          setReceipt({ count: 1, numbers: [], refused: [] });
          return onDone();
        }
        notify(told, { messageArgs: { name: cases[0]!.officer.fullName, number: only?.decision?.number ?? '' } });
        onDone();
        onClose();
        return;
      }
      await afresh(...toldOfCases);
      setReceipt({
        count: results.filter(({ userErrors }) => userErrors.length === 0).length,
        numbers: results.flatMap(({ decision }) => decision?.number ?? []),
        refused: results.flatMap(({ userErrors }, place) =>
          userErrors.length === 0
            ? []
            : [
                {
                  name: cases[place]?.officer.fullName ?? '',
                  reason: userErrors.map(({ message }) => message).join(' '),
                  caseId: cases[place]?.id,
                },
              ],
        ),
      });
      onDone();
    });
  return { doing, receipt, submit };
}
