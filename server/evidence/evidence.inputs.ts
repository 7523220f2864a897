/** What can be said about sources and coverage, and what is answered. */
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../api/user-error.js';
import { CalendarDate } from '../kernel/scalars.js';
import { EvidenceAct } from './evidence-act.js';
import { EvidenceFormat, ReadsFrom } from './evidence-format.js';
import { EvidenceSource } from './evidence-source.entity.js';

@InputType({ description: 'A source as it shall be; the one of that name is changed.' })
export class EvidenceSourceInput {
  @Field(() => String, { description: 'Name, unique.' })
  name: string;

  @Field(() => EvidenceFormat, { description: 'Kind of log or report.' })
  format: EvidenceFormat;

  @Field(() => [String], { description: 'Mail domains it serves.' })
  mailDomains: string[];

  @Field(() => String, { defaultValue: 'Asia/Ho_Chi_Minh', description: 'Time zone of stamps that carry none, an IANA name.' })
  timeZone: string;

  @Field(() => [EvidenceAct], { nullable: true, description: 'Acts it can show; by its format when not given.' })
  shows?: EvidenceAct[];

  @Field(() => [String], { nullable: true, description: 'IP addresses or networks of monitoring programs.' })
  ignoredAddresses?: string[];

  @Field(() => [String], { nullable: true, description: 'Mailboxes of monitoring programs.' })
  ignoredAccounts?: string[];

  @Field(() => String, { nullable: true, description: 'Domain given to logins without one; stays as it is when not given.' })
  defaultDomain?: string | null;

  @Field(() => ReadsFrom, { nullable: true, description: 'Dovecot: what its log says of reading; stays as it is when not given.' })
  reads?: ReadsFrom;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Postfix: count deliveries, where no Dovecot source stands beside it; stays as it is when not given.',
  })
  countsReceived?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Logins in a day that are polling when nothing is read or sent, 2 to 1,000; stays as it is when not given (E-5).',
  })
  pollingLogins?: number;
}

@ObjectType({ description: 'What became of a source.', simpleResolvers: true })
export class EvidenceSourcePayload {
  @Field(() => EvidenceSource, { nullable: true, description: 'The source.' })
  source: EvidenceSource | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'Lines of one kind that were not understood (E-7). Samples hold no secrets.', simpleResolvers: true })
export class QuarantinedLine {
  @Field(() => Int, { description: 'Number of the first such line.' })
  line: number;

  @Field(() => String, { description: 'Why, in the caller’s language.' })
  reason: string;

  @Field(() => String, {
    description: 'Service, first word and field names of the first such line; empty when not even a service is known.',
  })
  sample: string;

  @Field(() => Int, { description: 'How many such lines.' })
  count: number;
}

@ObjectType({ description: 'A day of a source for one of its mail domains (E-8).', simpleResolvers: true })
export class CoverageDay {
  @Field(() => CalendarDate, { description: 'Day.' })
  date: string;

  @Field(() => String, { description: 'Name of the source.' })
  source: string;

  @Field(() => String, { description: 'Mail domain.' })
  mailDomain: string;

  @Field(() => [EvidenceAct], { description: 'Acts the source really shows.' })
  shows: EvidenceAct[];

  @Field(() => Int, { description: 'Mailboxes of the source with evidence on this day.' })
  mailboxesSeen: number;

  @Field(() => Boolean, { description: 'Fewer than half of the usual number for this kind of day.' })
  isThin: boolean;

  @Field(() => Boolean, { description: 'Whether the day counts: there is data, not thin or accepted, no outage.' })
  isCovered: boolean;
}

export enum CoverageDecision {
  ACCEPT = 'ACCEPT',
  OUTAGE = 'OUTAGE',
  NONE = 'NONE',
}

registerEnumType(CoverageDecision, {
  name: 'CoverageDecision',
  description: 'What is decided about a day of a source.',
  valuesConfig: {
    ACCEPT: { description: 'A thin day is whole after all.' },
    OUTAGE: { description: 'The source was out of order; the day counts as without data.' },
    NONE: { description: 'Takes a decision back.' },
  },
});

@InputType({ description: 'A decision about a day of a source.' })
export class CoverageSettleInput {
  @Field(() => String, { description: 'Name of the source.' })
  source: string;

  @Field(() => CalendarDate, { description: 'Day.' })
  date: string;

  @Field(() => CoverageDecision, { description: 'What is decided.' })
  decision: CoverageDecision;

  @Field(() => String, { nullable: true, description: 'Why; needed unless a decision is taken back.' })
  reason?: string;
}

@ObjectType({ description: 'The day as it stands now, for each mail domain of the source.', simpleResolvers: true })
export class CoveragePayload {
  @Field(() => [CoverageDay], { description: 'The day, for each mail domain.' })
  days: CoverageDay[];

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}
