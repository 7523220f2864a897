#!/usr/bin/env node
/** The command line `hopthu`. Exit code 0: done, 1: refused, 2: used wrongly. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Answered } from './cli-connection.js';
import { EXIT, type Output } from './cli-output.js';
import { cliMessages as m } from './cli.messages.js';
import { isDay } from './kernel/calendar.js';
import { loggedFault } from './kernel/fault-log.js';
import type { Language } from './kernel/language.js';
import { choiceOfEnvironment } from './store/choice.js';
import { holderOf, StoreInUse } from './store/lock.js';

const languageOfEnvironment = (): Language =>
  (process.env.HOPTHU_LANG ?? process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('en') ? 'en' : 'vi';
const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Values that are checked before anything is asked of the server: a slip of the fingers is a use wrongly made, exit code 2. */
const number = (text: string) => {
  if (text.trim() === '' || Number.isNaN(Number(text))) throw new InvalidArgumentError('a number is needed / cần một con số');
  return Number(text);
};
const day = (text: string) => {
  if (!isDay(text))
    throw new InvalidArgumentError(
      'a day YYYY-MM-DD of the years 1900 to 2200 is needed / cần một ngày YYYY-MM-DD từ năm 1900 đến năm 2200',
    );
  return text;
};
const days = (text: string) => list(text).map(day);
/** Given several times, or once with commas. */
const gathered = (text: string, before: string[] = []) => [...before, ...list(text)];
const PERSONS_ROLES = ['ADMIN', 'TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER'];
const roles = (text: string, before: string[] = []) => {
  const given = gathered(text.toUpperCase().replace(/-/g, '_'), before);
  if (!given.every((role) => PERSONS_ROLES.includes(role)))
    throw new InvalidArgumentError(`one of / một trong: ${PERSONS_ROLES.join(', ')}`);
  return given;
};

const program = new Command('hopthu').description(`${m.about.vi}\n${m.about.en}`).exitOverride().showHelpAfterError();
program.addOption(new Option('--json', 'print what machines read').default(false));
program.addOption(new Option('--lang <language>', 'vi or en').choices(['vi', 'en']));

let code: number = EXIT.done;
const output = (): Output => {
  const { json, lang } = program.opts<{ json: boolean; lang?: Language }>();
  return { isJson: json, language: lang ?? languageOfEnvironment() };
};
/** An action that sets the exit code. */
const does =
  <A extends unknown[]>(work: (...given: A) => Promise<number>) =>
  async (...given: A) => {
    code = await work(...given);
  };
/** Before anything heavy is loaded: is the embedded store free? */
const mustBeFree = () => {
  const { databaseUrl, dataFolder } = choiceOfEnvironment('');
  const holder = databaseUrl ? undefined : holderOf(dataFolder);
  if (holder) throw new StoreInUse(holder, dataFolder);
};
// Each part is loaded when it is used, so that a command answers at once.
const registryPart = () => import('./cli-registry.js');
const evidencePart = () => import('./cli-evidence.js');
const reviewPart = () => import('./cli-review.js');
const userPart = () => import('./cli-user.js');
const keyPart = () => import('./cli-key.js');
const doctorPart = () => import('./cli-doctor.js');
const auditPart = () => import('./cli-audit.js');
const servePart = () => {
  mustBeFree();
  return import('./cli-serve.js');
};

const command = (parent: Command, name: string, about: string) =>
  parent
    .command(name)
    .description(about)
    .exitOverride()
    .addOption(new Option('--json', 'print what machines read').hideHelp())
    .hook('preAction', (_this, action) => {
      if (action.opts<{ json?: boolean }>().json) program.setOptionValue('json', true);
    });

command(program, 'demo', 'thành phố mẫu / the demonstration city').action(does(async () => (await servePart()).demo(output())));
command(program, 'serve', 'chạy máy chủ / run the server (PORT, HOST, DATABASE_URL, HOPTHU_DATA)')
  .option('--allow-owner', 'PostgreSQL: start though the database role owns the tables or is a superuser', false)
  .action(does(async (options: { allowOwner: boolean }) => (await servePart()).serve(output(), options)));
command(program, 'migrate', 'nâng cấp cơ sở dữ liệu / bring the database up to date (HOPTHU_OWNER_URL, DATABASE_URL)')
  .option('--app-role <role>', 'PostgreSQL: role of the application; the user of DATABASE_URL when not given')
  .option('--create-app-role', 'makes that role with the password in DATABASE_URL or HOPTHU_APP_PASSWORD', false)
  .action(does(async (options: { appRole?: string; createAppRole: boolean }) => (await doctorPart()).migrate(output(), options)));
