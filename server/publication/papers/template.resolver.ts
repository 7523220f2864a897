/** The texts and the layout of papers over GraphQL: read, tried and changed by the secretary. */
import { Arg, Ctx, Field, Float, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access } from '../../api/access.js';
import { acting, type Context } from '../../api/context.js';
import { Cost } from '../../api/cost.js';
import { payload, UserError } from '../../api/user-error.js';
import { settingNames } from './layout.messages.js';
import { LAYOUT_FONTS, LAYOUT_SETTINGS, type LayoutSetting, USUAL_LAYOUT } from './layout.rules.js';
import { layoutInUse } from './layout-in-use.js';
import { papersAccess } from './papers.access.js';
import { paperMessages } from './papers.messages.js';
import { PLACES } from './places.messages.js';
import { type ChangedText, lastChanges } from './template.read.js';
import { previewOf, saveLayout, saveTemplate, tryTemplate } from './template.service.js';
import { type TemplateName, templateNamed, TEMPLATES } from './templates.js';

@ObjectType({ description: 'A place in a text of papers, written `{name}`.', simpleResolvers: true })
export class PaperPlace {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'What is put there, in your language.' })
  meaning: string;

  @Field(() => String, { description: 'An example.' })
  sample: string;
}

@ObjectType({ description: 'A fixed text of papers, which the city can change.', simpleResolvers: true })
export class PaperTemplate {
  @Field(() => String, { description: 'Its name: `decision.exclusion.article1`.' })
  name: string;

  @Field(() => String, { description: 'The text in use; each line of a list of recipients is one of them.' })
  text: string;

  @Field(() => String, { description: 'The text as it comes.' })
  usualText: string;

  @Field(() => [PaperPlace], { description: 'Places it may have.' })
  places: PaperPlace[];

  @Field(() => [String], { description: 'Places it must have.' })
  needs: readonly string[];

  @Field(() => String, { description: 'How it reads with an example in each place.' })
  preview: string;

  @Field(() => Boolean, { description: 'Whether the city has changed it.' })
  isChanged: boolean;

  @Field(() => Date, { nullable: true, description: 'When it was last changed.' })
  changedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  changedBy: string | null;
}

@ObjectType({ description: 'A size, margin or mark of papers.', simpleResolvers: true })
export class PaperLayoutSetting {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'The value in use.' })
  value: string;

  @Field(() => String, { description: 'What it is, in your language.' })
  title: string;

  @Field(() => String, { description: 'The value as it comes.' })
  usualValue: string;

  @Field(() => Float, { nullable: true, description: 'Least value; null of what is no number.' })
  least: number | null;

  @Field(() => Float, { nullable: true, description: 'Most.' })
  most: number | null;

  @Field(() => [String], { description: 'Values to choose from; empty for numbers.' })
  choices: readonly string[];
}

@InputType({ description: 'A setting of the layout to change.' })
export class PaperLayoutInput {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The value; left out: as it comes.' })
  value?: string | null;
}

@ObjectType({ description: 'What became of a text.', simpleResolvers: true })
export class PaperTemplatePayload {
  @Field(() => PaperTemplate, { nullable: true, description: 'The text.' })
  template: PaperTemplate | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'How a text would read.', simpleResolvers: true })
export class PaperTemplateTryPayload {
  @Field(() => String, { nullable: true, description: 'The text with an example in each place; null where it cannot stand.' })
  preview: string | null;

