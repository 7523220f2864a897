/** The public pages: all lists, and one of them. Written on the server; nothing in them runs. */
import { html, raw } from 'hono/html';
import { dayIn } from '../../kernel/calendar.js';
import { dateIn, type Language, numberIn, percentIn, say, type Values } from '../../kernel/language.js';
import { TIER_TEXTS } from '../../review/reason.messages.js';
import type { NamedTier } from '../list.rules.js';
import type { AgencyFigures, FoundList, PublicRow } from '../published-list.read.js';
import type { PublishedTierFigures } from '../suppression.rules.js';
import { type Point, shareBar, shareKey, TIERS, trendBars } from './charts.js';
import { pageTexts } from './page.messages.js';
import { STYLE_ELEMENT } from './style.js';

type Name = keyof typeof pageTexts;
export type Html = ReturnType<typeof html>;

export interface View {
  language: Language;
  zone: string;
  /** The page's own address, without the language. */
  path: string;
  /** Without head and foot, to stand in another page. */
  isEmbedded: boolean;
}

export interface ListView extends View {
  list: FoundList;
  figures: { all: PublishedTierFigures; leaders: PublishedTierFigures };
  agencies: readonly AgencyFigures[];
  trend: readonly Point[];
  agencyCode: string;
  tier: NamedTier | '';
  rows: readonly PublicRow[];
  total: number;
  page: number;
  pages: number;
}

const saying = (language: Language) => (name: Name, values?: Values) => say({ text: pageTexts[name], values }, language);

/** A query string of what is set. */
export function query(parts: Readonly<Record<string, string | number>>): string {
  const set = Object.entries(parts).filter(([, value]) => value !== '' && value !== 0);
  const words = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return words ? `?${words}` : '';
}

const langOf = (language: Language): string => (language === 'en' ? 'en' : '');

