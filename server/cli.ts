#!/usr/bin/env node
/** The command line `hopthu`. Exit code 0: done, 1: refused, 2: used wrongly. */
import { Command, CommanderError, Option } from 'commander';
import { faultIn } from './cli-faults.js';
import { columnHelp, commandHelp, optionHelp as o } from './cli-help.messages.js';
import { languageChosen } from './cli-language.js';
import { EXIT, type Output } from './cli-output.js';
import type { PublishOptions } from './cli-publication.js';
import type { OpenOptions } from './cli-review.js';
import { pointToHelp, speakIn } from './cli-usage.js';
import { list, valuesIn } from './cli-values.js';
import { cliMessages as m } from './cli.messages.js';
import { loggedFault } from './kernel/fault-log.js';
import { say, type Text } from './kernel/language.js';
import { AGENCY_COLUMNS, OPTIONAL_AGENCY_COLUMNS } from './registry/agency-import.rules.js';
import { OFFICER_COLUMNS, OPTIONAL_OFFICER_COLUMNS } from './registry/officer-import.rules.js';
import { choiceOfEnvironment } from './store/choice.js';
import { holderOf, StoreInUse } from './store/lock.js';

const chosen = languageChosen(process.argv.slice(2), process.env);
const language = chosen ?? 'vi';
const { number, day, days, format, acts, reads, roles, scopes, systemKind, audience, silence, orderStates } = valuesIn(language);
const t = (text: Text): string => text[language];

const program = new Command('hopthu').description(t(m.about)).exitOverride();
speakIn(program, language);
program.helpOption('-h, --help', t(o.help)).helpCommand('help [command]', t(o.helpCommand));
pointToHelp(program, language);
program.addOption(new Option('--json', t(o.json)).default(false));
program.addOption(new Option('--lang <language>', t(o.lang)).choices(['vi', 'en']));

let code: number = EXIT.done;
const output = (): Output => ({ isJson: program.opts<{ json: boolean }>().json, language });
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
const packPart = () => import('./cli-pack.js');
const publicationPart = () => import('./cli-publication.js');
const userPart = () => import('./cli-user.js');
const keyPart = () => import('./cli-key.js');
const doctorPart = () => import('./cli-doctor.js');
const mailPart = () => import('./cli-mail.js');
const auditPart = () => import('./cli-audit.js');
const retentionPart = () => import('./cli-retention.js');
const servePart = () => {
  mustBeFree();
  return import('./cli-serve.js');
};

type CommandName = keyof typeof commandHelp;

/** A command whose help stands under its whole name. */
const described = (parent: Command, usage: string): Command => {
  const [own = ''] = usage.split(' ');
  const name = (parent === program ? own : `${parent.name()} ${own}`) as CommandName;
  return pointToHelp(parent.command(usage).description(t(commandHelp[name])).exitOverride(), language);
};
const group = (name: CommandName): Command => described(program, name);
const command = (parent: Command, usage: string): Command =>
  described(parent, usage)
    .addOption(new Option('--json', t(o.json)).hideHelp())
    .hook('preAction', (_this, action) => {
      if (action.opts<{ json?: boolean }>().json) program.setOptionValue('json', true);
    });

const demo = command(program, 'demo').action(does(async () => (await servePart()).demo(output())));
command(demo, 'clock <shift>').action(does(async (shift: string) => (await import('./cli-demo.js')).moveDemoClock(output(), shift)));
command(program, 'serve')
  .option('--allow-owner', t(o.allowOwner), false)
  .action(does(async (options: { allowOwner: boolean }) => (await servePart()).serve(output(), options)));
command(program, 'work')
  .option('--allow-owner', t(o.allowOwner), false)
  .action(does(async (options: { allowOwner: boolean }) => (await servePart()).work(output(), options)));
command(program, 'migrate')
  .option('--app-role <role>', t(o.appRole))
  .option('--create-app-role', t(o.createAppRole), false)
  .action(does(async (options: { appRole?: string; createAppRole: boolean }) => (await doctorPart()).migrate(output(), options)));
command(program, 'doctor').action(does(async () => (await doctorPart()).doctor(output())));

const importing = group('import');
const SHEETS = {
  agencies: { needed: AGENCY_COLUMNS, optional: OPTIONAL_AGENCY_COLUMNS },
  officers: { needed: OFFICER_COLUMNS, optional: OPTIONAL_OFFICER_COLUMNS },
};
for (const kind of ['agencies', 'officers'] as const) {
  const { needed, optional } = SHEETS[kind];
  const columns = { needed: needed.join(', '), optional: optional.join(', ') };
  command(importing, `${kind} <file>`)
    .addHelpText('after', `\n${say({ text: columnHelp, values: columns }, language)}`)
    .option('--dry-run', t(o.dryRun), false)
    .action(
      does(async (file: string, options: { dryRun: boolean }) =>
        (await registryPart()).importSpreadsheet(output(), kind, file, options.dryRun),
      ),
    );
}
command(importing, 'evidence <files...>')
  .requiredOption('--source <name>', t(o.sourceName))
  .option('--format <format>', t(o.evidenceFormat), format)
  .option('--newest-day <day>', t(o.newestDay), day)
  .action(does(async (files: string[], options) => (await evidencePart()).importEvidence(output(), files, options)));

