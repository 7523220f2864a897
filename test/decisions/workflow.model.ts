/**
 * What product.md §4 says may happen to cases, in the simplest words: an independent copy of the table of transitions and its guards, against
 * which random commands by random people are judged (G-2). It shares no line with the rules that it judges.
 */

export type Who =
  | 'FORCE'
  | 'SECRETARY'
  | 'CONTACT'
  | 'ADMIN'
  | 'CHAIR'
  | 'DEPUTY'
  | 'MEMBER'
  | 'PROPOSING_MEMBER'
  | 'ACCUSED_MEMBER'
  | 'OFFICER_A'
  | 'OFFICER_B';
export type Subject = 'A' | 'B' | 'ACCUSED' | 'NEW';
export type Kind = 'AWARD_EXCLUSION' | 'MAILBOX_PROVISION' | 'EXCLUSION_LIFT';
export type Choice = 'FOR' | 'AGAINST' | 'ABSTAIN';
export type Command =
  | { do: 'propose'; kind: Kind; about: Subject }
  | { do: 'notice' | 'explain' | 'paper' | 'answer' | 'open' | 'declare' | 'close' | 'appeal' | 'withdraw' }
  | { do: 'cast'; choice: Choice }
  | { do: 'enact'; inDays: number }
  | { do: 'settle'; uphold: boolean };

export const VOTING_SEATS: readonly Who[] = ['CHAIR', 'DEPUTY', 'MEMBER', 'PROPOSING_MEMBER', 'ACCUSED_MEMBER'];
/** Days after the period in which a paper received in time may be entered. */
const ENTRY_DAYS = 30;
export const DAYS = { notice: 5, vote: 3, appeal: 10, second: 5 };
const MINIMUM = 3;

/** The officer somebody is, among those whom cases are about. */
const IS: Partial<Record<Who, Subject>> = { ACCUSED_MEMBER: 'ACCUSED', OFFICER_A: 'A', OFFICER_B: 'B' };
/** Officers of the contact's agency. */
const OF_CONTACT: readonly Subject[] = ['A', 'B', 'NEW'];
const MAKES_CASES: readonly Who[] = ['FORCE', 'SECRETARY', 'PROPOSING_MEMBER'];

export interface Case {
  kind: Kind;
  about: Subject;
  by: Who;
  state: string;
  servedOn: number;
  explainUntil: number;
  explained: boolean;
  answered: boolean;
  lapses: number;
  closesOn: number;
  voters: Map<Who, Choice | null>;
  declared: Set<Who>;
  recused: Set<Who>;
  adoptedOn: number;
  signed: boolean;
  forceOn: number;
  appealUntil: number;
  instance: number;
  lifted: boolean;
  lifts: Case | null;
}

/** Days since 1970, of which the fourth was a Sunday. */
const isWorked = (day: number): boolean => (day + 4) % 7 !== 0 && (day + 4) % 7 !== 6;
export function lastOf(day: number, days: number): number {
  let last = day + days;
  while (!isWorked(last)) last++;
  return last;
}

export class Model {
  readonly cases: Case[] = [];
  /** Whose finding is contested, and who is in a class. */
  readonly contested = new Set<Subject>();
  readonly sheltered = new Set<Subject>();

  constructor(
    public today: number,
    private readonly newYear: number,
  ) {}

  private isAdverse = (held: Case) => held.kind === 'AWARD_EXCLUSION';
  private isPending = (held: Case) =>
    ['PROPOSED', 'NOTIFIED', 'READY', 'VOTING', 'ADOPTED'].includes(held.state) || (held.state === 'LAPSED' && held.lapses < 2);
  private of = (kind: Kind, about: Subject) => this.cases.filter((held) => held.kind === kind && held.about === about);

  private isRecused(who: Who, held: Case): boolean {
    if (IS[who] === held.about || held.declared.has(who) || held.recused.has(who) || held.by === who) return true;
    const own = IS[who] && this.of('AWARD_EXCLUSION', IS[who]);
    return this.isAdverse(held) && !!own?.some((other) => this.isPending(other) || ['IN_FORCE', 'APPEALED'].includes(other.state));
  }

