/** Figures as pictures: bars that need no script, each with the same in words for whoever does not see it. */
import { html } from 'hono/html';
import { type Language, numberIn, percentIn, say } from '../../kernel/language.js';
import { TIER_TEXTS } from '../../review/reason.messages.js';
import { pageTexts } from './page.messages.js';

export const TIERS = ['REGULAR', 'IRREGULAR', 'NEVER'] as const;
const CLASSES = { REGULAR: 'regular', IRREGULAR: 'irregular', NEVER: 'never' } as const;

export interface Shares {
  regular: number;
  irregular: number;
  never: number;
  assessed: number;
}

const counts = ({ regular, irregular, never }: Shares) => [regular, irregular, never] as const;

/** How the assessed divide among the three. */
export function shareBar(shares: Shares, language: Language) {
  if (shares.assessed === 0) return html`<p class="soft">${pageTexts.nobody[language]}</p>`;
  const words = TIERS.map((tier, i) => `${TIER_TEXTS[tier][language]}: ${numberIn(language, counts(shares)[i]!)}`).join('; ');
  let at = 0;
  const parts = counts(shares).map((count, i) => {
    const width = (count / shares.assessed) * 400;
    const part = html`<rect class="${CLASSES[TIERS[i]!]}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="28"></rect>`;
    at += width;
    return part;
  });
  return html`<svg viewBox="0 0 400 28" preserveAspectRatio="none" role="img" aria-label="${words}">${parts}</svg>`;
}

/** What the colours mean, with counts and shares. */
export const shareKey = (shares: Shares, language: Language) =>
  html`<ul class="key">
    ${TIERS.map(
      (tier, i) =>
        html`<li>
          <svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${CLASSES[tier]}" width="10" height="10"></rect></svg
          >${TIER_TEXTS[tier][language]}:
          <b>${numberIn(language, counts(shares)[i]!)}</b
          >${shares.assessed > 0 ? html` <span class="share">(${percentIn(language, counts(shares)[i]! / shares.assessed)})</span>` : ''}
        </li>`,
    )}
  </ul>`;

export interface Point {
  title: string;
  everybody: number;
  leaders: number | null;
}

const [WIDTH, HEIGHT, FOOT, HEAD] = [360, 170, 24, 20];
const LINES = ['everybody', 'leaders'] as const;

/** The share of those who use the mailbox, review after review: of everybody and of leaders, a bar each with its figure. */
export function trendBars(points: readonly Point[], language: Language) {
  const step = WIDTH / points.length;
  const wide = Math.min(step * 0.4, 60);
  const said = (line: (typeof LINES)[number]) => say({ text: pageTexts[line] }, language);
  const shown = points.flatMap((point, i) =>
    LINES.flatMap((line, j) =>
      point[line] === null ? [] : [{ line, share: point[line], x: step * (i + 0.5) + (j - 1) * wide, ...point }],
    ),
  );
  const words = shown.map(({ title, line, share }) => `${title}, ${said(line)}: ${percentIn(language, share)}`).join('; ');
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words}">
      ${shown.map(({ line, share, x }) => {
        const height = (HEIGHT - FOOT - HEAD) * share;
        const y = HEIGHT - FOOT - height;
        return html`<rect
            class="${line}"
            x="${(x + 1).toFixed(1)}"
            y="${y.toFixed(1)}"
            width="${(wide - 2).toFixed(1)}"
            height="${height.toFixed(1)}"
          ></rect>
          <text
            x="${(x + wide / 2).toFixed(1)}"
            y="${(y - 5).toFixed(1)}"
            text-anchor="middle"
            font-size="${points.length > 4 ? 8 : 11}"
            fill="currentColor"
          >
            ${percentIn(language, share).replace(' ', '')}
          </text>`;
      })}
      <line x1="0" x2="${WIDTH}" y1="${HEIGHT - FOOT}" y2="${HEIGHT - FOOT}" stroke="currentColor" stroke-opacity="0.4"></line>
      ${points.map(
        ({ title }, i) =>
          html`<text
            x="${(step * (i + 0.5)).toFixed(1)}"
            y="${HEIGHT - 7}"
            text-anchor="middle"
            font-size="${points.length > 6 ? 9 : 12}"
            fill="currentColor"
            >${title}</text
          >`,
      )}
    </svg>
    <ul class="key">
      ${LINES.map(
        (line) =>
          html`<li>
            <svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${line}" width="10" height="10"></rect></svg>${said(line)}
          </li>`,
      )}
    </ul>`;
}