function frame({ language, path, isEmbedded }: View, title: string, body: Html, other: Readonly<Record<string, string | number>> = {}) {
  const t = saying(language);
  const turned = query({ ...other, lang: language === 'en' ? '' : 'en' });
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex,nofollow" />
        <title>${title}</title>
        ${raw(STYLE_ELEMENT)}
      </head>
      <body>
        ${
          isEmbedded
            ? ''
            : html`<a class="skip" href="#content">${t('skip')}</a>
                <header>
                  <a href="/lists${query({ lang: langOf(language) })}">${t('city')}</a>
                  <a href="${path}${turned}" hreflang="${language === 'en' ? 'vi' : 'en'}" lang="${language === 'en' ? 'vi' : 'en'}"
                    >${t('other')}</a
                  >
                </header>`
        }
        <main id="content">${body}</main>
      </body>
    </html>`;
}

export function listsPage(view: View, lists: readonly FoundList[]) {
  const t = saying(view.language);
  const body = html`<h1>${t('lists')}</h1>
    ${
      lists.length === 0
        ? html`<p>${t('noLists')}</p>`
        : html`<ul>
            ${lists.map(
              (list) =>
                html`<li>
                  <a href="/lists/${list.slug}${query({ lang: langOf(view.language) })}">${list.title}</a>
                  <span class="soft"
                    >${t('window', { from: dateIn(view.language, list.windowFrom), to: dateIn(view.language, list.windowTo) })}</span
                  >
                </li>`,
            )}
          </ul>`
    }`;
  return frame(view, t('lists'), body);
}

export function gonePage(view: View) {
  const t = saying(view.language);
  return frame(
    view,
    t('city'),
    html`<h1>${t('city')}</h1>
      <p>${t('gone')}</p>
      <p><a href="/lists${query({ lang: langOf(view.language) })}">${t('allLists')}</a></p>`,
  );
}

export function withdrawnPage(view: View, list: FoundList) {
  const t = saying(view.language);
  const day = dateIn(view.language, dayIn(view.zone, list.withdrawnAt!));
  const body = html`<h1>${list.title}</h1>
    <p class="warn">${t('withdrawn', { day })} ${list.withdrawReason ? t('reason', { reason: list.withdrawReason }) : ''}</p>
    <p><a href="/lists${query({ lang: langOf(view.language) })}">${t('allLists')}</a></p>`;
  return frame(view, list.title, body);
}

function figure(title: string, { isSuppressed, notAssessed, ...shares }: PublishedTierFigures, language: Language) {
  const t = saying(language);
  return html`<section>
    <h3>${title}</h3>
    ${shares.usingShare === null ? '' : html`<p>${t('using')}: <b>${t('ofAssessed', { share: percentIn(language, shares.usingShare), count: shares.assessed })}</b></p>`}
    ${shareBar(shares, language)} ${shareKey(shares, language)}
    <p class="soft">${t('notAssessed')}: ${isSuppressed ? t('suppressed') : numberIn(language, notAssessed ?? 0)}</p>
  </section>`;
}

export function listPage(view: ListView) {
  const { language, list, figures, agencies, trend, rows, total, page, pages, agencyCode, tier } = view;
  const t = saying(language);
  const lang = langOf(language);
  const version = list.supersededBy === null ? '' : list.version;
  const chosen = { agency: agencyCode, tier };
  const here = (parts: Readonly<Record<string, string | number>>) =>
    `${view.path}${query({ version, ...chosen, lang, embed: view.isEmbedded ? 1 : '', ...parts })}`;
  const nameOf = ({ name, nameEn }: AgencyFigures) => (language === 'en' && nameEn) || name;
  const option = (value: string, words: string, now: string) =>
    html`<option value="${value}" ${value === now ? html` selected` : ''}>${words}</option>`;
  const body = html`<h1>${list.title}</h1>
    <p class="soft">
      ${t('window', { from: dateIn(language, list.windowFrom), to: dateIn(language, list.windowTo) })} ·
      ${t('version', { version: list.version, day: dateIn(language, dayIn(view.zone, list.publishedAt)) })}
    </p>
    ${list.supersededBy === null ? '' : html`<p class="warn">${t('superseded', { version: list.supersededBy })} <a href="/lists/${list.slug}${query({ lang })}">${t('toLatest')}</a></p>`}
    ${
      list.corrections.length === 0
        ? ''
        : html`<section class="note">
            <h2>${t('corrections')}</h2>
            <ul>
              ${list.corrections.map((text) => html`<li>${text[language]}</li>`)}
            </ul>
          </section>`
    }
    <p>${t('legalBasis')}: ${list.legalBasis} ${list.expiresOn === null ? '' : t('until', { day: dateIn(language, list.expiresOn) })}</p>
    <h2>${t('figures')}</h2>
    <div class="two">${figure(t('everybody'), figures.all, language)}${figure(t('leaders'), figures.leaders, language)}</div>
    ${
      trend.length > 1
        ? html`<section>
            <h2>${t('trend')}</h2>
            ${trendBars(trend, language)}
          </section>`
        : ''
    }
    <details>
      <summary><b>${t('byAgency')}</b></summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('agency')}</th>
              <th scope="col" class="n">${t('assessed')}</th>
              <th scope="col" class="n">${t('using')}</th>
              <th scope="col">${t('tier')}</th>
            </tr>
          </thead>
          <tbody>
            ${agencies.map(
              (agency) =>
                html`<tr>
                  <td><a href="${here({ agency: agency.code, page: '' })}#people">${nameOf(agency)}</a></td>
                  <td class="n">${numberIn(language, agency.assessed)}</td>
                  <td class="n">${agency.usingShare === null ? '–' : percentIn(language, agency.usingShare)}</td>
                  <td>${shareBar(agency, language)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
    <section id="people">
      <h2>${t('people')}</h2>
      <p class="note">${t('note')}</p>
      <form method="get" action="${view.path}#people">
        ${version === '' ? '' : html`<input type="hidden" name="version" value="${version}" />`}${lang === '' ? '' : html`<input type="hidden" name="lang" value="${lang}" />`}${view.isEmbedded ? html`<input type="hidden" name="embed" value="1" />` : ''}
        <label
          >${t('agency')}<select name="agency">
            ${option('', t('allAgencies'), agencyCode)}${agencies.map((agency) => option(agency.code, nameOf(agency), agencyCode))}
          </select></label
        >
        <label
          >${t('tier')}<select name="tier">
            ${option('', t('allTiers'), tier)}${TIERS.map((one) => option(one, TIER_TEXTS[one][language], tier))}
          </select></label
        >
        <button type="submit">${t('show')}</button>
      </form>
      <div class="wide">
        <table>
          <caption>
            ${t('people_', { count: total })}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="n">${t('number')}</th>
              <th scope="col">${t('name')}</th>
              <th scope="col">${t('post')}</th>
              <th scope="col">${t('agency')}</th>
              <th scope="col">${t('tier')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  <td class="n">${numberIn(language, row.position)}</td>
                  <th scope="row">${row.name}${row.isCorrected ? html` <span class="mark">(${t('corrected')})</span>` : ''}</th>
                  <td>${row.post ?? ''}</td>
                  <td>${row.agency}</td>
                  <td>${TIER_TEXTS[row.tier][language]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        pages > 1
          ? html`<nav class="pages" aria-label="${t('people')}">
              ${page > 1 ? html`<a href="${here({ page: page - 1 })}#people" rel="prev">${t('previous')}</a>` : ''}
              <span>${t('page', { page, pages })}</span>
              ${page < pages ? html`<a href="${here({ page: page + 1 })}#people" rel="next">${t('next')}</a>` : ''}
            </nav>`
          : ''
      }
      <p>
        ${t('whole')}: <a href="${view.path}/list.csv${query({ version, lang })}">${t('csv')}</a> ·
        <a href="${view.path}/list.json${query({ version, lang })}">${t('json')}</a>
      </p>
    </section>`;
  return frame(view, list.title, body, { version, ...chosen, page: page > 1 ? page : '' });
}