  /** Does what a command asks; false where the table or a guard forbids it. */
  act(who: Who, held: Case | undefined, command: Command): boolean {
    if (command.do === 'propose') return this.propose(who, command.kind, command.about);
    if (!held) return false;
    const isOwn = IS[who] === held.about;
    const isSecretary = who === 'SECRETARY' && !isOwn;
    const isContact = who === 'CONTACT' && OF_CONTACT.includes(held.about);
    const isChair =
      !isOwn &&
      ((who === 'CHAIR' && !this.isRecused(who, held)) ||
        (who === 'DEPUTY' && !this.isRecused(who, held) && this.isRecused('CHAIR', held)));
    const isVoter = held.state === 'VOTING' && held.voters.has(who);
    const adverse = this.isAdverse(held);
    switch (command.do) {
      case 'notice':
        if (!isSecretary || held.state !== 'PROPOSED' || !adverse) return false;
        return this.change(held, { state: 'NOTIFIED', servedOn: this.today, explainUntil: lastOf(this.today, DAYS.notice) });
      case 'explain':
        if (!(isOwn || isContact || isSecretary) || held.state !== 'NOTIFIED' || this.today > held.explainUntil) return false;
        return this.change(held, { explained: true, answered: false });
      case 'paper': {
        const isLate = held.state === 'READY' && adverse && held.servedOn < this.today;
        // What the officer enters in person is received today.
        const isToday = isOwn && held.servedOn === this.today;
        if (!(isContact || isSecretary || isToday) || !(held.state === 'NOTIFIED' || (isLate && !isOwn))) return false;
        if (this.today > held.explainUntil + ENTRY_DAYS) return false;
        return this.change(held, { explained: true, answered: false });
      }
      case 'answer':
        if (isOwn || !MAKES_CASES.includes(who) || !['NOTIFIED', 'READY'].includes(held.state) || !held.explained || held.answered)
          return false;
        return this.change(held, { answered: true });
      case 'open':
        return (isSecretary || isChair) && this.open(held);
      case 'cast':
        if (!isVoter) return false;
        held.voters.set(who, command.choice);
        return this.change(held, {});
      case 'declare':
        if (!isVoter) return false;
        held.voters.delete(who);
        held.declared.add(who);
        return this.change(held, held.voters.size < MINIMUM ? { state: 'READY' } : {});
      case 'close':
        if (!isChair || held.state !== 'VOTING') return false;
        return this.change(held, this.ended(held));
      case 'enact':
        if (!isSecretary || held.state !== 'ADOPTED' || held.signed || this.today + command.inDays < held.adoptedOn) return false;
        const forceOn = this.today + command.inDays;
        return this.change(held, { signed: true, forceOn, appealUntil: lastOf(Math.max(forceOn, this.today), DAYS.appeal) });
      case 'appeal':
        if (!(isOwn || isContact || isSecretary) || !adverse || !['IN_FORCE', 'EXPIRED'].includes(held.state) || held.lifted) return false;
        if (held.instance >= 2 || this.today > held.appealUntil || this.today < held.forceOn) return false;
        return this.change(held, { state: 'APPEALED', instance: held.instance + 1 });
      case 'settle':
        if (held.state !== 'APPEALED' || !(held.instance === 1 ? isChair : isSecretary)) return false;
        return this.change(
          held,
          command.uphold ? { state: 'IN_FORCE', appealUntil: lastOf(this.today, DAYS.second) } : { state: 'REVERSED' },
        );
      case 'withdraw':
        if (isOwn || !(held.by === who || isChair) || !['PROPOSED', 'NOTIFIED', 'READY', 'ADOPTED'].includes(held.state)) return false;
        return this.change(held, { state: 'WITHDRAWN' });
    }
  }

