/** A mail system that evidence comes from: the domains it serves, what it can show, and how its files are read (E-8). */
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { EditedRecord } from '../kernel/record.js';
import { EvidenceAct } from './evidence-act.js';
import { EvidenceFormat, ReadsFrom } from './evidence-format.js';

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

  @Field(() => String, { nullable: true, description: 'Domain given to logins without one; without it they are quarantined.' })
  @Property({ type: 'text', nullable: true })
  defaultDomain?: string | null;

  @Field(() => ReadsFrom, { description: 'Dovecot: what its log says of reading.' })
  @Property({ type: 'text' })
  reads: `${ReadsFrom}` = 'FLAGS';

  @Field(() => Boolean, { description: 'Postfix: whether deliveries are counted, where no Dovecot source stands beside it.' })
  @Property({ type: 'boolean' })
  countsReceived: boolean = false;

  @Field(() => Int, { description: 'So many logins in a day with nothing read or sent are polling (E-5).' })
  @Property({ type: 'smallint' })
  pollingLogins: number = 4;

  /** Whether a Dovecot log ever said that flags changed; without, it cannot show reads. */
  @Property({ type: 'boolean' })
  hasFlagChanges: boolean = false;
}