  @Field(() => [UserError], { description: 'Why it cannot stand.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of the layout.', simpleResolvers: true })
export class PaperLayoutPayload {
  @Field(() => [PaperLayoutSetting], { description: 'The settings in use.' })
  settings: PaperLayoutSetting[];

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

function shown(name: TemplateName, change: ChangedText | undefined, { language }: Context): PaperTemplate {
  const { text: usualText, places, needs = [] } = templateNamed(name);
  const text = change?.text ?? usualText;
  return {
    name,
    text,
    usualText,
    places: places.map((place) => ({ name: place, meaning: PLACES[place].meaning[language], sample: PLACES[place].sample })),
    needs,
    preview: previewOf(text),
    isChanged: text !== usualText,
    changedAt: change ? new Date(change.changedAt) : null,
    changedBy: change?.changedBy ?? null,
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

async function settingsInUse({ ground, language }: Context): Promise<PaperLayoutSetting[]> {
  const used = await layoutInUse(ground.orm.em.fork());
  const numbers = (Object.keys(LAYOUT_SETTINGS) as LayoutSetting[]).map((name) => {
    const [usual, least, most] = LAYOUT_SETTINGS[name].map(rounded) as [number, number, number];
    const title = settingNames[name][language];
    return { name, title, value: String(rounded(used[name])), usualValue: String(usual), least, most, choices: [] };
  });
  const title = paperMessages.font[language];
  const font = {
    name: 'fontName',
    title,
    value: used.fontName,
    usualValue: USUAL_LAYOUT.fontName,
    least: null,
    most: null,
    choices: LAYOUT_FONTS,
  };
  return [...numbers, font];
}

@Resolver(() => PaperTemplate)
export class PaperTemplateResolver {
  @Cost({ items: 60 })
  @Access(papersAccess.changeTemplates)
  @Query(() => [PaperTemplate], { description: 'Every fixed text of papers, in the order in which they stand on them.' })
  async paperTemplates(@Ctx() context: Context): Promise<PaperTemplate[]> {
    const changes = await lastChanges(context.ground.orm.em.fork());
    return (Object.keys(TEMPLATES) as TemplateName[]).map((name) => shown(name, changes.get(name), context));
  }

  @Access(papersAccess.changeTemplates)
  @Mutation(() => PaperTemplateTryPayload, { description: 'How a text would read; nothing is changed.' })
  paperTemplateTry(
    @Arg('name', () => String, { description: 'Name of the text.' }) name: string,
    @Arg('text', () => String, { description: 'The text.' }) text: string,
    @Ctx() context: Context,
  ) {
    return payload<{ preview: string | null }, { preview: null }>(context, { preview: null }, async () => ({
      preview: tryTemplate(name, text),
    }));
  }

  @Access(papersAccess.changeTemplates)
  @Query(() => [PaperLayoutSetting], { description: 'Sizes, margins and marks of papers.' })
  paperLayout(@Ctx() context: Context): Promise<PaperLayoutSetting[]> {
    return settingsInUse(context);
  }

  @Access(papersAccess.changeTemplates)
  @Mutation(() => PaperTemplatePayload, {
    description:
      'Changes a text for papers that are issued from now on. INVALID where it holds a place that is unknown there, or lacks one that it needs.',
  })
  paperTemplateSave(
    @Arg('name', () => String, { description: 'Name of the text.' }) name: string,
    @Ctx() context: Context,
    @Arg('text', () => String, { nullable: true, description: 'The text; left out: back to what it was as it came.' }) text?: string | null,
  ) {
    return payload<{ template: PaperTemplate | null }, { template: null }>(context, { template: null }, async () => {
      const saved = await saveTemplate(acting(context), name, text ?? null);
      return { template: shown(saved, (await lastChanges(context.ground.orm.em.fork())).get(saved), context) };
    });
  }

  @Access(papersAccess.changeTemplates)
  @Mutation(() => PaperLayoutPayload, {
    description:
      'Changes settings of the layout for papers that are issued from now on; INVALID outside of the ranges of Decree 30/2020/NĐ-CP.',
  })
  paperLayoutSave(
    @Arg('settings', () => [PaperLayoutInput], { description: 'What to change.' }) settings: PaperLayoutInput[],
    @Ctx() context: Context,
  ) {
    return payload<{ settings: PaperLayoutSetting[] }, { settings: PaperLayoutSetting[] }>(context, { settings: [] }, async () => {
      await saveLayout(acting(context), settings);
      return { settings: await settingsInUse(context) };
    });
  }
}