  private propose(who: Who, kind: Kind, about: Subject): boolean {
    const isContact = who === 'CONTACT' && kind === 'MAILBOX_PROVISION' && OF_CONTACT.includes(about);
    if (IS[who] === about || !(MAKES_CASES.includes(who) || isContact)) return false;
    const earlier = this.of(kind, about);
    if (earlier.some(this.isPending)) return false;
    const exclusion = this.of('AWARD_EXCLUSION', about).find(
      ({ state, lifted }) => state === 'IN_FORCE' || (state === 'EXPIRED' && !lifted),
    );
    if (kind === 'AWARD_EXCLUSION' && (about === 'NEW' || earlier.some(({ state }) => state !== 'WITHDRAWN'))) return false;
    // Only NEW has no mailbox, and one that is provided is there.
    if (kind === 'MAILBOX_PROVISION' && (!['NEW', 'ACCUSED'].includes(about) || earlier.some(({ state }) => state === 'IN_FORCE')))
      return false;
    if (kind === 'EXCLUSION_LIFT' && !exclusion) return false;
    const nothing = {
      servedOn: 0,
      explainUntil: 0,
      explained: false,
      answered: false,
      lapses: 0,
      closesOn: 0,
      adoptedOn: 0,
      signed: false,
      forceOn: 0,
    };
    const rest = {
      ...nothing,
      appealUntil: 0,
      instance: 0,
      lifted: false,
      voters: new Map(),
      declared: new Set<Who>(),
      recused: new Set<Who>(),
    };
    this.cases.push({ kind, about, by: who, state: 'PROPOSED', ...rest, lifts: kind === 'EXCLUSION_LIFT' ? exclusion! : null });
    this.due();
    return true;
  }

  private open(held: Case): boolean {
    if (held.state !== 'READY' && !(held.state === 'LAPSED' && held.lapses < 2)) return false;
    const isBlocked = this.contested.has(held.about) || this.sheltered.has(held.about) || (held.explained && !held.answered);
    if (this.isAdverse(held) && (isBlocked || this.today <= held.explainUntil)) return false;
    const able = VOTING_SEATS.filter((who) => !this.isRecused(who, held));
    if (able.length < MINIMUM) return false;
    for (const who of VOTING_SEATS) if (!able.includes(who)) held.recused.add(who);
    return this.change(held, { state: 'VOTING', voters: new Map(able.map((who) => [who, null])), closesOn: lastOf(this.today, DAYS.vote) });
  }

  private resultOf(held: Case, more: readonly Choice[] = []): string {
    const cast = [...held.voters.values(), ...more].filter((choice) => choice !== null);
    const count = (choice: Choice) => cast.filter((one) => one === choice).length;
    if (cast.length * 2 <= held.voters.size) return 'LAPSED';
    if (count('FOR') < (this.isAdverse(held) ? MINIMUM : 1)) return 'REJECTED';
    return count('FOR') > count('AGAINST') ? 'ADOPTED' : 'REJECTED';
  }

  private ended(held: Case): Partial<Case> {
    const state = this.resultOf(held);
    return { state, ...(state === 'LAPSED' && { lapses: held.lapses + 1 }), ...(state === 'ADOPTED' && { adoptedOn: this.today }) };
  }

  /** Whether whatever the others do comes to the same, the quorum being there. */
  private isSettled(held: Case): boolean {
    if (this.resultOf(held) === 'LAPSED') return false;
    const others = [...held.voters.values()].filter((choice) => choice === null).length;
    const ends = new Set<string>();
    for (let f = 0; f <= others; f++)
      for (let a = 0; f + a <= others; a++)
        ends.add(this.resultOf(held, [...Array<Choice>(f).fill('FOR'), ...Array<Choice>(a).fill('AGAINST')]));
    return ends.size === 1;
  }

  private change(held: Case, patch: Partial<Case>): true {
    Object.assign(held, patch);
    this.due();
    return true;
  }

  /** What happens by itself. */
  due(): void {
    for (const held of this.cases) {
      if (held.state === 'VOTING' && (this.isSettled(held) || this.today > held.closesOn)) Object.assign(held, this.ended(held));
      if (held.state === 'PROPOSED' && !this.isAdverse(held)) held.state = 'READY';
      if (held.state === 'NOTIFIED' && this.today > held.explainUntil && (!held.explained || held.answered)) held.state = 'READY';
      if (held.state === 'ADOPTED' && held.signed && this.today >= held.forceOn) {
        held.state = 'IN_FORCE';
        if (held.lifts) held.lifts.lifted = true;
      }
    }
    for (const held of this.cases)
      if (held.state === 'IN_FORCE' && this.isAdverse(held) && (held.lifted || this.today >= this.newYear)) held.state = 'EXPIRED';
  }
}
