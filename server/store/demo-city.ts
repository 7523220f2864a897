/** Builds the demonstration city in an empty store, through the services that a real city uses. */
import type { Acting } from '../identity/command.js';
import { systemActor } from '../identity/actor.js';
import { createUser } from '../identity/user.service.js';
import type { Day } from '../kernel/calendar.js';
import { addDays } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import type { Text } from '../kernel/language.js';
import { say } from '../kernel/language.js';
import { lendScopes } from '../registry/lent-scopes.js';
import { refreshCurrentPosts } from '../registry/postings.js';
import { publishReview } from '../publication/publish.service.js';
import { saveDefinition } from '../review/campaign/definition.service.js';
import { finaliseReview } from '../review/close-review.service.js';
import { openReview } from '../review/open-review.service.js';
import { adoptPolicy } from '../review/usage-policy.service.js';
import type { DemoAccount } from './demo-accounts.js';
import { DEMO_PASSWORD } from './demo-accounts.js';
import { decideBeforeMerger, type DemoCases, proposeToday } from './demo-cases.js';
import { holdDemoClasses, openDemoClasses } from './demo-training.js';
import { fillDemoEvidence, fillDemoRegistry } from './demo-fill.js';
import type { DemoPlan } from './demo-plan.js';
import { demoPlan } from './demo-plan.js';
import { DEMO_DEFINITION, DEMO_LEGAL_BASIS, DEMO_REVIEW_TITLE, DEMO_STEPS } from './demo.messages.js';
import { CITY, DEMONSTRATION } from './open.js';

/** Told which step is under way and how much of the whole is done. */
export type DemoProgress = (step: Text, done: number, total: number) => void;

/** About how long each step takes, in parts of the whole. */
const PARTS = { plan: 2, registry: 15, evidence: 22, accounts: 1, reviews: 55, training: 3, cases: 2 } as const;
const TOTAL = Object.values(PARTS).reduce((sum, part) => sum + part, 0);

/** A store in which the building was begun and not finished; it is emptied before the city is built anew. */
const UNFINISHED = 'DEMONSTRATION_UNFINISHED';

/** Whether the building was interrupted in this store, so that it holds half a city and nothing of value. */
export async function isDemoUnfinished(ground: Ground): Promise<boolean> {
  const [row] = await ground.orm.em.fork().execute<{ value: string }[]>('select value from setting where name = ?', [CITY]);
  return row?.value === UNFINISHED;
}

/** Builds the whole city (`scale` 1) or, for tests, a smaller one; afterwards the store is the demonstration city's for good. */
export async function buildDemoCity(
  ground: Ground,
  progress: DemoProgress = () => undefined,
  size: { scale?: number; seed?: number } = {},
): Promise<DemoPlan> {
  // Accounts are bound to officers; whoever builds a city without the whole program needs the answer lent too.
  lendScopes();
  if (await isDemoUnfinished(ground)) await empty(ground);
  await setCity(ground, UNFINISHED);
  const acting: Acting = { ground, actor: systemActor };
  let before = 0;
  const step = async (name: keyof typeof PARTS, work: (part: (share: number) => void) => Promise<void>) => {
    const part = (share: number) => progress(DEMO_STEPS[name], before + PARTS[name] * share, TOTAL);
    part(0);
    await work(part);
    before += PARTS[name];
    progress(DEMO_STEPS[name], before, TOTAL);
  };

  const today = ground.clock.today();
  let plan!: DemoPlan;
  await step('plan', async () => {
    plan = demoPlan({ today, ...size });
  });
  const { windows } = plan.registry;
  let cases: DemoCases | null = null;
  try {
    onMorningOf(ground, addDays(windows[0]!.from, -1));
    await step('registry', (part) => fillDemoRegistry(acting, plan.registry, part));
    await adoptPolicy(acting, plan.policy);
    // Passwords are hashed on other threads while the evidence is loaded.
    const accounts = makeAccounts(acting, plan.accounts);
    accounts.catch(() => undefined);
    await step('evidence', (part) => fillDemoEvidence(acting, plan, part));
    await step('accounts', () => accounts);
    await step('reviews', async (part) => {
      for (const [i, window] of windows.entries()) {
        onMorningOf(ground, addDays(window.to, 1));
        const values = { number: String(i + 1), year: window.to.slice(0, 4) };
        const title = say({ text: { vi: DEMO_REVIEW_TITLE, en: DEMO_REVIEW_TITLE }, values }, 'vi');
        const id = await openReview(acting, { title, windowTo: window.to });
        part((i + 0.7) / windows.length);
        await finaliseReview(acting, id);
        // The last one waits for whoever looks around to publish it.
        if (i < windows.length - 1)
          await publishReview(acting, id, { slug: `dot-${i + 1}-${values.year}`, audience: 'PUBLIC', legalBasis: DEMO_LEGAL_BASIS });
        if (i === windows.length - 2) {
          const moveTo = (day: Day) => onMorningOf(ground, day);
          await holdDemoClasses(acting, window.to, moveTo);
          cases = await decideBeforeMerger(acting, today, moveTo);
        }
        part((i + 1) / windows.length);
      }
      await saveDefinition(acting, DEMO_DEFINITION);
    });
    await step('training', () => openDemoClasses(acting, today));
    await step('cases', async () => void (cases && (await proposeToday(cases))));
  } finally {
    ground.clock.stopAt();
  }
  await refreshCurrentPosts(ground.orm.em.fork(), today);
  await ground.orm.em.fork().execute('analyze finding, finding_facts, review, officer');
  await setCity(ground, DEMONSTRATION);
  return plan;
}

/** Nine in the morning in Vietnam, or now where that is still to come: nothing is done in the future. */
function onMorningOf(ground: Ground, day: Day): void {
  const morning = new Date(`${day}T02:00:00Z`);
  ground.clock.stopAt();
  if (morning < ground.clock.now()) ground.clock.stopAt(morning);
}

async function makeAccounts(acting: Acting, accounts: readonly DemoAccount[]): Promise<void> {
  const em = acting.ground.orm.em.fork();
  const idOf = async (table: 'officer' | 'agency', code: string) => {
    const [row] = await em.execute<{ id: string }[]>(`select id from ${table} where code = ?`, [code]);
    return row!.id;
  };
  const users = [];
  for (const { name, email, role, officerCode, agencyCode } of accounts) {
    const own = officerCode ? [{ role: 'OFFICER' as const, scopeId: await idOf('officer', officerCode) }] : [];
    const other = role === 'OFFICER' ? [] : [{ role, scopeId: agencyCode ? await idOf('agency', agencyCode) : undefined }];
    users.push({ name, email, password: DEMO_PASSWORD, grants: [...other, ...own] });
  }
  await Promise.all(users.map((user) => createUser(acting, user)));
}

async function setCity(ground: Ground, value: string): Promise<void> {
  await ground.orm.em
    .fork()
    .execute('insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value', [CITY, value]);
}

/** Takes out what an interrupted building left; settings, the applied migrations and the audit log stay. */
async function empty(ground: Ground): Promise<void> {
  const em = ground.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migration', 'setting') and tablename not like 'audit\\_%'`,
  );
  await em.execute(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')} restart identity cascade`);
}
