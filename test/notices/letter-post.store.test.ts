import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { perform } from '../../server/identity/command.js';
import { LetterPost, letterPostOf } from '../../server/notices/letter-post.js';
import { World } from '../support/world.js';
import { calendar, deliver, draft, later, NOW, setMail, stored, write } from './letter-world.js';
import { leaves, ownCertificate, PostOffice, refusal, silentServer } from './post-office.js';

const FROM = 'Ban Chỉ đạo <bcd@city.example>';

describe('letters by e-mail', () => {
  let world: World;
  let office: PostOffice;
  let agency: string;
  let officer: string;
  const open: { close: () => Promise<void> }[] = [];

  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    world.ground.clock.stopAt(NOW);
    office = await PostOffice.open();
    open.push(office);
    setMail({ HOPTHU_SMTP_URL: office.url, HOPTHU_MAIL_FROM: FROM, HOPTHU_LETTER_FROM: 'Ban Chỉ đạo thành phố' });
    agency = await world.agency();
    officer = await world.officer(agency, { otherEmail: 'lan@home.example', post: 'Chuyên viên' });
  });
  afterEach(async () => {
    letterPostOf(world.ground).limits = { connectMilliseconds: 10_000, sendMilliseconds: 30_000 };
    for (const one of open.splice(0)) await one.close();
  });
  afterAll(async () => {
    setMail();
    await world.close();
  });

  test('are sent as they were written: subject, both bodies, and the calendar', async () => {
    await write(world, draft(officer, { calendar: calendar() }));
    await deliver(world);
    const [{ message, to, from }] = office.delivered as [(typeof office.delivered)[0]];
    expect({ to, from }).toEqual({ to: ['lan@home.example'], from: 'bcd@city.example' });
    expect(message.headers).toMatchObject({
      from: 'Ban Chỉ đạo <bcd@city.example>',
      to: 'lan@home.example',
      subject: 'Mời dự lớp Hộp thư công vụ',
      'auto-submitted': 'auto-generated',
    });
    const parts = leaves(message);
    expect(parts.map(({ headers }) => headers['content-type']!.replace(/; *name=.*/, ''))).toEqual([
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
      'text/calendar; charset=utf-8; method=REQUEST',
      'application/ics',
    ]);
    const [text, html, invitation, file] = parts.map(({ content }) => content.toString('utf8').replaceAll('\r\n', '\n').trim());
    const [letter] = await stored(world);
    expect(text).toBe(letter!.body);
    expect(text).toBe(
      'Kính gửi: Ông/Bà Nguyễn Thị Lan, Chuyên viên, Sở SNV\n\nTrân trọng mời Ông/Bà đến dự.\n\nNơi học: Hội trường <A> & B\n\nTrân trọng.\nBan Chỉ đạo thành phố',
    );
    expect(html).toContain('<p>Nơi học: Hội trường &lt;A&gt; &amp; B</p>');
    expect(file).toBe(invitation);
    const entry = new ICAL.Component(ICAL.parse(invitation!));
    expect(entry.getFirstPropertyValue('method')).toBe('REQUEST');
    const event = new ICAL.Event(entry.getFirstSubcomponent('vevent')!);
    expect([event.summary, event.startDate.toJSDate().toISOString()]).toEqual([
      'Lớp tập huấn: hộp thư công vụ',
      '2026-12-01T01:00:00.000Z',
    ]);
    expect(parts[3]!.headers['content-disposition']).toBe('attachment; filename=LH-2026-0001.ics');
    expect(letter).toMatchObject({ state: 'SENT', channel: 'EMAIL', attempts: [expect.stringMatching(/^SENT 250/)] });
  });

  test('that the server cannot take now are tried again after growing waits, under the same Message-ID', async () => {
    office.answer = () => {
      if (office.seen.length < 3) throw refusal(451, 'greylisted lan@home.example, come back');
    };
    await write(world, draft(officer));
    await deliver(world);
    expect(await stored(world)).toMatchObject([{ state: 'WAITING', tries: 1, attempts: ['RETRY 451 greylisted …, come back'] }]);
    await deliver(world);
    expect(office.seen).toHaveLength(1);
    later(world, 1);
    await deliver(world);
    later(world, 4);
    await deliver(world);
    expect(office.seen).toHaveLength(2);
    later(world, 1);
    await deliver(world);
    expect(await stored(world)).toMatchObject([{ state: 'SENT', tries: 3 }]);
    expect(new Set(office.seen.map(({ message }) => message.headers['message-id'])).size).toBe(1);
  });

  test('that the server refuses go on paper at once', async () => {
    office.answer = () => {
      throw refusal(550, 'no such user <lan@home.example>');
    };
    await write(world, draft(officer));
    await deliver(world);
    expect(await stored(world)).toMatchObject([
      { state: 'TO_HAND_OVER', channel: 'PAPER', sentTo: null, attempts: ['REFUSED 550 no such user <…>'] },
    ]);
  });

  test('wait three days for a server that does not answer, then all go on paper', async () => {
    const other = await world.officer(agency, { otherEmail: 'minh@home.example' });
    await office.close();
    open.length = 0;
    await write(world, draft(officer), draft(other));
    await deliver(world);
    // What was claimed when the server was found to be down is given back, too.
    expect(await world.asOwner('select id from letter where leased_until is not null')).toEqual([]);
    for (let hours = 0; hours < 71; hours += 6) {
      later(world, 6 * 60);
      await deliver(world);
      if (hours < 65) expect((await stored(world)).map(({ state }) => state)).toEqual(['WAITING', 'WAITING']);
    }
    later(world, 6 * 60);
    await deliver(world);
    const letters = await stored(world);
    expect(letters.map(({ state, channel }) => [state, channel])).toEqual([
      ['TO_HAND_OVER', 'PAPER'],
      ['TO_HAND_OVER', 'PAPER'],
    ]);
    expect(letters.flatMap(({ attempts }) => attempts)[0]).toMatch(/^RETRY .*ECONNREFUSED/);
  });

  test('to a server that hangs end at the time limit; other orders are not held up meanwhile', async () => {
    const silent = await silentServer();
    open.push(silent);
    setMail({ HOPTHU_SMTP_URL: silent.url, HOPTHU_MAIL_FROM: FROM });
    letterPostOf(world.ground).limits = { connectMilliseconds: 700, sendMilliseconds: 700 };
    const order: string[] = [];
    world.ground.outbox.on('AFTER_LETTERS', async () => {
      order.push('other order');
    });
    await write(world, draft(officer));
    await perform(world.as('TASK_FORCE'), async (act) => {
      act.allowAnyone('a test orders something');
      act.unchanged();
      act.order('AFTER_LETTERS', {});
    });
    await world.ground.outbox.drain();
    const sending = letterPostOf(world.ground)
      .drain()
      .then(() => order.push('letter'));
    await sending;
    expect(order).toEqual(['other order', 'letter']);
    expect(await stored(world)).toMatchObject([{ state: 'WAITING', attempts: [expect.stringMatching(/^RETRY ETIMEDOUT/)] }]);
  });

  test('a server that goes on talking without an end is left all the same', async () => {
    const slow = await silentServer('220 hello\r\n');
    open.push(slow);
    setMail({ HOPTHU_SMTP_URL: slow.url, HOPTHU_MAIL_FROM: FROM });
    letterPostOf(world.ground).limits = { connectMilliseconds: 500, sendMilliseconds: 500 };
    await write(world, draft(officer));
    const begun = performance.now();
    await deliver(world);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await stored(world)).toMatchObject([{ state: 'WAITING', tries: 1 }]);
  });

  test('go over an encrypted line with the password, which is in no record', async () => {
    const { key, cert } = ownCertificate();
    const safe = await PostOffice.open({
      key,
      cert,
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        password === 'mật-khẩu-rất-dài' ? done(null, { user: username }) : done(refusal(535, `wrong ${password}`)),
    });
    open.push(safe);
    const url = (password: string) => `smtp://bcd:${encodeURIComponent(password)}@127.0.0.1:${safe.port}?tls.rejectUnauthorized=false`;
    setMail({ HOPTHU_SMTP_URL: url('not-the-password'), HOPTHU_MAIL_FROM: FROM });
    await write(world, draft(officer));
    await deliver(world);
    expect(await stored(world)).toMatchObject([{ state: 'WAITING', attempts: ['RETRY 535 wrong …'] }]);
    setMail({ HOPTHU_SMTP_URL: url('mật-khẩu-rất-dài'), HOPTHU_MAIL_FROM: FROM });
    later(world, 2);
    await deliver(world);
    expect(safe.delivered).toMatchObject([{ user: 'bcd', isEncrypted: true }]);
    expect(await stored(world)).toMatchObject([{ state: 'SENT' }]);
  });

  test('a certificate that nobody has signed is not trusted unless that was said', async () => {
    const safe = await PostOffice.open({ ...ownCertificate(), onAuth: (_auth, _session, done) => done(null, { user: 'bcd' }) });
    open.push(safe);
    setMail({ HOPTHU_SMTP_URL: `smtp://bcd:secret@127.0.0.1:${safe.port}`, HOPTHU_MAIL_FROM: FROM });
    await write(world, draft(officer));
    await deliver(world);
    expect(safe.seen).toEqual([]);
    expect(await stored(world)).toMatchObject([{ state: 'WAITING' }]);
  });

  test('sent, but not recorded because the server died, are sent again with the same Message-ID', async () => {
    await write(world, draft(officer));
    await world.asOwner(
      `create function no_attempt() returns trigger language plpgsql as $$ begin raise exception 'the server died'; end $$`,
    );
    await world.asOwner('create trigger no_attempt before insert on letter_attempt for each row execute function no_attempt()');
    await world.ground.outbox.drain();
    await expect(letterPostOf(world.ground).drain()).rejects.toThrow('the server died');
    await world.asOwner('drop function no_attempt cascade');
    await deliver(world);
    expect(office.seen).toHaveLength(1);
    await world.asOwner(`update letter set leased_until = now() - interval '1 second'`);
    await deliver(world);
    expect(office.seen).toHaveLength(2);
    expect(new Set(office.seen.map(({ message }) => message.headers['message-id'])).size).toBe(1);
    expect(await stored(world)).toMatchObject([{ state: 'SENT' }]);
  });

  test('are sent once when two servers look at the same time', async () => {
    const officers = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((n) => world.officer(agency, { otherEmail: `${n}@home.example` })),
    );
    const servers = [new LetterPost(world.ground), new LetterPost(world.ground)];
    letterPostOf(world.ground).drain = async () => undefined;
    await write(world, ...officers.map((id) => draft(id)));
    await Promise.all(servers.map((server) => server.drain()));
    delete (letterPostOf(world.ground) as { drain?: unknown }).drain;
    expect(office.delivered.flatMap(({ to }) => to).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((n) => `${n}@home.example`));
  });

  test('take no header from a name, a title or a file name', async () => {
    const hostile = 'Lan\r\nBcc: thief@evil.example\r\n\r\n=?utf-8?Q?=41dmin?= xin chào';
    await write(
      world,
      draft(officer, {
        title: { text: { vi: 'Mời {title}', en: '{title}' }, values: { title: hostile } },
        calendar: { ...calendar()!, fileName: `a.ics"\r\nX-Evil: 1` },
      }),
    );
    await deliver(world);
    const [{ message, to, raw }] = office.delivered as [(typeof office.delivered)[0]];
    expect(to).toEqual(['lan@home.example']);
    expect(message.headers).not.toHaveProperty('bcc');
    expect(message.headers.subject).toBe('Mời Lan Bcc: thief@evil.example = ?utf-8?Q?=41dmin?= xin chào');
    expect(raw.toString('latin1')).not.toMatch(/^(bcc|x-evil):/im);
  });

  test('with the same key are written once', async () => {
    await write(world, draft(officer, { key: 'one' }), draft(officer, { key: 'one' }));
    await write(world, draft(officer, { key: 'one' }), draft(officer, { key: 'two' }));
    expect(await stored(world)).toHaveLength(2);
  });
});