command(program, 'doctor', 'kiểm tra tình trạng / look whether everything stands as it should').action(
  does(async () => (await doctorPart()).doctor(output())),
);

const importing = program.command('import').description('nhập dữ liệu / import').exitOverride();
for (const kind of ['agencies', 'officers'] as const) {
  command(importing, `${kind} <file>`, 'CSV')
    .option('--dry-run', 'report only, write nothing', false)
    .action(
      does(async (file: string, options: { dryRun: boolean }) =>
        (await registryPart()).importSpreadsheet(output(), kind, file, options.dryRun),
      ),
    );
}
command(importing, 'evidence <files...>', 'nhật ký thư / mail logs')
  .requiredOption('--source <name>', 'name of the evidence source')
  .option('--format <format>', 'dovecot, postfix, hopthu-day …; the source’s own when not given')
  .option('--newest-day <day>', 'newest day the file can hold, YYYY-MM-DD; for logs without years', day)
  .action(does(async (files: string[], options) => (await evidencePart()).importEvidence(output(), files, options)));

const source = program.command('source').description('nguồn căn cứ / evidence sources').exitOverride();
command(source, 'list', 'danh sách / list').action(does(async () => (await evidencePart()).listSources(output())));
command(source, 'save', 'tạo hoặc sửa / make or change')
  .requiredOption('--name <name>', 'name')
  .requiredOption('--format <format>', 'dovecot, postfix, hopthu-day, zimbra-audit, m365-email-activity, google-user-usage')
  .requiredOption('--domains <domains>', 'mail domains it serves, separated by commas', list)
  .option('--zone <zone>', 'time zone of stamps without one (Asia/Ho_Chi_Minh)')
  .option('--shows <acts>', 'SENT,READ,LOGIN,RECEIVED; by format when not given', list)
  .option('--ignore-address <addresses>', 'IP addresses of monitoring', list)
  .option('--ignore-account <accounts>', 'accounts of monitoring', list)
  .option('--default-domain <domain>', 'domain of logins without one')
  .option('--reads <what>', 'Dovecot: flags (usual) or bodies, for servers that log no flags')
  .option('--received', 'Postfix: count deliveries, where no Dovecot source stands beside it')
  .option('--polling-logins <number>', 'logins in a day that are polling when nothing is read or sent (4)')
  .action(does(async (options) => (await evidencePart()).saveSource(output(), options)));

const policy = program.command('policy').description('chính sách / usage policies').exitOverride();
command(policy, 'list', 'danh sách / list').action(does(async () => (await reviewPart()).listPolicies(output())));
const withPolicyOptions = (c: Command) =>
  c
    .option('--file <file>', 'JSON with the fields of UsagePolicyInput')
    .option('--effective-on <day>', 'YYYY-MM-DD (today)', day)
    .option('--window-days <days>', 'length of the window (90)', number)
    .option('--regular-share <share>', 'share of working days for REGULAR (0.6)', number)
    .option('--minimum-coverage <share>', 'least coverage (0.8)', number)
    .option('--minimum-days <days>', 'least assessable days (20)', number)
    .option('--acts <acts>', 'acts that make a day of use (SENT,READ)', list)
    .option('--contest-days <days>', 'working days to contest (5)', number)
    .option('--grace-days <days>', 'grace for new mailboxes (0)', number)
    .option('--holidays <days>', 'public holidays, separated by commas', days)
    .option('--working-days <days>', 'weekend days that are worked', days);
withPolicyOptions(command(policy, 'adopt', 'ban hành / adopt')).action(
  does(async (options) => (await reviewPart()).adoptPolicy(output(), options)),
);
withPolicyOptions(command(policy, 'try <review>', 'thử, không ghi gì / try, writes nothing')).action(
  does(async (review: string, options) => (await reviewPart()).tryPolicy(output(), review, options)),
);

const review = program.command('review').description('đợt rà soát / reviews').exitOverride();
command(review, 'list', 'danh sách / list').action(does(async () => (await reviewPart()).listReviews(output())));
command(review, 'show <reference>', 'số liệu / figures').action(
  does(async (reference: string) => (await reviewPart()).showReview(output(), reference)),
);
command(review, 'open', 'mở / open')
  .requiredOption('--title <title>', 'title')
  .requiredOption('--to <day>', 'last day of the window, YYYY-MM-DD', day)
  .option('--agencies <codes>', 'only these agencies', list)
  .action(
    does(async (options: { title: string; to: string; agencies?: string[] }) =>
      (await reviewPart()).openReview(output(), options.title, options.to, options.agencies),
    ),
  );
