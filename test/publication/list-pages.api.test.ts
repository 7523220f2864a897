/** The public pages of a list: what they show, to whom, and how they end (P-1, P-2). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pagesOf } from '../../server/publication/pages/page-cache.js';
import { publishReview, withdrawList } from '../../server/publication/publish.service.js';
import { finaliseReview } from '../../server/review/close-review.service.js';
import { openReview } from '../../server/review/open-review.service.js';
import { addEvidence, city, WINDOW, WORKDAYS } from '../review/review-world.js';
import { World } from '../support/world.js';

let world: World;
let review = '';
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  pagesOf(world.ground).forget();
  const here = await city(world);
  await world.officer(here.agency, {
    code: 'XSS',
    fullName: 'Trần <b>“Nhật”</b> & Lan',
    isLeader: false,
    mailboxAddress: 'xss@snv.example',
    sinceOn: '2020-01-01',
    post: '=cmd()',
  });
  await addEvidence(world, 'xss@snv.example', WORKDAYS, { read: 1, sent: 1, logins: 1, received: 1 });
  await world.officer(here.agency, { code: 'NEW', fullName: 'Lê Thị Vắng', isLeader: false, mailboxAddress: null, sinceOn: '2020-01-01' });
  review = await openReview(world.as('TASK_FORCE'), { title: 'Quý IV năm 2026', windowTo: WINDOW.to });
  await finaliseReview(world.as('TASK_FORCE'), review);
});

const publish = (input = {}) =>
  publishReview(world.as('TASK_FORCE'), review, { slug: 'quy-4', audience: 'PUBLIC', legalBasis: 'Quyết định 12/2026/QĐ-UBND', ...input });
const get = (url: string, headers = {}) => world.app.http.inject({ url, headers });

describe('the page of a list', () => {
  test('stands in Vietnamese and in English, runs nothing and is in no search engine', async () => {
    await publish();
    const page = await get('/lists/quy-4');
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'public, max-age=60',
    });
    const [, style] = /<style>([^]*?)<\/style>/.exec(page.body)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(page.headers['content-security-policy']).toContain(`default-src 'none';style-src 'sha256-${hash}';`);
    expect(page.body).toContain('<html lang="vi">');
    for (const words of ['Quý IV năm 2026', 'Quyết định 12/2026/QĐ-UBND', 'Nguyễn Văn IDLE', 'không sử dụng', 'sử dụng thường xuyên'])
      expect(page.body).toContain(words);
    expect(page.body).not.toMatch(/<script|javascript:|\son\w+=/i);
    const english = await get('/lists/quy-4?lang=en');
    expect(english.body).toContain('<html lang="en">');
    for (const words of ['Legal basis', 'never uses', 'All agencies']) expect(english.body).toContain(words);
    expect(english.body).not.toContain('không sử dụng');
  });

  test('shows a name as it is written, whatever it holds', async () => {
    await publish();
    const { body } = await get('/lists/quy-4');
    expect(body).toContain('Trần &lt;b&gt;“Nhật”&lt;/b&gt; &amp; Lan');
    const hostile = await get(
      `/lists/quy-4?agency=${encodeURIComponent('"><script>x</script>')}&tier=%3Cscript%3E&page=%27%22&version=x&lang=%22%3E`,
    );
    expect(hostile.statusCode).toBe(200);
    expect(hostile.body).not.toContain('<script');
  });

  test('names nobody who was not assessed, and leaves their number out where it is small', async () => {
    await publish();
    for (const url of ['/lists/quy-4', '/lists/quy-4/list.csv', '/lists/quy-4/list.json'])
      expect((await get(url)).body).not.toContain('Vắng');
    expect((await get('/lists/quy-4')).body).toContain('không nêu, vì nhóm dưới 5 người');
    expect(JSON.parse((await get('/lists/quy-4/list.json')).body).figures.all).toMatchObject({
      notAssessed: null,
      isSuppressed: true,
      assessed: 4,
    });
  });

  test('is filtered by agency and tier', async () => {
    await publish();
    const { body } = await get('/lists/quy-4?tier=NEVER');
    expect(body).toContain('Nguyễn Văn IDLE');
    expect(body).not.toContain('Nguyễn Văn DAILY');
    expect((await get('/lists/quy-4?agency=SNV')).body).toContain('Nguyễn Văn DAILY');
  });

  test('is sent again only when it is another', async () => {
    await publish();
    const { etag } = (await get('/lists/quy-4')).headers as { etag: string };
    expect((await get('/lists/quy-4', { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get('/lists/quy-4', { 'if-none-match': `"other", ${etag.replace('W/', '')}` })).statusCode).toBe(304);
    await publish({ legalBasis: 'Luật khác' });
    const now = await get('/lists/quy-4', { 'if-none-match': etag });
    expect(now.statusCode).toBe(200);
    expect(now.body).toContain('Luật khác');
    expect((await get('/lists/quy-4?version=1')).body).toContain('đã được thay thế bằng bản 2');
  });

  test('may stand in another page only where that is asked for', async () => {
    await publish();
    expect((await get('/lists/quy-4')).headers['content-security-policy']).toContain("frame-ancestors 'self'");
    const framed = await get('/lists/quy-4?embed=1');
    expect(framed.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(framed.body).not.toContain('<header');
  });
});

test('the whole list as a spreadsheet holds no formula, and all rows', async () => {
  await publish();
  const { body, headers } = await get('/lists/quy-4/list.csv');
  expect(headers['content-disposition']).toBe('attachment; filename="quy-4.csv"');
  expect(
    body
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n'),
  ).toHaveLength(5);
  expect(body).toContain(",'=cmd(),");
  expect((await get('/lists/quy-4.csv')).body).toBe(body);
  expect((await get('/lists/quy-4.json')).json().slug).toBe('quy-4');
  expect((await get('/lists/quy-5.csv')).statusCode).toBe(404);
});

describe('nothing is there', () => {
  test('before it is published, for a list for inside, past its last day', async () => {
    expect((await get('/lists/quy-4')).statusCode).toBe(404);
    expect((await get('/lists')).body).toContain('Hiện không có danh sách nào');
    await publish({ audience: 'INTERNAL' });
    const bearer = await world.bearer('TASK_FORCE');
    for (const url of ['/lists/quy-4', '/lists/quy-4/list.csv', '/lists/quy-4/list.json', '/lists/quy-4?version=1'])
      expect((await get(url, bearer)).statusCode).toBe(404);
    await publish({ expiresOn: world.ground.clock.today() });
    expect((await get('/lists/quy-4')).statusCode).toBe(200);
    expect((await get('/lists')).body).toContain('Quý IV năm 2026');
    world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + 86_400_000));
    pagesOf(world.ground).forget();
    expect((await get('/lists/quy-4')).statusCode).toBe(404);
    expect((await get('/lists')).body).not.toContain('Quý IV năm 2026');
  });

  test('where it was withdrawn, but the reason', async () => {
    await publish();
    expect((await get('/lists/quy-4')).body).toContain('Nguyễn Văn IDLE');
    await withdrawList(world.as('TASK_FORCE'), { slug: 'quy-4', reason: 'Công khai nhầm đợt' });
    const page = await get('/lists/quy-4');
    expect(page.statusCode).toBe(410);
    expect(page.body).toContain('Công khai nhầm đợt');
    expect(page.body).not.toContain('Nguyễn');
    for (const url of ['/lists/quy-4/list.csv', '/lists/quy-4/list.json', '/lists/quy-4?version=1']) {
      const file = await get(url);
      expect(file.statusCode).toBe(410);
      expect(file.body).not.toContain('Nguyễn');
    }
  });
});
