/**
 * How large, how far from the edge, how long is everything on a paper? Each setting with its usual value and the range the decree leaves
 * (Decree 30/2020/NĐ-CP, Annex I; where it says nothing, what still looks like an official paper). A layout is plain JSON, so that a city can store its own.
 */
import type { Text } from '../../kernel/language.js';
import type { Reason } from '../../kernel/refusal.js';
import { layoutMessages as texts, settingNames } from './layout.messages.js';

/** Usual value, least, most. Lengths in mm, sizes in points, lines and columns as a share. */
export const LAYOUT_SETTINGS = {
  marginTopMm: [20, 20, 25],
  marginBottomMm: [20, 20, 25],
  marginLeftMm: [30, 30, 35],
  marginRightMm: [15, 15, 20],
  pageNumberPt: [14, 13, 14],
  bodyPt: [14, 13, 14],
  firstLineMm: [10, 10, 12.7],
  paragraphGapPt: [6, 0, 6],
  lineSpacing: [1, 1, 1.5],
  superiorPt: [13, 12, 13],
  issuerPt: [13, 12, 13],
  issuerLine: [0.4, 1 / 3, 1 / 2],
  nationalPt: [13, 12, 13],
  mottoPt: [14, 13, 14],
  /** Sources differ: a third to a half, or as long as the words. */
  mottoLine: [1, 1 / 3, 1],
  numberPt: [13, 13, 13],
  placeAndDatePt: [14, 13, 14],
  headLeftShare: [0.39, 0.35, 0.5],
  kindPt: [14, 13, 14],
  aboutPt: [14, 13, 14],
  aboutLine: [0.4, 1 / 3, 1 / 2],
  basisPt: [14, 13, 14],
  authorityPt: [14, 13, 14],
  signerPt: [14, 13, 14],
  signatureGapMm: [25, 15, 40],
  recipientsTitlePt: [12, 12, 12],
  recipientsPt: [11, 11, 11],
  annexTitlePt: [14, 13, 14],
  annexOfPt: [14, 13, 14],
  tablePt: [12, 10, 14],
  smallPt: [9, 8, 11],
  qrMm: [13, 12, 15],
} satisfies Record<string, [usual: number, least: number, most: number]>;

/** Times New Roman, or a font of the same metrics where it is missing. */
export const LAYOUT_FONTS = ['Times New Roman', 'Liberation Serif', 'Tinos'] as const;

export type LayoutSetting = keyof typeof LAYOUT_SETTINGS;
export type Layout = Record<LayoutSetting, number> & { fontName: (typeof LAYOUT_FONTS)[number] };

const settings = Object.keys(LAYOUT_SETTINGS) as LayoutSetting[];

const nameOf: Record<LayoutSetting, Text> = settingNames;

export const USUAL_LAYOUT: Layout = {
  ...(Object.fromEntries(settings.map((name) => [name, LAYOUT_SETTINGS[name][0]])) as Record<LayoutSetting, number>),
  fontName: 'Times New Roman',
};

/** The usual layout with what a city has changed; what is not named stays usual. Says nothing about ranges: see `reasonsAgainstLayout`. */
export function layoutWith(changes: Partial<Layout>): Layout {
  const named = Object.entries(changes).filter(
    ([name, value]) => Object.hasOwn(USUAL_LAYOUT, name) && value !== undefined && value !== null,
  );
  return { ...USUAL_LAYOUT, ...Object.fromEntries(named) };
}

/** What is wrong with changes to the layout, one reason a setting; none when the decree allows them all. */
export function reasonsAgainstLayout(changes: Record<string, unknown>): Reason[] {
  return Object.entries(changes).flatMap(([name, value]): Reason[] => {
    const path = ['layout', name];
    if (name === 'fontName') {
      if (LAYOUT_FONTS.some((font) => font === value)) return [];
      return [{ code: 'INVALID', path, message: { text: texts.font, values: { fonts: LAYOUT_FONTS.join(', ') } } }];
    }
    if (!Object.hasOwn(LAYOUT_SETTINGS, name)) return [{ code: 'INVALID', path, message: { text: texts.unknown, values: { name } } }];
    const [, least, most] = LAYOUT_SETTINGS[name as LayoutSetting];
    // A third is typed as 0.33.
    if (typeof value === 'number' && value >= least - 0.005 && value <= most + 0.005) return [];
    return [{ code: 'INVALID', path, message: rangeMessage(name as LayoutSetting, least, most) }];
  });
}

function rangeMessage(name: LayoutSetting, least: number, most: number) {
  const written = (value: number) => String(Math.round(value * 100) / 100);
  const [from, to] = [written(least), written(most)];
  const said = (text: Text) => ({
    vi: text.vi.replace('{setting}', nameOf[name].vi).replace('{from}', from.replace('.', ',')).replace('{to}', to.replace('.', ',')),
    en: text.en.replace('{setting}', nameOf[name].en).replace('{from}', from).replace('{to}', to),
  });
  return { text: said(least === most ? texts.only : texts.range) };
}