command(review, 'finalise <reference>', 'kết thúc / finalise').action(
  does(async (reference: string) => (await reviewPart()).endReview(output(), reference, {})),
);
command(review, 'cancel <reference>', 'hủy / cancel')
  .requiredOption('--reason <reason>', 'why')
  .action(
    does(async (reference: string, options: { reason: string }) =>
      (await reviewPart()).endReview(output(), reference, { cancelReason: options.reason }),
    ),
  );

const user = program.command('user').description('tài khoản / accounts').exitOverride();
command(user, 'add', 'tạo tài khoản, in liên kết dùng một lần / make an account, print its one-time link')
  .requiredOption('--name <name>', 'full name')
  .requiredOption('--email <address>', 'e-mail address, with which one signs in')
  .requiredOption('--role <roles>', PERSONS_ROLES.join(', '), roles)
  .option('--agency <code>', 'AGENCY_CONTACT: code of the agency')
  .option('--officer <code>', 'code of the officer the person is; gives the role OFFICER')
  .action(does(async (options) => (await userPart()).addUser(output(), options)));
command(user, 'list', 'danh sách / list')
  .option('--search <words>', 'words of name or address')
  .action(does(async (options: { search?: string }) => (await userPart()).listUsers(output(), options)));
for (const [name, about] of [
  ['enable', 'mở khóa / enable again'],
  ['invite', 'liên kết mới, cả khi quên mật khẩu / a new one-time link, also for a forgotten password'],
  ['end-sessions', 'kết thúc mọi phiên / sign out everywhere'],
] as const)
  command(user, `${name} <email>`, about).action(does(async (email: string) => (await userPart()).changeUser(output(), name, email)));
for (const [name, about] of [
  ['disable', 'khóa tài khoản / disable'],
  ['reset-second-factor', 'gỡ xác thực bước hai đã mất / take off a second factor that was lost'],
] as const)
  command(user, `${name} <email>`, about)
    .requiredOption('--reason <reason>', 'why')
    .action(
      does(async (email: string, options: { reason: string }) => (await userPart()).changeUser(output(), name, email, options.reason)),
    );

const key = program.command('key').description('khóa API / API keys').exitOverride();
command(key, 'create', 'tạo khóa, chỉ in một lần / make a key, printed once')
  .requiredOption('--name <name>', 'what it is for')
  .requiredOption('--scope <scopes>', 'evidence:write, findings:read, awards:read', gathered)
  .requiredOption('--expires-on <day>', 'last day, YYYY-MM-DD, at most 365 days ahead', day)
  .action(does(async (options: { name: string; scope: string[]; expiresOn: string }) => (await keyPart()).createKey(output(), options)));
command(key, 'list', 'danh sách / list').action(does(async () => (await keyPart()).listKeys(output())));
command(key, 'revoke <key>', 'thu hồi, theo phần đầu hoặc id / revoke, by its beginning or id').action(
  does(async (named: string) => (await keyPart()).revokeKey(output(), named)),
);

const audit = program.command('audit').description('nhật ký hệ thống / the audit log').exitOverride();
command(audit, 'verify', 'kiểm tra có bị sửa đổi không / whether it was altered (DATABASE_URL, HOPTHU_CHECKPOINTS, HOPTHU_KEY)')
  .option('--from <checkpoint>', 'a checkpoint file to begin from; the whole log when not given')
  .option('--checkpoints <folder>', 'folder of checkpoints to hold against it')
  .option('--key <file>', 'the public key to trust, PEM; those beside the checkpoints when not given')
  .action(does(async (options) => (await auditPart()).verifyAudit(output(), options)));
command(audit, 'list', 'sự kiện mới nhất / the newest events')
  .option('--subject <subject>', 'officer:CODE, agency:CODE, user:ID …')
  .option('--first <number>', 'how many, at most 100', number, 25)
  .action(does(async (options: { subject?: string; first: number }) => (await auditPart()).listAudit(output(), options)));
command(audit, 'seal', 'niêm phong lại sau khi khôi phục, có ghi lại / seal its end anew after a restored backup, on record')
  .requiredOption('--reason <reason>', 'why')
  .action(does(async (options: { reason: string }) => (await auditPart()).sealAudit(output(), options.reason)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) code = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (error instanceof StoreInUse || error instanceof Answered) {
    console.error(error.message);
    code = EXIT.refused;
  } else {
    // A database error says the whole statement, values and all: only its own words are for the screen and the journal.
    const fault = loggedFault(error);
    console.error(fault.code || !(error instanceof Error) ? fault.message : error.message);
    if (process.env.HOPTHU_LOG === 'debug') console.error(JSON.stringify(fault));
    code = EXIT.refused;
  }
}
process.exit(code);
