/** Letters over GraphQL. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, batch, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { HIDDEN_CODE } from '../identity/access-code.rules.js';
import { may } from '../identity/right.js';
import type { Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { Officer } from '../registry/officer.entity.js';
import { Attachment } from './attachment.entity.js';
import { letterActions } from './letter-actions.rules.js';
import { wayTo } from './letter-channel.rules.js';
import { withCode } from './letter-code.js';
import { Letter, LetterAttempt, Receipt } from './letter.entity.js';
import { LettersArgs, ReceiptInput } from './letter.inputs.js';
import { kindInWords } from './letter-kinds.js';
import { recordLetterReading } from './letter-reading.service.js';
import { letterList, type LetterRow, lettersById, oneLetter } from './letter.read.js';
import { type Bulk, markPrinted, printLetters, recordReceipts, sendAgain } from './letter.service.js';
import { letterSettings } from './letter-settings.js';
import { LetterAction } from './letter-words.js';
import { isOwnLetter, noticesAccess } from './notices.access.js';
import { reachablesOf } from './reachable.read.js';
import type { LetterAction as ActionName } from './vocabulary.js';

export const [LetterEdge, LetterConnection] = connectionOf(Letter);

@ObjectType({ description: 'What became of letters.', simpleResolvers: true })
export class LettersPayload {
  @Field(() => [Letter], { description: 'Those for which it was done, in the order given.' })
  letters: Letter[];

  @Field(() => [UserError], { description: 'Why not, for each that was refused; `path` names its place.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'A letter as it is printed.', simpleResolvers: true })
export class PrintedLetter {
  @Field(() => ID, { description: 'Id of the letter.' })
  id: string;

  @Field(() => String, { description: 'Its whole text; where it carries a one-time code, with a new one, which is shown this once.' })
  body: string;
}

@ObjectType({ description: 'Letters to be printed.', simpleResolvers: true })
export class LetterPrintPayload {
  @Field(() => [PrintedLetter], { description: 'Those that may be printed, in the order given.' })
  printed: PrintedLetter[];

  @Field(() => [UserError], { description: 'Why not, for each that was refused; `path` names its place.' })
  userErrors: UserError[];
}

const none = { letters: [] as LetterRow[] };
const IDS = { description: 'At most 1,000.' };

/** Somebody else's letter is read on record, once a request. */
function noteReading(letter: LetterRow, context: Context): void {
  const by = acting(context);
  if (isOwnLetter(by.actor, letter)) return;
  const readings = batch(context, 'letter.readings', () => {
    const read = new Map<string, string>();
    context.beforeAnswer.push(() => recordLetterReading(by, read));
    return read;
  });
  readings.set(letter.id, letter.officerId);
}

