/** What the mail servers write of one day of the city: lines as Dovecot and Postfix print them, hostile conditions included. */
import { Chance } from '../../../server/store/demo-random.js';
import { isLost, type MailServer } from './mail-servers.js';
import { FIRST, isKeptOnThinDay, isWorkingDay, type Person } from './people.js';

const CITY_HOURS_BEFORE_UTC = 7;
const DAY = 86_400;

interface Line {
  /** Seconds from the beginning of the city's day. */
  at: number;
  text: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function stamp({ stamps, name }: MailServer, program: string, day: number, at: number): string {
  if (stamps === 'iso-utc') {
    const utc = new Date((day * DAY + at - CITY_HOURS_BEFORE_UTC * 3_600) * 1_000).toISOString().slice(0, 19);
    return `${utc}+00:00 ${name} ${program}: `;
  }
  const city = new Date((day * DAY + at) * 1_000);
  const date = `${MONTHS[city.getUTCMonth()]} ${String(city.getUTCDate()).padStart(2)}`;
  return `${date} ${two(city.getUTCHours())}:${two(city.getUTCMinutes())}:${two(city.getUTCSeconds())} ${name} ${program}: `;
}

/** Writes the logs of one server, day after day. */
export class LogWriter {
  private readonly chance: Chance;
  private number = 0;

  constructor(
    readonly server: MailServer,
    readonly people: readonly Person[],
    seed: number,
  ) {
    this.chance = new Chance(seed);
  }

  /** The lines of a day in the order of time, or nothing where the log is lost. */
  day(day: number): { dovecot: string; postfix: string } {
    const dovecot: Line[] = [];
    const postfix: Line[] = [];
    const isThin = this.server.thinDay === day - FIRST;
    for (const person of this.people) {
      if (isThin && !isKeptOnThinDay(person)) continue;
      if (!person.address || (person.createdOn !== null && day < person.createdOn)) continue;
      this.mailOf(person, day, dovecot, postfix);
    }
    return { dovecot: this.written('dovecot', day, dovecot), postfix: this.written('postfix', day, postfix) };
  }

  private written(log: 'dovecot' | 'postfix', day: number, lines: Line[]): string {
    const { server } = this;
    if (!server.logs.includes(log) || isLost(server, log, day - FIRST)) return '';
    return lines
      .toSorted((a, b) => a.at - b.at)
      .map(({ text }) => `${text}\n`)
      .join('');
  }

  private mailOf(person: Person, day: number, dovecot: Line[], postfix: Line[]): void {
    const { chance } = this;
    const { habit } = person;
    const address = person.address!;
    const use = person.uses.get(day);
    const isMidnight = habit === 'reads around midnight';
    const hour = isMidnight ? chance.pick([0, 23]) : chance.whole(7, 17);
    const at = hour * 3_600 + chance.whole(isMidnight && hour === 23 ? 1_800 : 0, isMidnight && hour === 0 ? 1_800 : 3_300);
    if (chance.isHit(0.25)) this.receive(person, day, chance.whole(0, DAY - 100), dovecot, postfix);
    if (use) {
      if (use.reads > 0) this.session(address, day, at, { reads: use.reads, bodies: use.reads }, dovecot);
      for (let i = 0; i < use.sends; i++) this.send(address, day, Math.min(at + 60 + i, DAY - 20), postfix);
    }
    if (habit === 'phone looks for mail all day')
      for (let i = 0; i < 8; i++) this.session(address, day, i * 10_000 + chance.whole(0, 3_000), { reads: 0, bodies: 0 }, dovecot);
    if (habit === 'phone fetches whole messages, opens none')
      for (let i = 0; i < 3; i++)
        this.session(address, day, i * 25_000 + chance.whole(0, 3_000), { reads: 0, bodies: 2, flags: '(NonJunk)' }, dovecot);
    if (habit.includes('attacked') && chance.isHit(0.6)) this.attack(address, day, dovecot, postfix);
    if (habit === 'never used, administrator looked into it' && isWorkingDay(day) && chance.isHit(0.1))
      this.session(address, day, at, { reads: 2, bodies: 2, isMaster: true }, dovecot);
  }

