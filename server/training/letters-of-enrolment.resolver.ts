/** What this room adds to an enrolment: the letters about it. Trainers see whether they have arrived, not what they say. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { Letter } from '../notices/letter.entity.js';
import { type LetterRow, lettersAbout } from '../notices/letter.read.js';
import { Enrolment } from './enrolment.entity.js';
import type { EnrolmentRow } from './enrolment.read.js';

@Resolver(() => Enrolment)
export class EnrolmentLettersResolver {
  @Cost({ own: 5, items: 3 })
  @FieldResolver(() => [Letter], { description: 'Letters about it, the oldest first; what they say only with the right to read them.' })
  letters(@Root() enrolment: EnrolmentRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<LetterRow[]> {
    const wanted = asked(info);
    const { read } = acting(context).ground;
    const loader = () =>
      new DataLoader<string, LetterRow[]>((ids) =>
        lettersAbout(
          read,
          wanted,
          ids.map((id) => `enrolment:${id}`),
        ),
      );
    return batch(context, `enrolment.letters ${placeOf(info)}`, loader).load(enrolment.id);
  }
}