@Resolver(() => Letter)
export class LetterResolver {
  @Access(noticesAccess.readLetters)
  @Query(() => Letter, { nullable: true, description: 'One letter; null when there is none, or none you may see.' })
  async letter(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LetterRow | null> {
    const { ground, actor } = acting(context);
    return isId(id) ? oneLetter(ground.read, asked(info), actor, id) : null;
  }

  @Access(noticesAccess.readLetters)
  @Query(() => LetterConnection, { description: 'Letters you may see, the latest first.' })
  letters(@Args(() => LettersArgs) args: LettersArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Page<LetterRow>> {
    const { ground, actor } = acting(context);
    return letterList(ground.read, asked(info), actor, args);
  }

  @FieldResolver(() => String, { description: 'The kind in your language.' })
  kindName(@Root() letter: LetterRow, @Ctx() context: Context): string {
    return kindInWords(letter.kind, context.language);
  }

  @FieldResolver(() => String, {
    description: 'Its whole text, with greeting and close; paragraphs are separated by empty lines. A one-time code is hidden.',
  })
  body(@Root() letter: LetterRow, @Ctx() context: Context): string {
    noteReading(letter, context);
    return letter.carriesCode ? withCode(letter.body, HIDDEN_CODE) : letter.body;
  }

  @FieldResolver(() => Officer, { description: 'To whom.' })
  officer(@Root() letter: LetterRow) {
    return letter.officer;
  }

  @Cost({ items: 4 })
  @FieldResolver(() => [LetterAttempt], { description: 'Attempts to send it, the oldest first.' })
  attempts(@Root() letter: LetterRow) {
    return letter.attempts;
  }

  @FieldResolver(() => Receipt, { nullable: true, description: 'The proof that it was received; null while there is none.' })
  receipt(@Root() letter: LetterRow) {
    const { officerId, agencyId, receipt } = letter;
    return receipt ? { ...receipt, officerId, agencyId } : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether a calendar file goes with it.' })
  hasCalendar(@Root() letter: LetterRow): boolean {
    return letter.hasCalendar;
  }

  @Cost({ own: 2 })
  @FieldResolver(() => [LetterAction], { description: 'What you can do with it now.' })
  async availableActions(@Root() letter: LetterRow, @Ctx() context: Context): Promise<ActionName[]> {
    const { ground, actor } = acting(context);
    if (!may(actor, noticesAccess.recordReceipts, letter) && !may(actor, noticesAccess.handleLetters, letter)) return [];
    const reachables = batch(
      context,
      'letter.reachables',
      () => new DataLoader((ids: readonly string[]) => reachablesOf(ground.read, ids)),
    );
    const way = wayTo(await reachables.load(letter.officerId), letterSettings().mail !== undefined);
    return letterActions({ state: letter.state, sentTo: letter.sentTo, carriesCode: letter.carriesCode, way }).filter((action) =>
      may(actor, action === 'RECORD_RECEIPT' ? noticesAccess.recordReceipts : noticesAccess.handleLetters, letter),
    );
  }

  @Access(noticesAccess.recordReceipts)
  @Mutation(() => LettersPayload, { description: 'Records that letters were received; each stands alone.' })
  letterRecordReceipt(
    @Arg('ids', () => [ID], IDS) ids: string[],
    @Arg('input', () => ReceiptInput, { description: 'The proof, the same for all.' }) input: ReceiptInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await recordReceipts(acting(context), ids, input)));
  }

  @Access(noticesAccess.handleLetters)
  @Mutation(() => LettersPayload, { description: 'Notes that letters were printed; each stands alone.' })
  letterMarkPrinted(@Arg('ids', () => [ID], IDS) ids: string[], @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload(context, none, async () => this.afterwards(context, info, await markPrinted(acting(context), ids)));
  }

  @Access(noticesAccess.handleLetters)
  @Mutation(() => LetterPrintPayload, {
    description:
      'Gives the texts of letters for printing, notes that they were printed, and makes the codes they carry; each stands alone.',
  })
  letterPrint(@Arg('ids', () => [ID], IDS) ids: string[], @Ctx() context: Context) {
    return payload<{ printed: PrintedLetter[] }, { printed: PrintedLetter[] }>(context, { printed: [] }, () =>
      printLetters(acting(context), ids),
    );
  }

  @Access(noticesAccess.handleLetters)
  @Mutation(() => LettersPayload, {
    description: 'Sends letters by e-mail once more: to another address that was added, or after a failure; each stands alone.',
  })
  letterSendAgain(@Arg('ids', () => [ID], IDS) ids: string[], @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload(context, none, async () => this.afterwards(context, info, await sendAgain(acting(context), ids)));
  }

  private async afterwards(context: Context, info: GraphQLResolveInfo, { ids, refused }: Bulk) {
    const { ground, actor } = acting(context);
    return { letters: await lettersById(ground.read, asked(info, 'letters'), actor, ids), refused };
  }
}

@Resolver(() => Receipt)
export class ReceiptResolver {
  @FieldResolver(() => Attachment, { nullable: true, description: 'The scanned sheet; its file is at GET /attachments/{id}.' })
  document(@Root() receipt: { document?: Attachment | null }): Attachment | null {
    return receipt.document ?? null;
  }
}
