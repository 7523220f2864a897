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
          >${shares.assessed > 0 ? html` (${percentIn(language, counts(shares)[i]! / shares.assessed)})` : ''}
        </li>`,
    )}
  </ul>`;

export interface Point {
  title: string;
  usingShare: number;
}

const [WIDTH, HEIGHT, FOOT] = [480, 150, 26];

/** The share of those who use the mailbox, review after review; a bar each, with its figure. */
export function trendBars(points: readonly Point[], language: Language) {
  const step = WIDTH / points.length;
  const words = points.map(({ title, usingShare }) => `${title}: ${percentIn(language, usingShare)}`).join('; ');
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${say({ text: pageTexts.trend }, language)}: ${words}">
    ${points.map(({ usingShare }, i) => {
      const height = (HEIGHT - FOOT - 22) * usingShare;
      const [x, y] = [step * i + step * 0.2, HEIGHT - FOOT - height];
      return html`<rect
          class="regular"
          x="${x.toFixed(1)}"
          y="${y.toFixed(1)}"
          width="${(step * 0.6).toFixed(1)}"
          height="${height.toFixed(1)}"
        ></rect>
        <text x="${(x + step * 0.3).toFixed(1)}" y="${(y - 6).toFixed(1)}" text-anchor="middle" font-size="14" fill="currentColor">
          ${percentIn(language, usingShare)}
        </text>`;
    })}
    <line x1="0" x2="${WIDTH}" y1="${HEIGHT - FOOT}" y2="${HEIGHT - FOOT}" stroke="currentColor" stroke-opacity="0.4"></line>
    ${points.map(
      ({ title }, i) =>
        html`<text x="${(step * (i + 0.5)).toFixed(1)}" y="${HEIGHT - 8}" text-anchor="middle" font-size="12" fill="currentColor"
          >${title}</text
        >`,
    )}
  </svg>`;
}
