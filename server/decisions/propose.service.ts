/** Proposing cases: one or a thousand, from findings or for officers, each standing alone (D-1, D-2). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Act, type Acting, perform } from '../identity/command.js';
import { scopesOf } from '../identity/actor.js';
import { executeBound } from '../kernel/bulk.js';
import { addRows } from '../kernel/json-rows.js';
import { isId, newId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { isAdverse } from '../committee/vocabulary.js';
import { CaseBook, type CaseResult, eachCase, violated } from './case-book.js';
import { competentCommittee } from './competence.js';
import { decisionAccess } from './decision.access.js';
import type { CaseRow } from './decision-rows.js';
import { DECISION_TEXTS, KIND_TEXTS } from './decision.messages.js';
import { becomeReady } from './falling-due.js';
import { KINDS } from './kinds/all-kinds.js';
import { firstFree, localPartOf } from './mailbox-address.rules.js';
import { type EarlierCase, type OfficerFacts, type ProposalBook, proposalBook } from './propose.facts.js';
import { proposalFaults, type ProposalInput, proposalOf, type Proposal } from './propose.rules.js';
import { nextReferences } from './reference.js';
import { UNMADE_STATES } from './vocabulary.js';

/** Proposes cases; one result for every officer and finding named, in that order. The same key twice proposes once. */
export async function proposeCases(acting: Acting, input: ProposalInput & { idempotencyKey?: string | null }): Promise<CaseResult[]> {
  const { idempotencyKey, ...asked } = input;
  return perform(acting, async (act) => {
    const proposal = proposalOf(asked);
    const faults = proposalFaults(proposal, asked);
    if (!act.mayDo(decisionAccess.propose as never, { kind: proposal.kind, agencyId: '' } as never)) refuseStrangers(act, proposal);
    if (faults.length > 0) throw new Refusal(...faults);
    const made = await act.once('decisionPropose', idempotencyKey, asked, async () =>
      JSON.stringify(await new Proposing(act, proposal).all(asked)),
    );
    return JSON.parse(made) as CaseResult[];
  });
}

/** A contact proposes mailboxes for the own agency, whose officers are asked one by one; whoever else has not the right is refused at once. */
function refuseStrangers(act: Act, { kind }: Proposal): void {
  if (kind === 'MAILBOX_PROVISION' && scopesOf(act.actor, 'AGENCY_CONTACT').length > 0) return;
  act.allow(decisionAccess.propose as never, { kind, agencyId: '' } as never);
}

interface Named {
  id: string;
  officerId: string | null;
  findingId: string | null;
}

class Proposing {
  private readonly made: CaseRow[] = [];
  private readonly namedOfficers = new Set<string>();
  private readonly takenAddresses = new Set<string>();

  constructor(
    private readonly act: Act,
    private readonly proposal: Proposal,
  ) {}

  async all(input: ProposalInput): Promise<CaseResult[]> {
    const { act, proposal } = this;
    const { em } = act;
    const committeeId = await competentCommittee(em, proposal.kind, act.today, input.committeeId ?? null);
    const ends = input.endsDecisionId ? await endedCase(em, input.endsDecisionId) : null;
    const officerIds = [...(input.officerIds ?? [])];
    if (officerIds.length === 0 && !input.findingIds?.length && ends) officerIds.push(ends.officerId);
    const named: Named[] = [
      ...officerIds.map((id) => ({ id, officerId: id, findingId: null })),
      ...(input.findingIds ?? []).map((id) => ({ id, officerId: null, findingId: id })),
    ];
    const facts = await proposalBook(em, officerIds, input.findingIds ?? []);
    for (const address of await addressesTaken(em, proposal, facts)) this.takenAddresses.add(address);
    const results = eachCase(
      named.map(({ id }) => id),
      'input',
      (_id, place) => {
        const path =
          place < officerIds.length ? ['input', 'officerIds', String(place)] : ['input', 'findingIds', String(place - officerIds.length)];
        try {
          return this.one(named[place]!, facts, committeeId, ends);
        } catch (error) {
          if (error instanceof Refusal) throw new Refusal(...error.reasons.map((reason) => ({ ...reason, path })));
          throw error;
        }
      },
    );
    await this.store();
    return results;
  }

