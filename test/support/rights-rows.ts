/** How a line of the tables of rights is written (rights-table.ts). */
import { EVEN_BY_CODE, type Outcome, type Who } from './rights-who.js';
import type { RightsWorld, Things, ViewerName } from './rights-world.js';

export type Exceptions = Readonly<Partial<Record<ViewerName | `${ViewerName} other`, Outcome>>>;

export interface FieldsOf {
  /** Who gets the data. */
  who: Who;
  /** What the others get who come as far. */
  otherwise?: Outcome;
  /** What a person gets of the own file who would get it by another role. */
  oneself?: Outcome;
  /** What certain viewers get, whatever their roles say. */
  exceptions?: Exceptions;
}

/** Names of fields → who gets them; `nobody has any` stands for fields that are empty in this world. */
export type Fields = Readonly<Record<string, Who | FieldsOf>>;

export interface TypeRow {
  /** How one gets there; `*` stands for the field. */
  at: (things: Things, world: RightsWorld) => string;
  /** Who passes the root field's door; the others are refused FORBIDDEN. */
  door: Who;
  /** Who sees the thing at all, so that a field may be refused to them; whoever passes the door when not given. */
  sees?: Who;
  fields: Fields;
  /** What certain viewers meet on the way, whatever the field. */
  exceptions?: Exceptions;
  /** Other ways to things of the type, with as many of the fields as tell whether the rights are the same there. */
  also?: readonly TypeRow[];
}

/** A page of a list in which only some may be seen: what is in it for whom. */
export const page = (sees: Who): Fields => ({ 'edges nodes totalCount': sees, pageInfo: EVEN_BY_CODE });
