// npm test, for every day: type check, lint and format, then every test once: what depends on the store on PostgreSQL where it is installed, else
// on the embedded store; test/store on both.
// npm test -- --browser --system, everything: test/admin in a real browser; test/system (processes of their own, long waits), what is asked
// over the doors (*.api.test.ts) on PostgreSQL, and what is tried at random as often as was promised (test/support/in-full.ts).
// npm test -- --browser --system --both-stores: the same, and what is asked over the doors on both stores; half an hour longer.
// npm test -- test/evidence: only paths that match.
// The last line is "N passed, N failed"; type check, lint and format count as one each.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailServersMissing } from '../test/support/mail-servers.mjs';
import { officeProgramsMissing } from '../test/support/office-programs.mjs';
import { findPostgres, startPostgres } from '../test/support/postgres.mjs';
import { projectNode, root } from './node.mjs';

const node = projectNode();
const jestProgram = join(root, 'node_modules/jest/bin/jest.js');
const isCi = process.env.CI === 'true' || process.env.CI === '1';
const asked = process.argv.slice(2);
const wantsBrowser = asked.includes('--browser');
const wantsSystem = asked.includes('--system');
const wantsBothStores = asked.includes('--both-stores');
const paths = asked.filter((argument) => !['--browser', '--system', '--both-stores', '--'].includes(argument));
/** Every day: not all of it, and nothing in particular was asked for. */
const isDaily = !wantsSystem && paths.length === 0;
/** Tests whose answer may depend on the store; all others (rules, guards) run once, and on a usual day those of the doors (api) and of the command line too. */
const onBothStores = isDaily
  ? /(\.(service|store|read|journey|postgres)|\/migrations)\.test\.ts$|\/test\/journeys\/(?!command-line)/
  : /(\.(service|api|store|read|journey|postgres)|\/migrations)\.test\.ts$|\/test\/journeys\//;
/** What asks the doors: in a whole run on PostgreSQL alone, so that it stays under an hour; on both when it is named, or with --both-stores. */
const onceInAWholeRun = /\.api\.test\.ts$|\/test\/journeys\/command-line|\/test\/publication\/exports\/(same-rows|whole-city)/;
/** Of those the ones that run on both every day too. */
const alwaysOnBoth = /\/test\/store\//;
/** Tests of what only PostgreSQL has. */
const onPostgresOnly = /\.postgres\.test\.ts$/;
/** Tests that start mail servers of their own; they need no store. */
const onMailServers = /\.mail\.test\.ts$/;
/** Tests that open papers with an office program. */
const onOffice = /-office\.test\.ts$/;

const total = { passed: 0, failed: 0 };
const notes = [];
const work = mkdtempSync(join(tmpdir(), 'hopthu-test-'));
const running = new Set();
let cluster;

function start(command, parameters, { env = {}, stdio = 'inherit' } = {}) {
  const child = spawn(command, parameters, { cwd: root, stdio, env: { ...process.env, ...env } });
  running.add(child);
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (fault) => output.push(Buffer.from(`${fault.message}\n`)));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ isGood: code === 0, output: Buffer.concat(output).toString() });
    });
  });
}

function count(title, isGood, output = '') {
  total[isGood ? 'passed' : 'failed'] += 1;
  console.log(`${isGood ? 'PASS' : 'FAIL'} ${title}`);
  if (!isGood && output) console.log(output.trimEnd());
}

/** A part that cannot run here: on a developer's machine a note with its reason, with CI=true a failure. */
function cannotRun(title, reason) {
  if (isCi) count(title, false, reason);
  else notes.push(`skipped: ${title}: ${reason}`);
}

async function check() {
  const program = (name) => join(root, 'node_modules/.bin', name);
  const there = (places) => places.filter((place) => existsSync(join(root, place)));
  const code = there(['server', 'admin', 'test', 'bench', 'migrations', '.config']);
  const types = ['tsconfig.json', 'admin/tsconfig.json'].filter((file) => existsSync(join(root, file)));
  const parts = [
    ...types.map((file) => [`type check (${file})`, 'tsc', ['--noEmit', '--pretty', 'false', '-p', file]]),
    ['lint', 'oxlint', ['-c', '.oxlintrc.json', '--deny-warnings', '--no-error-on-unmatched-pattern', ...code]],
    ['format', 'prettier', ['--check', '--ignore-unknown', '--no-error-on-unmatched-pattern', '--log-level', 'warn', ...code]],
  ];
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const results = await Promise.all(
    parts.map(([, name, parameters]) => start(program(name), parameters, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: path } })),
  );
  parts.forEach(([title], index) => count(title, results[index].isGood, results[index].output));
}

/** Runs Jest once and adds its counts. A file that cannot be loaded, or a run that leaves no report, counts as one failure. */
async function jest(title, parameters, env) {
  console.log(`\n── ${title} ──`);
  const report = join(work, `${Math.random().toString(36).slice(2)}.json`);
  const always = ['--config', '.config/jest.config.mjs', '--maxWorkers=100%', '--passWithNoTests', '--json', `--outputFile=${report}`];
  const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  const { isGood } = await start(node, [jestProgram, ...always, ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { HOPTHU_TEST_FOLDER: work, HOPTHU_TEST_IN_FULL: wantsSystem ? '1' : '', ...env, NODE_OPTIONS: options },
  });
  if (!existsSync(report)) return count(title, false, 'Jest ended without a report.');
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const broken = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests + broken;
  if (!isGood && result.numFailedTests + broken === 0) count(title, false, 'Jest reported a fault of its own, see above.');
  const left = result.numPendingTests + result.numTodoTests;
  if (left > 0) notes.push(`skipped: ${left} tests marked so in "${title}"`);
}

