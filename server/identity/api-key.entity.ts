/** By which key does another system come in, and what may it do? Only the hash of the key is stored (G-17). */
import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { User } from './user.entity.js';

@Entity({ tableName: 'api_key' })
export class ApiKey extends Record {
  @Property({ type: 'text' })
  name: string;

  /** Beginning of the key, to tell keys apart by. */
  @Property({ type: 'text' })
  prefix: string;

  /** SHA-256 of the whole key, hexadecimal. */
  @Property({ type: 'text' })
  @Unique()
  keyHash: string;

  @Property({ type: 'json', columnType: 'jsonb' })
  scopes: string[];

  /** Last day on which it opens anything. */
  @Property({ type: 'date' })
  expiresOn: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  lastUsedAt?: Date | null;

  /** When it was revoked. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;

  /** Who made it; none when it was made on the server itself. The key lives on when its maker is disabled. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'set null' })
  maker?: Ref<User> | null;
}
