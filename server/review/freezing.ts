/** Takes the facts of officers together with the evidence of a window and judges them: what is frozen when a review opens (T-5). */
import { domainOf } from '../registry/address.rules.js';
import type { Frame } from './frame.rules.js';
import type { FrozenFacts, FrozenMailbox } from './frozen-facts.rules.js';
import { freezePosting, freezeSpan, ownCounters, readCounters } from './frozen-facts.rules.js';
import { unservedDomain } from './frame.rules.js';
import type { NewFinding } from './finding-rows.js';
import type { ReviewedOfficer } from './officer-facts.read.js';
import { judge } from './tier.rules.js';
import type { WindowEvidence } from './window-evidence.read.js';

export function frozenFinding(officer: ReviewedOfficer, frame: Frame, evidence: WindowEvidence): NewFinding {
  const nobody = unservedDomain(frame.days);
  const days = officer.mailboxes.map(({ address, active }) =>
    ownCounters(evidence.counters.get(address) ?? '', frame.firstDay, frame.days, active),
  );
  const outcome = judge(
    {
      postings: officer.postings,
      absences: officer.absences,
      mailboxes: officer.mailboxes.map(({ kind, createdOn, active, address }, i) => ({
        kind,
        createdOn,
        active,
        domain: evidence.coverage.get(domainOf(address)) ?? nobody,
        counters: readCounters(days[i]!, frame.firstDay),
      })),
    },
    frame,
  );
  const facts: FrozenFacts = {
    postings: officer.postings.map(freezePosting),
    absences: officer.absences.map(freezeSpan),
    mailboxes: officer.mailboxes.map(({ active, ...mailbox }, i): FrozenMailbox => ({
      ...mailbox,
      active: active.map(freezeSpan),
      days: days[i]!,
    })),
  };
  return { officerId: officer.officerId, record: officer.record, facts, outcome };
}
