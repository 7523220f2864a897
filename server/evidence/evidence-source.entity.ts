/** A mail system that evidence comes from: the domains it serves, what it can show, and how its files are read (E-8). */
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { EditedRecord } from '../kernel/record.js';
import { EvidenceAct } from './evidence-act.js';
import { EvidenceFormat } from './evidence-format.js';

@ObjectType({ description: 'A mail system that evidence comes from (E-8).', simpleResolvers: true })
@Entity({ tableName: 'evidence_source' })
export class EvidenceSource extends EditedRecord {
  /** Short key of the source in tables of many rows. */
  @Property({ type: 'smallint' })
  @Unique()
  number: number;

  @Field(() => String, { description: 'Name, unique.' })
  @Property({ type: 'text' })
  @Unique()
  name: string;

  @Field(() => EvidenceFormat, { description: 'Kind of log or report.' })
  @Property({ type: 'text' })
  format: EvidenceFormat;

  @Field(() => [String], { description: 'Mail domains it serves; addresses of others are ignored (E-6).' })
  @Property({ type: 'json', columnType: 'jsonb' })
  mailDomains: string[];

  @Field(() => String, { description: 'Time zone of stamps that carry none, an IANA name (E-9).' })
  @Property({ type: 'text' })
  timeZone: string;

  @Field(() => [EvidenceAct], { description: 'Acts it can show.' })
  @Property({ type: 'json', columnType: 'jsonb' })
  shows: EvidenceAct[];

  @Field(() => [String], { description: 'IP addresses or networks of monitoring programs (E-4).' })
  @Property({ type: 'json', columnType: 'jsonb' })
  ignoredAddresses: string[];

  @Field(() => [String], { description: 'Mailboxes of monitoring programs (E-4).' })
  @Property({ type: 'json', columnType: 'jsonb' })
  ignoredAccounts: string[];

  /** Given to logins without a domain. */
  @Property({ type: 'text', nullable: true })
  defaultDomain?: string | null;

  /** FLAGS, or BODIES for a server that logs no flags. */
  @Property({ type: 'text' })
  reads: 'FLAGS' | 'BODIES' = 'FLAGS';

  /** Postfix: count deliveries, where no Dovecot source stands beside it. */
  @Property({ type: 'boolean' })
  countsReceived: boolean = false;

  /** So many logins in a day with nothing read or sent are polling (E-5). */
  @Property({ type: 'smallint' })
  pollingLogins: number = 4;

  /** Whether a Dovecot log ever said that flags changed; without, it cannot show reads. */
  @Property({ type: 'boolean' })
  hasFlagChanges: boolean = false;
}
