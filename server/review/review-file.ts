/** A file that a review rests on (T-7). */
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A file whose lines fall into the window of a review (T-7).', simpleResolvers: true })
export class ReviewFile {
  @Field(() => ID, { description: 'Import that read it.' })
  importId: string;

  @Field(() => String, { description: 'Source it came from.' })
  source: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName: string;

  @Field(() => Int, { description: 'Understood lines of the window.' })
  lines: number;
}
