/** Papers as they were issued, and the texts of papers that the city has changed. */
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../../kernel/record.js';
import type { Layout } from './layout.rules.js';
import type { Paper } from './paper.js';
import type { PaperKind } from './vocabulary.js';

/** One issued version of a paper. What it says is never changed: only that it was signed, and that another took its place. */
@Entity({ tableName: 'paper' })
@Unique({ properties: ['kind', 'about', 'version'] })
@Index({ name: 'paper_of_cases', expression: `create index "paper_of_cases" on "paper" using gin ("decision_ids")` })
export class IssuedPaper extends Record {
  @Property({ type: 'text' })
  kind: PaperKind;

  /** `decision:<id>`, `vote:<id>`, `enrolment:<id>`, `docket:<committee>:<name>`; a decision with a list: its first case. */
  @Property({ type: 'text' })
  about: string;

  @Property({ type: 'integer' })
  version: number;

  /** Resolves on the public page. */
  @Property({ type: 'text' })
  @Unique()
  code: string;

  @Property({ type: 'text', nullable: true })
  number?: string | null;

  @Property({ type: 'date' })
  datedOn: string;

  @Property({ type: 'text' })
  issuer: string;

  /** The paper, whole, as it was first issued. */
  @Property({ type: 'json', columnType: 'jsonb' })
  content: Paper;

  @Property({ type: 'json', columnType: 'jsonb' })
  layout: Layout;

  /** Cases and officers it is about: for rights, validity and the trail of whoever is named. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  decisionIds: string[];

  @Property({ type: 'array', columnType: 'uuid[]' })
  officerIds: string[];

  @Property({ type: 'text' })
  issuedBy: string;

  /** Why it was made anew; null of the first. */
  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  replacedAt?: Date | null;

  /** Day on which it was signed and sealed, by whom, and the scan that shows it. */
  @Property({ type: 'date', nullable: true })
  signedOn?: string | null;

  @Property({ type: 'text', nullable: true })
  signedBy?: string | null;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  scanId?: string | null;
}

/** What a text of papers, or a setting of their layout, was changed to; the last row under a name holds, and null is what is usual. */
@Entity({ tableName: 'paper_template' })
@Index({ properties: ['name', 'id'] })
export class PaperTemplateRow extends Record {
  /** Name of a text, or `layout`. */
  @Property({ type: 'text' })
  name: string;

  /** The text; for `layout` the changed settings as JSON. */
  @Property({ type: 'text', nullable: true })
  text?: string | null;

  /** Name of the actor as people know it. */
  @Property({ type: 'text' })
  changedBy: string;
}
