/** A one-time code on a letter, which opens the own file of whom the letter is to, and nothing else. Only its keyed hash is stored (G-17). */
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import type { RoleName } from './actor.js';

@Entity({ tableName: 'access_code' })
@Index({ properties: ['about', 'scopeId'] })
export class AccessCode extends Record {
  /** Keyed hash (HMAC-SHA-256 with the installation's key), hexadecimal: twelve characters could else be found by trying. */
  @Property({ type: 'text' })
  @Unique()
  codeHash: string;

  /** What whoever holds it is, and of what. */
  @Property({ type: 'text' })
  role: RoleName;

  @Property({ type: 'uuid' })
  scopeId: string;

  /** Because of what it was given: `decision:<id>`. */
  @Property({ type: 'text' })
  about: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  expiresAt: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  usedAt?: Date | null;

  /** When it, and the session it opened, ended: another took its place, or nobody may use it any more. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  revokedAt?: Date | null;
}
