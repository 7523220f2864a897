/** A page for somebody whose sign-in came to nothing: plain HTML that runs no script and loads nothing. */
import { createHash } from 'node:crypto';
import { type Language, say } from '../kernel/language.js';
import { type OidcPage, oidcPages, oidcWords } from './oidc.messages.js';

const STYLE = `:root{color-scheme:light dark}
body{font:1.0625rem/1.6 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
main{max-width:34rem;padding:2rem 1.5rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3}
a{display:inline-block;padding:.6rem 1rem;margin:.5rem .75rem 0 0;border:1px solid;border-radius:.4rem;color:LinkText}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none';style-src 'sha256-${STYLE_HASH}';base-uri 'none';form-action 'none';frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export const PAGE_STATUS: Record<OidcPage, number> = {
  NOT_SET_UP: 404,
  WRONG_PLACE: 400,
  UNREACHABLE: 503,
  EXPIRED: 400,
  CANCELLED: 403,
  UNTRUSTED: 403,
  NOT_ADMITTED: 403,
  FAULT: 500,
};

const MEANING: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => MEANING[sign]!);

export interface PageFacts {
  language: Language;
  requestId: string;
  /** What the provider is called. */
  name: string;
  /** Where to begin anew, if that can help. */
  again: string | null;
  /** The sign-in page. */
  back: string;
}

export function oidcPage(page: OidcPage, { language, requestId, name, again, back }: PageFacts): string {
  const { title, body } = oidcPages[page];
  const heading = escaped(say({ text: title }, language));
  const word = (text: keyof typeof oidcWords): string => escaped(oidcWords[text][language]);
  const link = (to: string, words: string): string => `<a href="${escaped(to)}">${words}</a>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${heading}</title><style>${STYLE}</style></head>
<body><main>
<h1>${heading}</h1>
<p>${escaped(say({ text: body, values: { name } }, language))}</p>
<p>${word('requestId')}: <code>${escaped(requestId)}</code></p>
<p>${again ? link(again, word('again')) : ''}${link(back, word('back'))}</p>
</main></body>
</html>
`;
}
