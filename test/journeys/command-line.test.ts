import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthu, serving } from '../support/command-line.js';
import { freshDatabase, storeKind } from '../support/world.js';

const data = (name: string) => resolve('test/data', name);

describe('the command line', () => {
  let env: Record<string, string>;
  let folder: string;
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hopthu-cli-'));
    env = { HOPTHU_DATA: folder };
    if (storeKind() === 'postgres') {
      const database = await freshDatabase();
      env.DATABASE_URL = database.url;
      env.HOPTHU_OWNER_URL = database.ownerUrl;
      drop = database.drop;
    }
  });
  afterAll(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('brings the database up to date, and the second time there is nothing to do', async () => {
    const first = await hopthu(['migrate', '--json'], env);
    expect(first.err).toBe('');
    expect(JSON.parse(first.out).applied).toBeGreaterThan(1);
    expect(JSON.parse((await hopthu(['migrate', '--json'], env)).out)).toMatchObject({ applied: 0 });
    // From here on without the owner: what is asked for needs the application's rights only.
    delete env.HOPTHU_OWNER_URL;
  });

  test('exit codes: 0 done, 1 refused, 2 used wrongly', async () => {
    expect((await hopthu(['import', 'agencies', data('agencies.csv')], env)).code).toBe(0);
    expect((await hopthu(['import', 'officers', data('officers-bad.csv'), '--dry-run'], env)).code).toBe(1);
    expect((await hopthu(['import', 'officers', 'no-such-file.csv'], env)).code).toBe(1);
    expect((await hopthu(['import', 'nonsense'], env)).code).toBe(2);
    const noSource = await hopthu(['--lang', 'en', 'import', 'evidence', '--source', 'mail9', data('agencies.csv')], env);
    expect(noSource.code).toBe(1);
    expect(noSource.out + noSource.err).toContain('There is no source “mail9”');
    expect((await hopthu(['source', 'save', '--name', 'x'], env)).code).toBe(2);
    expect((await hopthu(['policy', 'adopt', '--regular-share', 'abc'], env)).code).toBe(2);
    expect((await hopthu(['review', 'open', '--title', 'x', '--to', '31/13/2026'], env)).code).toBe(2);
    expect((await hopthu(['--help'], env)).code).toBe(0);
  });

  test('a use wrongly made is one sentence in the chosen language, and where to read more', async () => {
    const wrong = ['source', 'save', '--name', 'x', '--domains', 'a.example', '--format', 'dovcot'];
    const vi = await hopthu(wrong, { ...env, HOPTHU_LANG: 'vi' });
    expect(vi.code).toBe(2);
    expect(vi.err).toMatch(/^--format <định dạng>: Không có định dạng “dovcot”. Các định dạng: .*\nXem: hopthu source save --help\n$/);
    const en = await hopthu(wrong, env);
    expect(en.err).toContain('There is no format “dovcot”. The formats are: dovecot, postfix');
  });

  test('help speaks one language at a time and names the columns of a spreadsheet', async () => {
    const vi = await hopthu(['import', 'officers', '--help'], { ...env, HOPTHU_LANG: 'vi' });
    expect(vi.out).toContain('Cách dùng: hopthu import officers [tùy chọn] <tệp>');
    expect(vi.out).toContain('officer_code, full_name, agency_code, post, is_leader, mailbox, since');
    expect(vi.out).not.toMatch(/Usage|Options|display help/);
    const en = await hopthu(['import', 'officers', '--help'], env);
    expect(en.out).toContain('Usage: hopthu import officers [options] <file>');
    expect(en.out).not.toMatch(/[ăđơưạảấầẩậắằặẹẻếềểệọộợụủứừựỵỳ]/);
  });

  test('a report of a spreadsheet speaks in words; a review that is not there is named, with how to list those there are', async () => {
    const bad = await hopthu(['import', 'officers', data('officers-bad.csv'), '--dry-run'], { ...env, HOPTHU_LANG: 'vi' });
    expect(bad.out).toContain('Dòng trong tệp');
    expect(bad.out).not.toMatch(/DUPLICATE|NOT_FOUND|INVALID|ACCEPTED_WITH_WARNING|\(row\)/);
    const none = await hopthu(['review', 'finalise', 'DR-2026-0001'], env);
    expect({ code: none.code, err: none.err }).toEqual({
      code: 1,
      err: 'There is no review “DR-2026-0001”. See those there are with: hopthu review list\n',
    });
  });

  test('published lists: a wrong audience is a wrong use; what is not there is refused with a sentence', async () => {
    const publish = ['review', 'publish', 'DR-2026-0001', '--slug', 'quy-3'];
    const wrong = await hopthu([...publish, '--audience', 'all'], env);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('The choices are: INTERNAL, PUBLIC')]);
    expect(await hopthu(publish, env)).toMatchObject({ code: 1, err: expect.stringContaining('There is no review') });
    expect(JSON.parse((await hopthu(['published', 'list', '--json'], env)).out)).toEqual([]);
    expect((await hopthu(['published', 'withdraw', 'quy-3', '--reason', 'x'], env)).code).toBe(1);
  });

  test('an import that counted nothing because its domains are others is warned of, exit code 0', async () => {
    expect((await hopthu(['source', 'save', '--name', 'mail1', '--format', 'dovecot', '--domains', 'snv.example'], env)).code).toBe(0);
    const log = resolve('test/data/mail-logs/dovecot-14days.log');
    const asked = ['import', 'evidence', '--source', 'mail1', log];
    const said = await hopthu(asked, { ...env, HOPTHU_LANG: 'vi' });
    expect(said.code).toBe(0);
    expect(said.err).toMatch(
      /CẢNH BÁO: Không có dòng nào được tính: các địa chỉ trong tệp thuộc tên miền example\.test \(.*còn nguồn mail1 chỉ nhận snv\.example/,
    );
    const answered = await hopthu([...asked, '--json'], env);
    expect(JSON.parse(answered.out)).toMatchObject({ used: 0, message: expect.stringContaining('example.test') });
  });

  test('mail systems: secrets come from the environment and are shown nowhere; what does not answer is refused with exit code 1', async () => {
    const server = await serving(env);
    const secret = 'token-that-is-shown-nowhere';
    const save = (...told: string[]) => {
      const set = ['baseUrl=http://127.0.0.1:9/scim', ...told].flatMap((one) => ['--set', one]);
      return hopthu(['mail', 'save', '--name', 'Thư', '--kind', 'scim', '--domains', 'thu.example', ...set], {
        ...env,
        MAIL_TOKEN: secret,
      });
    };
    const written = await save(`secret=${secret}`);
    expect([written.code, written.err]).toEqual([
      2,
      'secret is a secret: put it into an environment variable and write secret=env:VARIABLE.\n',
    ]);
    expect((await save('secret=env:NO_SUCH_VARIABLE')).code).toBe(2);
    expect((await save('secret=env:MAIL_TOKEN')).code).toBe(0);
    const answers = [
      await hopthu(['mail', 'systems', '--json'], env),
      await hopthu(['mail', 'check', 'Thư'], env),
      await hopthu(['mail', 'reconcile', 'Thư', '--json'], env),
      await hopthu(['mail', 'on', 'Không có'], env),
    ];
    await server.stop();
    expect(answers.map(({ code }) => code)).toEqual([0, 1, 1, 1]);
    expect(JSON.parse(answers[0]!.out)).toMatchObject([{ name: 'Thư', isOn: false, secretsSet: ['secret'] }]);
    expect(JSON.stringify(answers)).not.toContain(secret);
  });

  test('doctor finds everything in order', async () => {
    const { code, out } = await hopthu(['doctor', '--json'], env);
    expect(JSON.parse(out).filter((f: { isGood: boolean }) => !f.isGood)).toEqual([]);
    expect(code).toBe(0);
  });

  test('works beside a running server; a second server on the embedded store is refused within a second; SIGTERM closes cleanly (G-26)', async () => {
    const server = await serving(env);
    const report = await hopthu(['import', 'officers', data('officers-sample.csv'), '--json'], env);
    expect(JSON.parse(report.out)).toMatchObject({ rows: 300, accepted: 300 });
    if (storeKind() === 'pglite') {
      const began = Date.now();
      const second = await hopthu(['serve'], env);
      expect({ code: second.code, names: second.err.includes(String(server.process.pid)) }).toEqual({ code: 1, names: true });
      expect(Date.now() - began).toBeLessThan(3000);
      const working = await hopthu(['work'], env);
      expect({ code: working.code, names: working.err.includes(String(server.process.pid)) }).toEqual({ code: 1, names: true });
      expect(existsSync(join(folder, 'hopthu.lock'))).toBe(true);
    }
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(folder, 'hopthu.lock'))).toBe(false);
  });

  test('a server that was killed loses nothing it had acknowledged, and its lock is taken over', async () => {
    const server = await serving(env);
    writeFileSync(
      join(folder, 'one.csv'),
      'officer_code,full_name,agency_code,post,is_leader,mailbox,since\nKILL-1,Lê Thị Hoa,SNV,Chuyên viên,false,hoa.kill@snv.tphcm.example,2020-01-01\n',
    );
    expect((await hopthu(['import', 'officers', join(folder, 'one.csv')], env)).code).toBe(0);
    await server.stop('SIGKILL');
    const again = await hopthu(['import', 'officers', join(folder, 'one.csv'), '--json'], env);
    expect(JSON.parse(again.out)).toMatchObject({ rows: 1, unchanged: 1 });
  });
});
