/** The page on which a paper is checked by its code; written on the server, nothing in it runs. */
import { html, raw } from 'hono/html';
import { dateIn, type Language, say, type Values } from '../../kernel/language.js';
import { STYLE_ELEMENT } from '../pages/style.js';
import { PAPER_TITLES } from './papers.messages.js';
import { VALIDITY_TEXTS, verifyTexts } from './verify.messages.js';
import type { VerifiedPaper } from './verify.read.js';

export interface VerifyView {
  language: Language;
  /** What was typed; empty before anything was. */
  typed: string;
  /** null: there is no such code; undefined: none was asked for. */
  paper: VerifiedPaper | null | undefined;
}

const GOOD = ['ISSUED', 'IN_FORCE', 'NOT_YET', 'YEAR_OVER'];

function result(paper: VerifiedPaper, language: Language) {
  const t = (name: keyof typeof verifyTexts, values?: Values) => say({ text: verifyTexts[name], values }, language);
  const day = dateIn(language, paper.inForceOn ?? paper.datedOn);
  const line = (title: string, words: string) =>
    html`<tr>
      <th scope="row">${title}</th>
      <td>${words}</td>
    </tr>`;
  return html`<p class="${GOOD.includes(paper.validity) ? 'note' : 'warn'}" role="status">
      <b>${say({ text: VALIDITY_TEXTS[paper.validity], values: { day } }, language)}</b>
      ${paper.signedOn ? t('signed', { day: dateIn(language, paper.signedOn) }) : ''}
    </p>
    <table>
      <tbody>
        ${line(t('kind'), PAPER_TITLES[paper.kind][language])} ${line(t('number'), paper.number ?? t('noNumber'))}
        ${line(t('datedOn'), dateIn(language, paper.datedOn))} ${line(t('issuer'), paper.issuer)}
      </tbody>
    </table>
    <p class="soft">${t('note')}</p>`;
}

export function verifyPage({ language, typed, paper }: VerifyView) {
  const t = (name: keyof typeof verifyTexts) => say({ text: verifyTexts[name] }, language);
  const other = language === 'en' ? 'vi' : 'en';
  const turned = `/verify?${new URLSearchParams({ ...(typed && { code: typed }), ...(other === 'en' && { lang: 'en' }) }).toString()}`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex,nofollow" />
        <title>${t('title')}</title>
        ${raw(STYLE_ELEMENT)}
      </head>
      <body>
        <a class="skip" href="#content">${t('skip')}</a>
        <header>
          <a href="/verify${language === 'en' ? '?lang=en' : ''}">${t('title')}</a>
          <a href="${turned}" hreflang="${other}" lang="${other}">${t('other')}</a>
        </header>
        <main id="content">
          <h1>${t('title')}</h1>
          ${paper === undefined ? '' : paper === null ? html`<p class="warn" role="status">${t('unknown')}</p>` : result(paper, language)}
          <form method="get" action="/verify">
            ${language === 'en' ? html`<input type="hidden" name="lang" value="en" />` : ''}
            <label
              >${t('code')}<input
                name="code"
                value="${typed}"
                maxlength="40"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
            /></label>
            <button type="submit">${t('check')}</button>
          </form>
          <p class="soft">${t('intro')}</p>
        </main>
      </body>
    </html>`;
}
