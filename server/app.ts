/** Puts the house together: store, rooms, GraphQL and HTTP. The only file, with main.ts and cli.ts, that knows every room. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { httpServer } from './api/http.js';
import { manifestIn } from './api/manifest.js';
import { SchemaAsker } from './api/schema-asker.js';
import { schemaOf } from './api/schema.js';
import { resolvers, rightsOfTypes } from './app-resolvers.js';
import { listenForChangedAnswers } from './awards/answers-changed.js';
import { webhookFigures } from './awards/webhook-figures.js';
import { sendWebhooks, webhookPostOf } from './awards/webhook-post.js';
import { importsOf, resumeImports } from './evidence/import.service.js';
import { registerEvidenceRoutes } from './evidence/import.routes.js';
import { registerAuthRoutes } from './identity/auth.routes.js';
import { registerAuditRoutes } from './identity/audit.routes.js';
import { registerAuthState } from './identity/auth-state.routes.js';
import { followClock } from './identity/demo-clock.service.js';
import { registerOidcRoutes } from './identity/oidc.routes.js';
import { oidcSettingsOf } from './identity/oidc-settings.rules.js';
import { forgedEndsMet } from './kernel/audit.js';
import { AuditKeeper } from './kernel/audit-keeper.js';
import type { Ground } from './kernel/ground.js';
import { registerAttachmentRoutes } from './notices/attachment.routes.js';
import { dropUnboundAttachments } from './notices/attachment.service.js';
import { lapseOutdatedLetters } from './notices/lapse-letters.js';
import { listenForCorrectedFindings } from './publication/corrections.js';
import { registerExportRoutes } from './publication/exports/exports.routes.js';
import { applyRetentionDaily, retentionFigures } from './publication/keeping/apply-retention.service.js';
import { registerOwnDataRoutes } from './publication/keeping/own-data.routes.js';
import { registerListRoutes } from './publication/pages/lists.routes.js';
import { registerPaperRoutes } from './publication/papers/papers.routes.js';
import { closePress } from './publication/papers/press.js';
import { registerVerifyRoutes } from './publication/papers/verify.routes.js';
import { letterFigures } from './notices/letter-figures.js';
import { letterPostOf, sendLetters } from './notices/letter-post.js';
import { officerOfCode } from './registry/officer-code.read.js';
import { refreshCurrentPosts } from './registry/postings.js';
import { registerRegistryRoutes } from './registry/registry-import.routes.js';
import { registerPackRoutes } from './review/pack.routes.js';
import { takeDueSteps } from './review/campaign/steps.service.js';
import { endSubstitutes } from './review/campaign/substitute.service.js';
import { lendCalendar } from './review/lent-calendar.js';
import { lendTierScopeOfFindings } from './review/lent-tier-scope.js';
import { listenForLateFacts } from './review/late-facts.js';
import { registerCalendarRoutes } from './training/calendar.routes.js';
import { registerRosterRoutes } from './training/roster.routes.js';
import { listenForOpenedAccounts } from './notices/account-letters.js';
import { applyDueMergers } from './decisions/merger.service.js';
import { settleAllDue } from './decisions/falling-due.js';
import { listenForLeavers } from './training/leavers.js';
import { remindOfComingClasses } from './training/reminder.service.js';
import { registerHandOverRoutes } from './provisioning/hand-over.routes.js';
import { carryOutMailOrders, mailRunnerOf } from './provisioning/mail-runner.js';
import { mailFigures } from './provisioning/mail-figures.js';
import { settleLeavers } from './provisioning/leavers.js';
import { reconcileAll } from './provisioning/reconcile.service.js';
import type { StoreChoice } from './store/choice.js';
import { openStore, type Store } from './store/open.js';

let schema: GraphQLSchema | undefined;

/** The schema, built once a process. */
export const hopthuSchema = (): GraphQLSchema => (schema ??= schemaOf(resolvers, rightsOfTypes));

export interface App {
  ground: Ground;
  store: Store;
  http: FastifyInstance;
  /** Opens this server to the command line on the same machine. */
  operatorToken: string;
  close(): Promise<void>;
}

const panelFolder = (): string | undefined =>
  ['../../dist/admin', '../admin']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(`${path}/index.html`));