  /** Makes one case, or refuses it. */
  private one({ officerId, findingId }: Named, facts: ProposalBook, committeeId: string, endsGiven: EarlierCase | null): string {
    const { act, proposal } = this;
    const finding = findingId && isId(findingId) ? facts.findings.get(findingId) : undefined;
    const officer = facts.officers.get(officerId ?? finding?.officerId ?? '');
    const isAllowed = officer && act.mayDo(decisionAccess.propose, { kind: proposal.kind, agencyId: officer.agencyId });
    if (!officer || !isAllowed)
      throw new Refusal({ code: 'NOT_FOUND', message: { text: findingId ? DECISION_TEXTS.noFindingId : DECISION_TEXTS.noOfficer } });
    if (scopesOf(act.actor, 'OFFICER').includes(officer.id)) throw violated('D-5', DECISION_TEXTS.ownCase);
    if (this.namedOfficers.has(officer.id)) throw new Refusal({ code: 'DUPLICATE', rule: 'D-2', message: { text: DECISION_TEXTS.twice } });
    const kind = KINDS[proposal.kind];
    const theirs = facts.cases.filter((earlier) => earlier.officerId === officer.id);
    const restsOn = isAdverse(proposal.kind) ? (finding ?? facts.findings.get(officer.latestFindingId ?? '') ?? null) : (finding ?? null);
    const ends = endsGiven ?? (kind.ends ? standing(theirs, kind.ends, proposal.awardYear) : null);
    const awardYear = proposal.awardYear ?? (kind.ends ? (ends?.awardYear ?? null) : null);
    const fault = kind.proposalFault({
      officerId: officer.id,
      hasLeft: officer.leftOn !== null && officer.leftOn < act.today,
      finding: restsOn,
      mailbox: officer.mailbox,
      awardYear,
      ends: ends && { kind: ends.kind, state: ends.state, officerId: ends.officerId, isEnded: ends.endedById !== null },
    });
    this.refusePending(theirs, awardYear, committeeId);
    if (fault) throw new Refusal({ code: fault.code, rule: fault.rule, message: { text: KIND_TEXTS[fault.text] } });
    if (restsOn) this.refuseUsedFinding(theirs, restsOn.id, committeeId);
    this.namedOfficers.add(officer.id);
    const held = this.newCase(officer, committeeId, {
      findingId: restsOn?.id ?? null,
      findingVersion: restsOn?.version ?? null,
      windowFrom: restsOn?.windowFrom ?? act.today,
      awardYear,
      awardTitles: ends && kind.isAboutAwards ? ends.awardTitles : proposal.awardTitles,
      mailboxAddress: proposal.kind === 'MAILBOX_PROVISION' ? this.addressFor(officer) : null,
      mailboxId: kind.isAboutAwards ? null : (officer.mailbox?.id ?? null),
      endsDecisionId: ends?.id ?? null,
    });
    this.made.push(held);
    return held.id;
  }

  /** One pending case an officer, kind and year (D-2). Committees that share a kind may each hold one, until they are merged (C-4). */
  private refusePending(theirs: readonly EarlierCase[], awardYear: number | null, committeeId: string): void {
    const { kind } = this.proposal;
    const pending = theirs.find(
      (earlier) =>
        earlier.isPending && earlier.kind === kind && earlier.committeeId === committeeId && (earlier.awardYear ?? 0) === (awardYear ?? 0),
    );
    if (!pending) return;
    const message = { text: DECISION_TEXTS.pending, values: { reference: pending.reference } };
    throw new Refusal({ code: 'DUPLICATE', rule: 'D-2', message });
  }

  /** A finding carries one adverse case of a kind; what was withdrawn or joined never was (D-2). */
  private refuseUsedFinding(theirs: readonly EarlierCase[], findingId: string, committeeId: string): void {
    const { kind } = this.proposal;
    if (!isAdverse(kind)) return;
    const used = theirs.find(
      (earlier) =>
        earlier.findingId === findingId &&
        earlier.kind === kind &&
        !(UNMADE_STATES as readonly string[]).includes(earlier.state) &&
        !(earlier.isPending && earlier.committeeId !== committeeId),
    );
    if (used) throw violated('D-2', DECISION_TEXTS.findingUsed, { reference: used.reference });
  }

