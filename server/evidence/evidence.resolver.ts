/** Evidence over GraphQL: sources, imports, quarantined lines, coverage. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf, PageArgs } from '../api/connection.js';
import { acting, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload } from '../api/user-error.js';
import { addDays, daysBetween } from '../kernel/calendar.js';
import { say } from '../kernel/language.js';
import { Refusal } from '../kernel/refusal.js';
import { CalendarDate } from '../kernel/scalars.js';
import { coverageDays } from './coverage.read.js';
import { settleCoverage } from './coverage.service.js';
import { ImportState } from './evidence-format.js';
import { EvidenceImport } from './evidence-import.entity.js';
import { EvidenceSource } from './evidence-source.entity.js';
import { evidenceAccess } from './evidence.access.js';
import {
  CoverageDay,
  CoveragePayload,
  CoverageSettleInput,
  EvidenceSourceInput,
  EvidenceSourcePayload,
  QuarantinedLine,
} from './evidence.inputs.js';
import { type EvidenceMessageName, evidenceMessages, quarantineMessages } from './evidence.messages.js';
import { evidenceSources, importList, oneImport, oneSource, quarantineList } from './evidence.read.js';
import { saveSource } from './source.service.js';

export const [EvidenceImportEdge, EvidenceImportConnection] = connectionOf(EvidenceImport);
export const [QuarantinedLineEdge, QuarantinedLineConnection] = connectionOf(QuarantinedLine);

const COVERAGE_DAYS = 400;
const COVERAGE_SOURCES = 20;

@ArgsType()
class ImportsArgs extends PageArgs {
  @Field(() => [ImportState], { nullable: true, description: 'Only those in one of these states.' })
  state?: ImportState[];
}

@ArgsType()
class QuarantineArgs {
  @Field(() => ID, { description: 'Id of the import.' })
  importId: string;

  @Field(() => Int, { nullable: true, description: 'How many, 0 to 100; 25 when not given.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Read on after this cursor.' })
  after?: string;
}

@Resolver(() => EvidenceSource)
export class EvidenceSourceResolver {
  @Access(evidenceAccess.readSources)
  @Query(() => [EvidenceSource], { description: 'All sources, by name.' })
  evidenceSources(@Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    return evidenceSources(ground.read, asked(info));
  }

  @Access(evidenceAccess.changeSources)
  @Mutation(() => EvidenceSourcePayload, { description: 'Makes a source, or changes the one of that name (E-8).' })
  evidenceSourceSave(
    @Arg('input', () => EvidenceSourceInput, { description: 'The source as it shall be.' }) input: EvidenceSourceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, { source: null }, async () => {
      const id = await saveSource(acting(context), input);
      return { source: await oneSource(context.ground.read, asked(info, 'source'), id) };
    });
  }

  /** Coverage is shown by the plain calendar; a review judges by the calendar of its policy. */
  @Access(evidenceAccess.readSources)
  @Cost({ items: 12_000 })
  @Query(() => [CoverageDay], { description: 'Every day of every source and mail domain: 400 days and 20 sources at most (E-8).' })
  async evidenceCoverage(
    @Arg('from', () => CalendarDate, { description: 'First day.' }) from: string,
    @Arg('to', () => CalendarDate, { description: 'Last day.' }) to: string,
    @Ctx() { ground }: Context,
  ) {
    if (daysBetween(from, to) < 0)
      throw new Refusal({ code: 'INVALID', path: ['to'], message: { text: evidenceMessages.coverageBackwards } });
    if (addDays(from, COVERAGE_DAYS - 1) < to) {
      throw new Refusal({
        code: 'LIMIT',
        path: ['to'],
        message: { text: evidenceMessages.coverageTooLong, values: { days: COVERAGE_DAYS } },
      });
    }
    return coverageDays(ground.orm.em.fork(), from, to, await ground.calendars.on(to), COVERAGE_SOURCES);
  }

  @Access(evidenceAccess.settleCoverage)
  @Mutation(() => CoveragePayload, { description: 'Accepts a thin day, marks an outage, or takes such a decision back (E-8).' })
  coverageSettle(
    @Arg('input', () => CoverageSettleInput, { description: 'The decision.' }) input: CoverageSettleInput,
    @Ctx() context: Context,
  ) {
    return payload(context, { days: [] }, async () => {
      await settleCoverage(acting(context), input);
      const days = await coverageDays(
        context.ground.orm.em.fork(),
        input.date,
        input.date,
        await context.ground.calendars.on(input.date),
        Number.POSITIVE_INFINITY,
      );
      return { days: days.filter(({ source }) => source === input.source.trim().normalize('NFC')) };
    });
  }
}

@Resolver(() => EvidenceImport)
export class EvidenceImportResolver {
  @Access(evidenceAccess.readSources)
  @Query(() => EvidenceImport, { nullable: true, description: 'One import by id; null when there is none.' })
  evidenceImport(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    return oneImport(ground.read, asked(info), id);
  }

  @Access(evidenceAccess.readSources)
  @Query(() => EvidenceImportConnection, { description: 'Imports, the newest first.' })
  evidenceImports(@Args(() => ImportsArgs) { state, ...page }: ImportsArgs, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    return importList(ground.read, asked(info), page, state);
  }

  @Access(evidenceAccess.readSources)
  @Query(() => QuarantinedLineConnection, {
    description: 'Kinds of lines of an import that were not understood, in order of their first line (E-7).',
  })
  quarantinedLines(
    @Args(() => QuarantineArgs) { importId, ...page }: QuarantineArgs,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return quarantineList(ground.read, asked(info), page, importId);
  }

  @FieldResolver(() => String, { description: 'Name of the source.' })
  source(@Root() row: { source?: { name?: string } }): string {
    return row.source?.name ?? '';
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was refused, or what to know about it, in the caller’s language.' })
  message(@Root() row: { message?: EvidenceImport['note'] | string }, @Ctx() { language }: Context): string | null {
    const note = typeof row.message === 'string' ? (JSON.parse(row.message) as EvidenceImport['note']) : row.message;
    return note ? say({ text: evidenceMessages[note.name as EvidenceMessageName], values: note.values }, language) : null;
  }
}

@Resolver(() => QuarantinedLine)
export class QuarantinedLineResolver {
  @FieldResolver(() => String, { description: 'Why, in the caller’s language.' })
  reason(@Root() row: { reason: keyof typeof quarantineMessages }, @Ctx() { language }: Context): string {
    return say({ text: quarantineMessages[row.reason] }, language);
  }
}