async function startCluster() {
  if (cluster) return true;
  if (!findPostgres()) {
    cannotRun('tests on PostgreSQL', 'PostgreSQL 15 or newer is not installed (.config/install-debian.sh installs it).');
    return false;
  }
  cluster = await startPostgres();
  return true;
}

/** The test files whose path matches what was asked for, all when nothing was; those of test/system when it was asked for, or they were by name. */
async function testFiles() {
  const withSystem = wantsSystem || paths.some((path) => path.includes('test/system'));
  const left = ['/node_modules/', '/test/admin/', ...(withSystem ? [] : ['/test/system/'])].flatMap((path) => [
    '--testPathIgnorePatterns',
    path,
  ]);
  // The paths first: a pattern that follows an ignored one would be ignored too.
  const list = [jestProgram, ...paths, '--config', '.config/jest.config.mjs', '--listTests', ...left];
  const { output } = await start(node, list, { stdio: ['ignore', 'pipe', 'inherit'], env: { NODE_OPTIONS: '' } });
  return output.split('\n').filter((line) => line.endsWith('.test.ts'));
}

/** Without those for which a program is not here. */
function withoutMissing(files, pattern, title, findMissing) {
  const missing = files.some((file) => pattern.test(file)) ? findMissing() : undefined;
  if (!missing) return files;
  cannotRun(title, missing);
  return files.filter((file) => !pattern.test(file));
}

async function testOnBothStores() {
  const found = await testFiles();
  const withMail = withoutMissing(found, onMailServers, 'tests on mail servers', mailServersMissing);
  const files = withoutMissing(withMail, onOffice, 'tests with an office program', officeProgramsMissing);
  if (found.length > 0 && files.length === 0 && !wantsBrowser) return;
  if (files.length === 0 && !wantsBrowser) return count('tests', false, 'No test file matches.');
  const isWhole = wantsSystem && paths.length === 0 && !wantsBothStores;
  const isLeftToPostgres = (file) => (isDaily && !alwaysOnBoth.test(file)) || (isWhole && onceInAWholeRun.test(file));
  const isSpared = (file) => findPostgres() && onBothStores.test(file) && isLeftToPostgres(file);
  const once = files.filter((file) => !onPostgresOnly.test(file) && !isSpared(file));
  if (once.length < files.filter((file) => !onPostgresOnly.test(file)).length)
    notes.push(
      isDaily
        ? 'left out: what depends on the store on the embedded one, since PostgreSQL is here: npm test -- --system runs both'
        : 'on PostgreSQL alone: what is asked over the doors (*.api.test.ts), the command line, whole exports; by name or with --both-stores they run on both',
    );
  if (once.length > 0) await jest('embedded store', ['--runTestsByPath', ...once], { HOPTHU_TEST_STORE: 'pglite', DATABASE_URL: '' });
  const again = files.filter((file) => onBothStores.test(file));
  if (again.length === 0 || !(await startCluster())) return;
  await jest('PostgreSQL', ['--runTestsByPath', ...again], {
    HOPTHU_TEST_STORE: 'postgres',
    HOPTHU_TEST_DATABASE_URL: cluster.url,
    DATABASE_URL: '',
  });
}

/** test/admin drives the built program as a user would. */
async function testInBrowser() {
  const title = 'panel in a browser';
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const chromium = places.find((path) => path && existsSync(path));
  if (!chromium) return cannotRun(title, 'Chromium is not installed (.config/install-debian.sh installs it).');
  const built = await start(node, [join(root, '.config/build.mjs'), '--if-stale', '--quiet']);
  if (!built.isGood) return count(title, false, 'The build failed, see above.');
  const named = paths.filter((path) => path.includes('test/admin'));
  const onlyThere = ['--testPathIgnorePatterns', '/node_modules/', '--testPathPatterns', ...(named.length > 0 ? named : ['/test/admin/'])];
  await jest(title, onlyThere, { HOPTHU_TEST_STORE: 'pglite', DATABASE_URL: '', CHROMIUM: chromium });
}

async function end(code) {
  for (const child of running) child.kill('SIGINT');
  await cluster?.stop();
  rmSync(work, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(128 + constants.signals[signal]));

try {
  if (paths.length === 0) await check();
  await testOnBothStores();
  if (wantsBrowser) await testInBrowser();
} catch (fault) {
  count('test run', false, fault instanceof Error ? fault.message : String(fault));
}
if (isDaily)
  notes.push('left out: test/system, *.api.test.ts and the command line on PostgreSQL, and figures in full: npm test -- --system');
if (paths.length === 0 && !wantsBrowser) notes.push('left out: test/admin, the panel in a browser: npm test -- --browser');
for (const note of notes) console.log(note);
console.log(`${total.passed} passed, ${total.failed} failed`);
await end(total.failed > 0 ? 1 : 0);