/** Opens the store and makes the server; it does not listen yet. */
export async function createApp(choice: StoreChoice): Promise<App> {
  const store = await openStore(choice);
  try {
    return await appOn(store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What servers that stay up do regularly, whichever comes first. */
function addRoutines({ routines }: Ground): void {
  routines.add('outbox.wake', { seconds: 10 }, async ({ outbox }) => outbox.wake());
  routines.add('posts.refresh', 'DAILY', async ({ orm, clock }) => void (await refreshCurrentPosts(orm.em.fork(), clock.today())));
  routines.add('mail.leavers', 'DAILY', settleLeavers);
  routines.add('mail.reconcile', 'DAILY', reconcileAll);
  routines.add('committees.merge', { seconds: 10 }, applyDueMergers);
  routines.add('decisions.due', { seconds: 10 }, settleAllDue);
  routines.add('campaign.steps', { seconds: 60 }, takeDueSteps);
  routines.add('contacts.substitutes', { seconds: 900 }, endSubstitutes);
  routines.add('classes.remind', { seconds: 15 * 60 }, remindOfComingClasses);
  routines.add('letters.lapse', { seconds: 3600 }, lapseOutdatedLetters);
  routines.add('attachments.drop', { seconds: 3600 }, dropUnboundAttachments);
  routines.add('retention.apply', 'DAILY', applyRetentionDaily, { isSlow: true });
}

/** The server on a store that is open already; one that stays up keeps checkpoints of the audit log (G-22). */
export async function appOn(store: Store, { keepsAudit = false } = {}): Promise<App> {
  const { ground } = store;
  const singleSignOn = oidcSettingsOf(process.env);
  const operatorToken = `hto_${randomBytes(32).toString('base64url')}`;
  const panel = panelFolder();
  const manifest = panel ? manifestIn(`${panel}/../documents.json`) : undefined;
  let isStopping = false;
  const health = { isStopping: () => isStopping, askDatabase: async () => ({ isMigrated: await store.isCurrent() }) };
  const { app: http, actorOf } = await httpServer({ ground, schema: hopthuSchema(), operatorToken, panelFolder: panel, manifest, health });
  registerAuthRoutes(http, ground, actorOf);
  registerAuthState(http, ground, singleSignOn);
  registerOidcRoutes(http, { ground, settings: singleSignOn, officerOfCode });
  registerAuditRoutes(http, ground, actorOf);
  registerRegistryRoutes(http, ground, actorOf);
  registerEvidenceRoutes(http, ground, actorOf);
  registerPackRoutes(http, ground, actorOf);
  registerCalendarRoutes(http, ground);
  registerAttachmentRoutes(http, ground, actorOf);
  registerRosterRoutes(http, ground, actorOf);
  registerHandOverRoutes(http, ground, actorOf);
  registerListRoutes(http, ground);
  registerPaperRoutes(http, ground, actorOf);
  registerVerifyRoutes(http, ground);
  registerExportRoutes(http, ground, { actorOf, asker: new SchemaAsker(ground, hopthuSchema()) });
  registerOwnDataRoutes(http, ground, actorOf);
  listenForLateFacts(ground.outbox);
  listenForLeavers(ground.outbox);
  listenForOpenedAccounts(ground.outbox);
  listenForChangedAnswers(ground);
  listenForCorrectedFindings(ground);
  sendLetters(ground);
  sendWebhooks(ground);
  carryOutMailOrders(ground);
  addRoutines(ground);
  letterFigures(ground);
  mailFigures(ground);
  webhookFigures(ground);
  retentionFigures(ground);
  lendCalendar(ground);
  lendTierScopeOfFindings();
  await resumeImports(ground);
  await refreshCurrentPosts(ground.orm.em.fork(), ground.clock.today());
  ground.outbox.wake();
  if (keepsAudit) ground.routines.start();
  const stopFollowing = keepsAudit && ground.isDemonstration ? followClock(ground) : () => undefined;
  const keeper = keepsAudit ? new AuditKeeper(ground).start() : undefined;
  ground.metrics.gauge('hopthu_audit_checkpoint_age_seconds', 'Since every event of the audit log was last found to be signed.', () =>
    keeper?.ageSeconds(),
  );
  ground.metrics.gauge('hopthu_audit_is_whole', '0 when an alteration of the audit log was met, else 1.', () =>
    keeper?.isBroken || forgedEndsMet() > 0 ? 0 : 1,
  );
  return {
    ground,
    store,
    http,
    operatorToken,
    close: async () => {
      isStopping = true;
      stopFollowing();
      // A connection that is kept alive after the last answer on it would hold the server.
      const sweeping = setInterval(() => http.server.closeIdleConnections(), 100);
      await http.close().finally(() => clearInterval(sweeping));
      await importsOf(ground).stop();
      await ground.routines.stop();
      await letterPostOf(ground).stop();
      await webhookPostOf(ground).stop();
      await mailRunnerOf(ground).stop();
      await closePress();
      await keeper?.stop();
      await store.close();
    },
  };
}
