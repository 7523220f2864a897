/** What the public page says of a code: kind, number, date, issuing body, and how it stands; no name, and nothing else. */
import { executeBound } from '../../kernel/bulk.js';
import type { Day } from '../../kernel/calendar.js';
import type { Ground } from '../../kernel/ground.js';
import { type DecisionStanding, type Validity, validityOf } from './paper-state.rules.js';
import type { PaperKind } from './vocabulary.js';

export interface VerifiedPaper {
  kind: PaperKind;
  number: string | null;
  datedOn: Day;
  issuer: string;
  validity: Validity;
  /** Day from which a decision is in force that is not yet. */
  inForceOn: Day | null;
  signedOn: Day | null;
}

interface Found extends Omit<VerifiedPaper, 'validity' | 'inForceOn'> {
  isReplaced: boolean;
  isTakenBack: boolean;
  decisions: DecisionStanding[];
}

const PAPER = `select json_build_object('kind', p.kind, 'number', p.number, 'datedOn', p.dated_on, 'issuer', p.issuer, 'signedOn', p.signed_on, 'isReplaced', p.replaced_at is not null,
  'isTakenBack', p.kind = 'CERTIFICATE' and not exists (select 1 from enrolment e where 'enrolment:' || e.id = p.about and e.state = 'COMPLETED'),
  'decisions', (select coalesce(json_agg(json_build_object('state', d.state, 'inForceOn', d.in_force_on, 'kind', d.kind, 'isEnded', d.ended_by_id is not null)), '[]'::json) from decision d where d.id = any(p.decision_ids))
  )::text as row from paper p where p.code = $1`;

export async function verifiedPaper({ orm }: Ground, code: string): Promise<VerifiedPaper | null> {
  const [row] = await executeBound<{ row: string }>(orm.em.fork(), PAPER, [code]);
  if (!row) return null;
  const { isReplaced, isTakenBack, decisions, ...paper } = JSON.parse(row.row) as Found;
  const validity = validityOf(paper.kind, decisions, isReplaced);
  const days = new Set(decisions.map(({ inForceOn }) => inForceOn));
  return {
    ...paper,
    validity: isTakenBack && !isReplaced ? 'TAKEN_BACK' : validity,
    inForceOn: validity === 'NOT_YET' && days.size === 1 ? [...days][0]! : null,
  };
}
