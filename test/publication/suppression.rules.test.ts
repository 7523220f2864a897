/** Figures about small groups that nobody names (P-2), and that no two versions of a list tell what one of them keeps back. */
import { describe, expect, test } from '@jest/globals';
import { type NotNamed, published, shownOf, shownTogether } from '../../server/publication/suppression.rules.js';

describe('one version', () => {
  test.each([
    ['nobody is a group that may be shown', 0, 0, true, true],
    ['four in all', 4, 0, false, false],
    ['four in all, all leaders', 4, 4, false, false],
    ['five, none a leader', 5, 0, true, true],
    ['five leaders', 5, 5, true, true],
    ['few leaders among many', 30, 4, true, false],
    ['many leaders, few others: the leaders’ figure would tell of them', 9, 6, true, false],
    ['both large', 12, 6, true, true],
  ])('%s', (_, all, leaders, isAllShown, areLeadersShown) =>
    expect(shownOf({ all, leaders })).toEqual({ all: isAllShown, leaders: areLeadersShown }),
  );

  test('the shares stay: they are of those who are named', () => {
    const figures = { regular: 1, irregular: 1, never: 0, notAssessed: 3, assessed: 2, regularShare: 0.5, usingShare: 1 };
    expect(published(figures, false)).toEqual({ ...figures, notAssessed: null, isSuppressed: true });
    expect(published(figures, true)).toEqual({ ...figures, isSuppressed: false });
  });
});

/**
 * What a reader can know: of each version the figures that are shown, and between two versions who was taken off the names (a correction says so), leaders
 * apart. All pairs of figures that agree with that are counted; a small group is told if only one is left, or all that are left make it the same small one.
 */
describe('a reader who has all versions', () => {
  const MOST = 14;
  const small = (people: number) => people > 0 && people < 5;

  /** All worlds with these moves, and what each lets a reader see. */
  function tellsOfNobody(moves: readonly NotNamed[]): string[] {
    const worlds = new Map<string, NotNamed[]>();
    for (let leaders = 0; leaders <= MOST; leaders++)
      for (let others = 0; others <= MOST; others++) {
        const versions: NotNamed[] = [{ all: leaders + others, leaders }];
        for (const move of moves) {
          const last = versions.at(-1)!;
          versions.push({ all: last.all + move.all, leaders: last.leaders + move.leaders });
        }
        if (versions.some((version) => version.leaders < 0 || version.all < version.leaders)) continue;
        const shown = shownTogether(versions);
        const seen = JSON.stringify(
          versions.map(({ all, leaders: ofLeaders }) => [shown.all ? all : null, shown.leaders ? ofLeaders : null]),
        );
        worlds.set(seen, [...(worlds.get(seen) ?? []), versions[0]!]);
      }
    const faults: string[] = [];
    for (const [seen, alike] of worlds)
      for (const [group, sizeOf] of [
        ['all', ({ all }: NotNamed) => all],
        ['leaders', ({ leaders }: NotNamed) => leaders],
        ['others', ({ all, leaders }: NotNamed) => all - leaders],
      ] as const) {
        const sizes = new Set(alike.map(sizeOf));
        if (sizes.size === 1 && small([...sizes][0]!)) faults.push(`${group} are ${[...sizes][0]} where ${seen} is seen`);
      }
    return faults;
  }

  test('learns the size of no small group, whatever is corrected', () => {
    const steps: NotNamed[] = [
      { all: 1, leaders: 0 },
      { all: 1, leaders: 1 },
      { all: 2, leaders: 1 },
      { all: -1, leaders: 0 },
      { all: -1, leaders: -1 },
    ];
    expect(tellsOfNobody([])).toEqual([]);
    for (const first of steps) {
      expect(tellsOfNobody([first])).toEqual([]);
      for (const second of steps) expect(tellsOfNobody([first, second])).toEqual([]);
    }
  });

  test('would learn it if each version were looked at alone', () => {
    // Four, kept back; then five, shown; and the correction names the one who came.
    const alone = [4, 5].map((all) => shownOf({ all, leaders: 0 }).all);
    expect(alone).toEqual([false, true]);
    expect(shownTogether([4, 5].map((all) => ({ all, leaders: 0 }))).all).toBe(false);
  });
});