  private session(
    address: string,
    day: number,
    at: number,
    { reads, bodies, flags, isMaster = false }: { reads: number; bodies: number; flags?: string; isMaster?: boolean },
    lines: Line[],
  ): void {
    const number = ++this.number;
    const session = `s${number.toString(36)}/${this.server.name}`;
    const pid = 2_000 + (number % 30_000);
    const say = (seconds: number, service: string, text: string) => {
      const when = Math.min(at + seconds, DAY - 1);
      lines.push({ at: when, text: `${stamp(this.server, 'dovecot', day, when)}${service}: ${text}` });
    };
    const way = `method=PLAIN, rip=203.0.113.${number % 250}, lip=192.0.2.10, mpid=${pid}, TLS, session=<${session}>`;
    if (isMaster) say(0, 'auth', `passdb(admin,203.0.113.9,master,<${session}>): Master user logging in as ${address}`);
    say(0, 'imap-login', `${this.server.isNewer ? 'Logged in' : 'Login'}: user=<${address}>, ${way}`);
    const own = `imap(${address})<${pid}><${session}>`;
    for (let i = 0; i < reads; i++)
      say(2 + i, own, `flag_change: box=INBOX, uid=${number}, msgid=<m${number}.${i}@${this.server.name}>, size=582, flags=(\\Seen)`);
    if (flags) say(2, own, `flag_change: box=INBOX, uid=${number}, msgid=<n${number}@${this.server.name}>, size=582, flags=${flags}`);
    const counted = `hdr_count=${bodies} hdr_bytes=${bodies * 582} body_count=${bodies} body_bytes=${bodies * 11_000}`;
    say(9, own, `Disconnected: Logged out in=136 out=2472 deleted=0 expunged=0 trashed=0 ${counted}`);
  }

  private queueId(): string {
    return (0x40_00_00_00_00 + ++this.number * 7).toString(16).toUpperCase();
  }

  private send(address: string, day: number, at: number, lines: Line[]): void {
    const id = this.queueId();
    const say = (seconds: number, daemon: string, text: string) =>
      lines.push({ at: at + seconds, text: `${stamp(this.server, `postfix/${daemon}[811]`, day, at + seconds)}${id}: ${text}` });
    say(0, 'submission/smtpd', `client=unknown[203.0.113.7], sasl_method=PLAIN, sasl_username=${address}`);
    say(1, 'qmgr', `from=<${address}>, size=900, nrcpt=1 (queue active)`);
    say(
      2,
      'smtp',
      `to=<ai.do@elsewhere.example>, relay=mx.elsewhere.example[198.51.100.4]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok)`,
    );
    say(3, 'qmgr', 'removed');
  }

  private receive(person: Person, day: number, at: number, dovecot: Line[], postfix: Line[]): void {
    const address = person.address!;
    const id = this.queueId();
    const isForwarded = person.habit === 'has everything forwarded';
    postfix.push({ at, text: `${stamp(this.server, 'postfix/smtpd[811]', day, at)}${id}: client=mx.elsewhere.example[198.51.100.4]` });
    if (isForwarded && this.chance.isHit(0.5)) {
      const to = `to=<private@mail.example>, orig_to=<${address}>, relay=mx.mail.example[198.51.100.5]:25, delay=1, dsn=2.0.0, status=sent (250 Ok)`;
      postfix.push({ at: at + 1, text: `${stamp(this.server, 'postfix/smtp[812]', day, at + 1)}${id}: ${to}` });
      return;
    }
    const own = `lmtp(${address})<${this.number % 30_000}><l${this.number}>`;
    const say = (text: string) => dovecot.push({ at: at + 1, text: `${stamp(this.server, 'dovecot', day, at + 1)}${own}: ${text}` });
    if (isForwarded) say(`sieve: msgid=<r${this.number}@elsewhere.example>: redirect action: forwarded to <private@mail.example>`);
    else say(`msgid=<r${this.number}@elsewhere.example>: saved mail to INBOX`);
  }

  /** Somebody tries passwords, by IMAP and by submission; the address stands in each line. */
  private attack(address: string, day: number, dovecot: Line[], postfix: Line[]): void {
    for (let i = 0; i < 3; i++) {
      const at = this.chance.whole(0, DAY - 100);
      const way = `user=<${address}>, method=PLAIN, rip=198.51.100.99, lip=192.0.2.10, TLS, session=<a${++this.number}>`;
      const failed = this.server.isNewer
        ? `Login aborted: Logged out (auth failed, 3 attempts in 10 secs) (auth_failed): ${way}`
        : `Disconnected: Connection closed (auth failed, 3 attempts in 10 secs): ${way}`;
      dovecot.push({ at, text: `${stamp(this.server, 'dovecot', day, at)}imap-login: ${failed}` });
      const warning = `warning: unknown[198.51.100.99]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=${address}`;
      postfix.push({ at, text: `${stamp(this.server, 'postfix/submission/smtpd[811]', day, at)}${warning}` });
    }
  }
}