const source = group('source');
command(source, 'list').action(does(async () => (await evidencePart()).listSources(output())));
command(source, 'save')
  .requiredOption('--name <name>', t(o.name))
  .requiredOption('--format <format>', t(o.format), format)
  .requiredOption('--domains <domains>', t(o.domains), list)
  .option('--zone <zone>', t(o.zone))
  .option('--shows <acts>', t(o.shows), acts)
  .option('--ignore-address <addresses>', t(o.ignoreAddress), list)
  .option('--ignore-account <accounts>', t(o.ignoreAccount), list)
  .option('--default-domain <domain>', t(o.defaultDomain))
  .option('--reads <what>', t(o.reads), reads)
  .option('--received', t(o.received))
  .option('--polling-logins <number>', t(o.pollingLogins), number)
  .action(does(async (options) => (await evidencePart()).saveSource(output(), options)));

const policy = group('policy');
command(policy, 'list').action(does(async () => (await reviewPart()).listPolicies(output())));
const withPolicyOptions = (c: Command) =>
  c
    .option('--file <file>', t(o.policyFile))
    .option('--effective-on <day>', t(o.effectiveOn), day)
    .option('--window-days <days>', t(o.windowDays), number)
    .option('--regular-share <share>', t(o.regularShare), number)
    .option('--minimum-coverage <share>', t(o.minimumCoverage), number)
    .option('--minimum-days <days>', t(o.minimumDays), number)
    .option('--acts <acts>', t(o.acts), acts)
    .option('--contest-days <days>', t(o.contestDays), number)
    .option('--grace-days <days>', t(o.graceDays), number)
    .option('--holidays <days>', t(o.holidays), days)
    .option('--working-days <days>', t(o.workingDays), days);
withPolicyOptions(command(policy, 'adopt')).action(does(async (options) => (await reviewPart()).adoptPolicy(output(), options)));
withPolicyOptions(command(policy, 'try <review>')).action(
  does(async (review: string, options) => (await reviewPart()).tryPolicy(output(), review, options)),
);

const review = group('review');
command(review, 'list').action(does(async () => (await reviewPart()).listReviews(output())));
command(review, 'show <reference>').action(does(async (reference: string) => (await reviewPart()).showReview(output(), reference)));
command(review, 'open')
  .option('--title <title>', t(o.reviewTitle))
  .option('--to <day>', t(o.to), day)
  .option('--agencies <codes>', t(o.onlyAgencies), list)
  .option('--definition <name>', t(o.definition))
  .option('--check-days <number>', t(o.checkDays), number)
  .option('--decide-days <number>', t(o.decideDays), number)
  .option('--silence <choice>', t(o.silence), silence)
  .action(does(async (options: OpenOptions) => (await reviewPart()).openReview(output(), options)));
command(review, 'finalise <reference>').action(does(async (reference: string) => (await reviewPart()).endReview(output(), reference, {})));
command(review, 'cancel <reference>')
  .requiredOption('--reason <reason>', t(o.reason))
  .action(
    does(async (reference: string, options: { reason: string }) =>
      (await reviewPart()).endReview(output(), reference, { cancelReason: options.reason }),
    ),
  );

command(review, 'publish <reference>')
  .requiredOption('--slug <address>', t(o.slug))
  .option('--audience <audience>', t(o.audience), audience, 'INTERNAL')
  .option('--legal-basis <text>', t(o.legalBasis))
  .option('--expires-on <day>', t(o.publishedUntil), day)
  .action(does(async (reference: string, options: PublishOptions) => (await publicationPart()).publishList(output(), reference, options)));

command(review, 'pack <reference>')
  .option('--out <file>', t(o.packFile))
  .action(does(async (reference: string, options: { out?: string }) => (await packPart()).makePack(output(), reference, options)));
command(review, 'verify <file>')
  .option('--offline', t(o.offline), false)
  .action(does(async (file: string, options: { offline: boolean }) => (await packPart()).verifyPack(output(), file, options)));

const published = group('published');
command(published, 'list').action(does(async () => (await publicationPart()).listPublished(output())));
command(published, 'withdraw <address>')
  .requiredOption('--reason <reason>', t(o.reason))
  .action(
    does(async (address: string, options: { reason: string }) =>
      (await publicationPart()).withdrawPublished(output(), address, options.reason),
    ),
  );

