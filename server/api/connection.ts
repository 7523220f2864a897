/** The shape of every list: nodes, edges with cursors, page information, total (house.md §3). */
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Cost } from './cost.js';

@ObjectType({ description: 'Where a page lies in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether some come before.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last: give it as `after` to read on.' })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many, 0 to 100; 25 when not given.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Read on after this cursor; for programs.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'Skip so many, at most 10,000; for pages of the panel, not together with `after`.' })
  offset?: number;
}

/** `const [OfficerEdge, OfficerConnection] = connectionOf(Officer)` */
export function connectionOf<T extends object>(type: ClassType<T>, name = type.name) {
  @ObjectType(`${name}Edge`, { description: 'One of a list, with its place.', simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Its place, for `after`.' })
    cursor: string;

    @Field(() => type, { description: 'The thing itself.' })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.', simpleResolvers: true })
  class Connection {
    @Field(() => [type], { description: 'The things themselves.' })
    nodes: T[];

    @Field(() => [Edge], { description: 'The things with their places.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo: PageInfo;

    @Cost({ own: 150 })
    @Field(() => Int, { description: 'How many there are in all; asked for only when wanted, it costs.' })
    totalCount: number;
  }

  return [Edge, Connection] as const;
}
