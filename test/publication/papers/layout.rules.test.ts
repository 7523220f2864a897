/** What a city may change of the layout, and what the decree does not allow (Decree 30/2020/NĐ-CP, Annex I). */
import { describe, expect, test } from '@jest/globals';
import { say } from '../../../server/kernel/language.js';
import { LAYOUT_SETTINGS, layoutWith, reasonsAgainstLayout, USUAL_LAYOUT } from '../../../server/publication/papers/layout.rules.js';
import { looksOf } from '../../../server/publication/papers/looks.rules.js';

const saidOf = (changes: Record<string, unknown>, language: 'vi' | 'en' = 'vi') =>
  reasonsAgainstLayout(changes).map(({ code, path, message }) => [code, path?.join('.'), say(message, language)]);

describe('the usual layout', () => {
  test('is allowed, and survives being stored as JSON', () => {
    expect(reasonsAgainstLayout(USUAL_LAYOUT)).toEqual([]);
    expect(JSON.parse(JSON.stringify(USUAL_LAYOUT))).toEqual(USUAL_LAYOUT);
  });

  test('has the sizes and margins of the decree', () => {
    expect(USUAL_LAYOUT).toMatchObject({
      marginTopMm: 20,
      marginBottomMm: 20,
      marginLeftMm: 30,
      marginRightMm: 15,
      fontName: 'Times New Roman',
      bodyPt: 14,
      firstLineMm: 10,
      paragraphGapPt: 6,
      recipientsTitlePt: 12,
      recipientsPt: 11,
      numberPt: 13,
    });
  });
});

describe('a changed layout', () => {
  test('keeps what is not named, and ignores what is no setting', () => {
    const layout = layoutWith({ bodyPt: 13, marginLeftMm: 35, mottoLine: undefined, colour: 'red' } as object);
    expect(layout).toEqual({ ...USUAL_LAYOUT, bodyPt: 13, marginLeftMm: 35 });
  });

  test.each(Object.entries(LAYOUT_SETTINGS))('%s may be at both ends of its range and nowhere beyond', (name, [usual, least, most]) => {
    expect(usual).toBeGreaterThanOrEqual(least);
    expect(usual).toBeLessThanOrEqual(most);
    expect(saidOf({ [name]: least })).toEqual([]);
    expect(saidOf({ [name]: most })).toEqual([]);
    for (const value of [least - 0.1, most + 0.1, Number.NaN, Infinity, '14', null]) {
      expect(reasonsAgainstLayout({ [name]: value })).toMatchObject([{ code: 'INVALID', path: ['layout', name] }]);
    }
  });

  test('is refused with the setting and its range, in both languages', () => {
    expect(saidOf({ marginTopMm: 19, firstLineMm: 13, bodyPt: 14 })).toEqual([
      ['INVALID', 'layout.marginTopMm', 'Lề trên (mm) phải từ 20 đến 25 (Nghị định 30/2020/NĐ-CP, Phụ lục I).'],
      ['INVALID', 'layout.firstLineMm', 'Độ lùi đầu dòng (mm) phải từ 10 đến 12,7 (Nghị định 30/2020/NĐ-CP, Phụ lục I).'],
    ]);
    expect(saidOf({ firstLineMm: 13, recipientsPt: 12 }, 'en')).toEqual([
      ['INVALID', 'layout.firstLineMm', 'First line indent (mm) must be from 10 to 12.7 (Decree 30/2020/NĐ-CP, Annex I).'],
      ['INVALID', 'layout.recipientsPt', 'Size of the recipients (pt) must be 11 (Decree 30/2020/NĐ-CP, Annex I).'],
    ]);
    expect(saidOf({ issuerLine: 0.33 })).toEqual([]);
  });

  test('takes only fonts of the metrics of Times New Roman, and no unknown setting', () => {
    expect(saidOf({ fontName: 'Liberation Serif' })).toEqual([]);
    expect(saidOf({ fontName: 'Arial', toString: 1 })).toEqual([
      ['INVALID', 'layout.fontName', 'Phông chữ phải là một trong các phông: Times New Roman, Liberation Serif, Tinos.'],
      ['INVALID', 'layout.toString', 'Không có thiết lập thể thức “toString”.'],
    ]);
  });
});

test('looks follow the settings: bold, italics and places are those of the decree', () => {
  const looks = looksOf(layoutWith({ bodyPt: 13, firstLineMm: 12.7 }));
  expect(looks.body).toMatchObject({ sizePt: 13, align: 'JUSTIFIED', firstLineMm: 12.7 });
  expect(looks.basis).toMatchObject({ isItalic: true, align: 'JUSTIFIED' });
  expect(looks.superior.isBold).toBeUndefined();
  expect(looks.issuer).toMatchObject({ isBold: true, align: 'CENTRE' });
  expect(looks.placeAndDate).toMatchObject({ isItalic: true });
  expect(looks.recipientsTitle).toMatchObject({ sizePt: 12, isBold: true, isItalic: true });
  expect(looks.recipients).toMatchObject({ sizePt: 11, align: 'LEFT' });
});
