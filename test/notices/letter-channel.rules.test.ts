import { describe, expect, test } from '@jest/globals';
import { hindrance, letterActions } from '../../server/notices/letter-actions.rules.js';
import { type Reachable, wayTo } from '../../server/notices/letter-channel.rules.js';
import { letterBody, letterTitle } from '../../server/notices/letter-text.rules.js';
import { cleanFileName, mediaTypeOf } from '../../server/notices/attachment.rules.js';
import { receiptFaults, tooEarly } from '../../server/notices/receipt.rules.js';
import { smtpDoor } from '../../server/notices/smtp-door.js';
import { blanked, MOST_WAITING, nextTry } from '../../server/notices/smtp-words.rules.js';

const box = (state = 'ACTIVE', kind = 'PERSONAL') => ({ address: 'lan@snv.example', state, kind });
const MINUTE = 60_000;

describe('a letter goes by a means that is not the unused mailbox (D-3)', () => {
  test.each<[what: string, to: Partial<Reachable>, canSend: boolean, sentTo: string | null]>([
    ['another address', { otherEmail: 'lan@home.example' }, true, 'lan@home.example'],
    [
      'another address before a mailbox in regular use',
      { otherEmail: 'lan@home.example', currentTier: 'REGULAR', mailbox: box() },
      true,
      'lan@home.example',
    ],
    [
      'another address that never used the mailbox',
      { otherEmail: 'lan@home.example', currentTier: 'NEVER', mailbox: box() },
      true,
      'lan@home.example',
    ],
    ['a mailbox in regular use', { currentTier: 'REGULAR', mailbox: box() }, true, 'lan@snv.example'],
    ['a mailbox used now and then', { currentTier: 'IRREGULAR', mailbox: box() }, true, null],
    ['a mailbox that is not used', { currentTier: 'NEVER', mailbox: box() }, true, null],
    ['a mailbox that was not assessed', { currentTier: 'NOT_ASSESSED', mailbox: box() }, true, null],
    ['a mailbox in no review yet', { mailbox: box() }, true, null],
    ['a suspended mailbox', { currentTier: 'REGULAR', mailbox: box('SUSPENDED') }, true, null],
    ['a revoked mailbox', { currentTier: 'REGULAR', mailbox: box('REVOKED') }, true, null],
    ['a shared mailbox', { currentTier: 'REGULAR', mailbox: box('ACTIVE', 'ROLE') }, true, null],
    [
      'the unused mailbox entered as the other address',
      { otherEmail: 'Lan@SNV.example', currentTier: 'NEVER', mailbox: box() },
      true,
      null,
    ],
    ['nothing at all', {}, true, null],
    ['another address that is two', { otherEmail: 'a@x.example, b@x.example' }, true, null],
    ['another address with a second line', { otherEmail: 'a@x.example\r\nRCPT TO:<b@x.example>' }, true, null],
    ['another address, no mail server', { otherEmail: 'lan@home.example' }, false, null],
    ['a mailbox in regular use, no mail server', { currentTier: 'REGULAR', mailbox: box() }, false, null],
  ])('%s', (_what, to, canSend, sentTo) => {
    const way = wayTo({ otherEmail: null, mailbox: null, currentTier: null, ...to }, canSend);
    expect(way).toEqual({ channel: sentTo ? 'EMAIL' : 'PAPER', sentTo });
  });
});

describe('what can be done with a letter', () => {
  const mail = { channel: 'EMAIL' as const, sentTo: 'lan@home.example' };
  const paper = { channel: 'PAPER' as const, sentTo: null };
  test('depends on where it stands and how its person is reached now', () => {
    expect(letterActions({ state: 'TO_HAND_OVER', sentTo: null, way: paper })).toEqual(['RECORD_RECEIPT', 'MARK_PRINTED']);
    expect(letterActions({ state: 'TO_HAND_OVER', sentTo: null, way: mail })).toEqual(['RECORD_RECEIPT', 'MARK_PRINTED', 'SEND_AGAIN']);
    expect(letterActions({ state: 'SENT', sentTo: 'old@home.example', way: mail })).toEqual([
      'RECORD_RECEIPT',
      'MARK_PRINTED',
      'SEND_AGAIN',
    ]);
    expect(letterActions({ state: 'WAITING', sentTo: 'old@home.example', way: mail })).toEqual(['SEND_AGAIN']);
    expect(letterActions({ state: 'WAITING', sentTo: 'lan@home.example', way: mail })).toEqual([]);
    expect(letterActions({ state: 'RECEIVED', sentTo: null, way: mail })).toEqual([]);
    expect(letterActions({ state: 'RECEIVED', sentTo: null, carriesCode: true, way: mail })).toEqual(['MARK_PRINTED']);
    expect(letterActions({ state: 'LAPSED', sentTo: null, carriesCode: true, way: mail })).toEqual(['RECORD_RECEIPT']);
    expect(letterActions({ state: 'LAPSED', sentTo: null, way: mail })).toEqual(['RECORD_RECEIPT']);
    expect(hindrance('SEND_AGAIN', { state: 'SENT', sentTo: null, way: paper })).toBe('noAddress');
  });

  test('a receipt lies between the day of writing and today (L-1)', () => {
    const on = (receivedOn: string, note?: string) => receiptFaults({ receivedOn, note }, '2026-11-25').map(({ path }) => path!.at(-1));
    expect([on('2026-11-25'), on('2026-11-26'), on('2026-11-25', 'x'.repeat(2000)), on('2026-11-26', 'x'.repeat(2001))]).toEqual([
      [],
      ['receivedOn'],
      [],
      ['receivedOn', 'note'],
    ]);
    expect(tooEarly({ receivedOn: '2026-11-24' }, '2026-11-24')).toBeNull();
    expect(tooEarly({ receivedOn: '2026-11-23' }, '2026-11-24')).toMatchObject({ code: 'INVALID', rule: 'L-1' });
  });
});

