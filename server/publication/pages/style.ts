/** How public pages look: one small sheet, in the page itself and allowed by its hash; good on paper, too. */
import { createHash } from 'node:crypto';

const STYLE = `
:root{color-scheme:light dark;--ink:#16202b;--soft:#4c5a68;--line:#c9d2da;--paper:#fff;--tint:#f2f5f7;--regular:#1b6e4b;--irregular:#b06a00;--never:#b3261e;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#a9b6c2;--line:#3a4651;--paper:#12181e;--tint:#1b232b;--regular:#5dc797;--irregular:#f0b24d;--never:#ff8a80;--link:#8ec3ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:var(--link)}
header,main,footer{max-width:72rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;border-bottom:1px solid var(--line)}
h1{font-size:1.6rem;line-height:1.25;margin:1rem 0 .25rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
.soft{color:var(--soft)}
.note,.warn{border-left:4px solid var(--line);background:var(--tint);padding:.6rem 1rem;margin:1rem 0}
.warn{border-color:var(--never)}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
.two{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr))}
svg{width:100%;height:auto;display:block}
.trend{max-width:30rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);padding:.25rem 0}
th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
th{background:var(--tint)}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
ul.plain{list-style:none;padding:0}
form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:.5rem 0 1rem}
label{display:grid;gap:.2rem;min-width:0;max-width:100%;font-size:.9rem;color:var(--soft)}
select,button,input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.3rem;padding:.45rem .6rem;max-width:100%;min-width:0;min-height:2.75rem}
nav.pages{display:flex;gap:1rem;flex-wrap:wrap;margin:1rem 0}
.mark{font-size:.85rem;color:var(--soft)}
.share{white-space:nowrap}
.everybody{fill:var(--link)}.leaders{fill:var(--soft)}
.regular{fill:var(--regular)}.irregular{fill:var(--irregular)}.never{fill:var(--never)}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.4rem 0}
.key svg{width:.9rem;height:.9rem;display:inline-block;vertical-align:-.1rem;margin-right:.35rem}
@media screen and (max-width:40rem){#people table,#people tbody,#people tr,#people th,#people td,#people caption{display:block}#people thead{position:absolute;left:-99rem}#people tr{border-bottom:1px solid var(--line);padding:.5rem 0}#people tbody th,#people td{border:0;padding:0;background:none;text-align:left}#people td.n{float:left;min-width:2.5rem;color:var(--soft)}#people td:not(.n){margin-left:2.5rem;color:var(--soft)}#people td:last-child{color:var(--ink)}}
@media print{details::details-content{content-visibility:visible;block-size:auto}header,footer,form,nav.pages,.skip{display:none}body{font:11pt/1.4 "Times New Roman",serif}a{color:inherit;text-decoration:none}thead{display:table-header-group}tr{break-inside:avoid}}
`;

/** The element is one text: a blank more inside of it and browsers would refuse it, as its hash would be another. */
export const STYLE_ELEMENT = `<style>${STYLE}</style>`;

export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