const user = group('user');
command(user, 'add')
  .requiredOption('--name <name>', t(o.fullName))
  .requiredOption('--email <address>', t(o.email))
  .requiredOption('--role <roles>', t(o.role), roles)
  .option('--agency <code>', t(o.agency))
  .option('--officer <code>', t(o.officer))
  .action(does(async (options) => (await userPart()).addUser(output(), options)));
command(user, 'list')
  .option('--search <words>', t(o.search))
  .action(does(async (options: { search?: string }) => (await userPart()).listUsers(output(), options)));
for (const name of ['enable', 'invite', 'end-sessions'] as const)
  command(user, `${name} <email>`).action(does(async (email: string) => (await userPart()).changeUser(output(), name, email)));
for (const name of ['disable', 'reset-second-factor'] as const)
  command(user, `${name} <email>`)
    .requiredOption('--reason <reason>', t(o.reason))
    .action(
      does(async (email: string, options: { reason: string }) => (await userPart()).changeUser(output(), name, email, options.reason)),
    );

const key = group('key');
command(key, 'create')
  .requiredOption('--name <name>', t(o.keyName))
  .requiredOption('--scope <scopes>', t(o.scope), scopes)
  .requiredOption('--expires-on <day>', t(o.expiresOn), day)
  .action(does(async (options: { name: string; scope: string[]; expiresOn: string }) => (await keyPart()).createKey(output(), options)));
command(key, 'list').action(does(async () => (await keyPart()).listKeys(output())));
command(key, 'revoke <key>').action(does(async (named: string) => (await keyPart()).revokeKey(output(), named)));

const retention = group('retention');
command(retention, 'report').action(does(async () => (await retentionPart()).reportRetention(output())));
command(retention, 'run')
  .option('--dry-run', t(o.dryRun), false)
  .action(does(async (options: { dryRun: boolean }) => (await retentionPart()).runRetention(output(), options)));

const mail = group('mail');
command(mail, 'systems').action(does(async () => (await mailPart()).listSystems(output())));
command(mail, 'save')
  .requiredOption('--name <name>', t(o.systemName))
  .option('--kind <kind>', t(o.systemKind), systemKind)
  .option('--domains <domains>', t(o.systemDomains), list)
  .option('--set <setting>', t(o.systemSetting), (one: string, before: string[]) => [...before, one], [] as string[])
  .option('--parallel <number>', t(o.parallel), number)
  .option('--most-an-hour <number>', t(o.mostAnHour), number)
  .option('--leaver-days <number>', t(o.leaverDays), (said: string) => (said === 'never' ? said : number(said)))
  .action(does(async (options) => (await mailPart()).saveSystem(output(), options)));
command(mail, 'check <name>').action(does(async (name: string) => (await mailPart()).checkSystem(output(), name)));
command(mail, 'on <name>')
  .option('--accept-embedded', t(o.acceptEmbedded), false)
  .action(
    does(async (name: string, options: { acceptEmbedded: boolean }) =>
      (await mailPart()).switchSystem(output(), name, true, options.acceptEmbedded),
    ),
  );
command(mail, 'off <name>').action(does(async (name: string) => (await mailPart()).switchSystem(output(), name, false, false)));
command(mail, 'orders')
  .option('--state <states>', t(o.orderStates), orderStates)
  .action(does(async (options: { state?: string[] }) => (await mailPart()).listOrders(output(), options.state)));
command(mail, 'reconcile <name>').action(does(async (name: string) => (await mailPart()).reconcile(output(), name)));
command(mail, 'schema').action(does(async () => (await mailPart()).printSchema()));

const audit = group('audit');
command(audit, 'verify')
  .option('--from <checkpoint>', t(o.fromCheckpoint))
  .option('--checkpoints <folder>', t(o.checkpoints))
  .option('--key <file>', t(o.publicKey))
  .action(does(async (options) => (await auditPart()).verifyAudit(output(), options)));
command(audit, 'list')
  .option('--subject <subject>', t(o.subject))
  .option('--first <number>', t(o.first), number, 25)
  .action(does(async (options: { subject?: string; first: number }) => (await auditPart()).listAudit(output(), options)));
command(audit, 'seal')
  .requiredOption('--reason <reason>', t(o.reason))
  .action(does(async (options: { reason: string }) => (await auditPart()).sealAudit(output(), options.reason)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) code = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else {
    console.error(faultIn(error, chosen, process.env));
    if (process.env.HOPTHU_LOG === 'debug') console.error(JSON.stringify(loggedFault(error)));
    code = EXIT.refused;
  }
}
process.exit(code);