describe('a letter reads', () => {
  const to = { fullName: 'Nguyễn Thị Lan', post: 'Chuyên viên', agency: 'Sở Nội vụ' };
  const message = { text: { vi: 'Mời {x}', en: 'Invited {x}' }, values: { x: 'Ông/Bà\r\nBcc: a@b.example' } };
  test('with greeting, paragraphs and close, in the language of letters', () => {
    expect(letterBody(to, [{ text: { vi: 'Một.', en: 'One.' } }], 'BCĐ', 'vi')).toBe(
      'Kính gửi: Ông/Bà Nguyễn Thị Lan, Chuyên viên, Sở Nội vụ\n\nMột.\n\nTrân trọng.\nBCĐ',
    );
    expect(letterBody({ ...to, post: null }, [{ text: { vi: 'Một.', en: 'One.' } }], undefined, 'en')).toBe(
      'To: Nguyễn Thị Lan, Sở Nội vụ\n\nOne.\n\nYours faithfully,\nOffice in charge of official mailboxes',
    );
  });
  test('with a title of one line', () => expect(letterTitle(message, 'vi')).toBe('Mời Ông/Bà Bcc: a@b.example'));
});

describe('sending', () => {
  const since = new Date('2026-11-25T02:00:00Z');
  const after = (milliseconds: number) => new Date(since.getTime() + milliseconds);
  const wait = (tries: number, at: number) => {
    const next = nextTry(tries, since, after(at));
    return next && (next.getTime() - since.getTime() - at) / MINUTE;
  };
  test('is tried again after growing waits, for three days', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 20].map((tries) => wait(tries, 0))).toEqual([1, 5, 15, 60, 180, 360, 720, 720]);
    expect(wait(9, MOST_WAITING - 2 * 60 * MINUTE)).toBe(120);
    expect([wait(9, MOST_WAITING), wait(1, MOST_WAITING + 1)]).toEqual([null, null]);
  });
  test('leaves the code and no address, secret or line in its record', () => {
    expect(blanked('550 5.1.1 <lan@home.example>: no\r\nsuch user lan@home.example', [])).toBe('550 5.1.1 …: no such user …');
    expect(blanked('535 wrong mật-khẩu', ['mật-khẩu'])).toBe('535 wrong …');
    expect(blanked(`x smtp://a:b@c ${'Ab1_'.repeat(10)} ${'y '.repeat(400)}`)).toMatch(/^x … … (y ?)+$/);
    expect(blanked('z '.repeat(400)).length).toBeLessThanOrEqual(300);
  });
  test('goes where HOPTHU_SMTP_URL says', () => {
    expect(smtpDoor('smtp://b%40c:p%2Fw@mail.example:587')).toEqual({
      host: 'mail.example',
      port: 587,
      isSecure: false,
      login: { user: 'b@c', pass: 'p/w' },
      isVerified: true,
    });
    expect(smtpDoor('smtps://[::1]')).toMatchObject({ host: '::1', port: 465, isSecure: true, login: undefined });
    expect([smtpDoor('https://x.example'), smtpDoor('mail.example:25'), smtpDoor('')]).toEqual([undefined, undefined, undefined]);
    expect(smtpDoor('smtp://a:100%@mail.example')).toBeUndefined();
  });
});

describe('a scanned paper', () => {
  test('is what its bytes say', () => {
    expect(['%PDF-1.4', 'GIF89a', ' %PDF-', ''].map((text) => mediaTypeOf(Buffer.from(text)))).toEqual([
      'application/pdf',
      null,
      null,
      null,
    ]);
    expect(mediaTypeOf(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png');
    expect(mediaTypeOf(Buffer.from('ffd8ffe0', 'hex'))).toBe('image/jpeg');
  });
  test.each([
    ['biên nhận.pdf', 'biên nhận.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\tờ trình.PDF', 'tờ trình.pdf'],
    ['a"\r\nX: 1.pdf', 'a X 1.pdf'],
    ['scan.exe', 'scan.exe.pdf'],
    ['.pdf', 'scan.pdf'],
    [undefined, 'scan.pdf'],
  ])('%j is kept as %s', (given, kept) => expect(cleanFileName(given, 'application/pdf')).toBe(kept));
});