  /** The address asked for, the one that stands in the registry, or the next that is free. */
  private addressFor({ fullName, mailDomain, mailbox }: OfficerFacts): string {
    const wanted = this.proposal.mailboxAddress;
    if (wanted) {
      const isOwn = mailbox?.address === wanted;
      if (this.takenAddresses.has(wanted) && !isOwn) {
        const message = { text: DECISION_TEXTS.addressTaken, values: { address: wanted } };
        throw new Refusal({ code: 'DUPLICATE', message });
      }
      return wanted;
    }
    if (mailbox) return mailbox.address;
    if (!mailDomain) throw new Refusal({ code: 'REQUIRED', message: { text: DECISION_TEXTS.addressNeeded } });
    const address = firstFree(localPartOf(fullName), mailDomain, (taken) => this.takenAddresses.has(taken));
    this.takenAddresses.add(address);
    return address;
  }

  private newCase(officer: OfficerFacts, committeeId: string, rest: Partial<CaseRow>): CaseRow {
    const { act, proposal } = this;
    return {
      id: newId(),
      reference: '',
      kind: proposal.kind,
      state: 'PROPOSED',
      isPending: true,
      version: 1,
      officerId: officer.id,
      committeeId,
      legalBasis: proposal.legalBasis,
      grounds: proposal.grounds,
      docket: proposal.docket,
      proposedAt: act.now.toISOString(),
      proposedBy: act.actor.name,
      proposedByUserId: act.actor.userId,
      hasDeclaredConflict: false,
      lapses: 0,
      ...rest,
    } as CaseRow;
  }

  private async store(): Promise<void> {
    const { act, made } = this;
    if (made.length === 0) return act.unchanged();
    const references = await nextReferences(act.em, act.today.slice(0, 4), made.length);
    made.forEach((held, i) => (held.reference = references[i]!));
    await addRows(act.em, 'decision', made, act.now);
    const book = new CaseBook(act);
    for (const held of made) {
      book.add(held);
      book.note(held, 'PROPOSE', null, { details: { kind: held.kind, reference: held.reference, committee: held.committeeId } });
      becomeReady(book, held);
    }
    await book.save();
  }
}

/** The decision of a kind that stands for somebody and can be ended; of several years the one asked for. */
const standing = (theirs: readonly EarlierCase[], kind: string, awardYear: number | null): EarlierCase | null =>
  theirs.find(
    (earlier) =>
      earlier.kind === kind &&
      (earlier.state === 'IN_FORCE' || (earlier.state === 'EXPIRED' && earlier.endedById === null)) &&
      (awardYear === null || earlier.awardYear === awardYear),
  ) ?? null;

async function endedCase(em: SqlEntityManager, id: string): Promise<EarlierCase> {
  const [found] = isId(id)
    ? await executeBound<EarlierCase>(
        em,
        `select id, reference, kind, state, is_pending as "isPending", officer_id as "officerId", committee_id as "committeeId", finding_id as "findingId", award_year as "awardYear",
           award_titles as "awardTitles", ended_by_id as "endedById" from decision where id = $1::uuid`,
        [id],
      )
    : [];
  if (found) return found;
  const fault: Reason = { code: 'NOT_FOUND', path: ['input', 'endsDecisionId'], message: { text: DECISION_TEXTS.noDecisionToEnd } };
  throw new Refusal(fault);
}

/** Addresses that somebody has, or that a pending case will give: of the domains concerned. */
async function addressesTaken(em: SqlEntityManager, { kind, mailboxAddress }: Proposal, { officers }: ProposalBook): Promise<string[]> {
  if (kind !== 'MAILBOX_PROVISION') return [];
  const domains = new Set([...officers.values()].flatMap(({ mailDomain }) => mailDomain ?? []));
  if (mailboxAddress?.includes('@')) domains.add(mailboxAddress.slice(mailboxAddress.lastIndexOf('@') + 1));
  const rows = await executeBound<{ address: string }>(
    em,
    `select address from mailbox where split_part(address, '@', 2) = any($1::text[])
     union select mailbox_address from decision where is_pending and mailbox_address is not null`,
    [`{${[...domains].join(',')}}`],
  );
  return rows.map(({ address }) => address);
}
