/**
 * Carries out every mutation and every writing route as somebody who may, for the tests of G-23. A mutation that is carried out as it
 * stands in mutation-samples.ts needs no line here; one that asks for a person's own code, session or passkey has its call below.
 */
import { hopthuSchema } from '../../server/app.js';
import { inviteUser } from '../../server/identity/invitation.service.js';
import { signInByProvider } from '../../server/identity/oidc.service.js';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { createUser } from '../../server/identity/user.service.js';
import { PASSWORD, Person } from '../identity/person.js';
import { SoftAuthenticator } from './authenticator.js';
import { mutationSamples, mutationText } from './mutation-samples.js';
import { Asking } from './rights-matrix.js';
import { type RightsWorld, rightsWorld, type ViewerName, WHOSE } from './rights-world.js';
import type { World } from './world.js';

/** Tries to do something; throws, or answers with what it was refused for, when it was not done. */
export type Act = () => Promise<void>;

/** What changes nothing that lasts, and so leaves no record. */
export const WRITES_NOTHING: Readonly<Record<string, string>> = {
  usagePolicyTry: 'tries a policy and writes nothing (T-6)',
  paperTemplateTry: 'shows how a text of papers would read',
  mailMatch: 'reads the accounts of a mail system and compares them',
  passkeyBegin: 'the challenge is sealed, nothing is kept',
  'POST /graphql': 'every mutation stands for itself',
  'POST /auth/invitation': 'looks at a link',
  'POST /auth/passkey/options': 'the challenge is sealed, nothing is kept',
};

/** Tries are counted and challenges spent before it is known what comes of them, and that stays, whatever comes (G-16). */
export const KEPT_WHATEVER_COMES = ['guess', 'spent_challenge'];

const WHO: readonly ViewerName[] = ['TASK_FORCE', 'ADMIN', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER'];
const SETTLING_SECONDS = 60;

interface Refusing {
  userErrors?: { code: string; message?: string }[];
  results?: Refusing[];
}

export class RecordedActs {
  private readonly asking: Asking;
  private readonly own = new Map<string, Act>();

  private constructor(
    private readonly world: World,
    private readonly city: RightsWorld,
  ) {
    this.asking = new Asking(world);
  }

  static async open(world: World): Promise<RecordedActs> {
    const acts = new RecordedActs(world, await rightsWorld(world));
    await acts.prepare();
    return acts;
  }

  static mutations(): string[] {
    return Object.keys(hopthuSchema().getMutationType()!.getFields()).sort();
  }

  /** Ways to do it, the likeliest first; none where there is no sample. */
  waysOf(name: string): Act[] {
    const own = this.own.get(name);
    if (own) return [own];
    if (!(name in mutationSamples)) return [];
    return WHO.flatMap((viewer) =>
      WHOSE.map((whose) => async () => {
        const text = mutationText(hopthuSchema(), name, this.city, this.city[whose]);
        const { data, errors } = await this.asking.ask(text, this.city.viewers.get(viewer)!);
        if (errors?.length) throw errors[0]!;
        expectDone(data?.[name] as Refusing);
      }),
    );
  }

  private async prepare(): Promise<void> {
    const { world } = this;
    const someone = async (name: string) => {
      const person = await Person.make(world, `${name}@acts.example`, 'ADMIN');
      await person.signIn();
      return person;
    };
    const asks = (person: Person, name: string, document: () => string | Promise<string>) =>
      this.own.set(name, async () => expectDone((await person.ask<Record<string, Refusing>>(await document()))[name]));
    const E = 'userErrors { code message }';
    const password = JSON.stringify(PASSWORD);

    const plain = await someone('plain');
    await plain.elsewhere().signIn();
    const { mySessions } = await plain.ask<{ mySessions: { id: string; isCurrent: boolean }[] }>('{ mySessions { id isCurrent } }');
    const other = mySessions.find(({ isCurrent }) => !isCurrent)!.id;
    asks(plain, 'sessionRevoke', () => `mutation { sessionRevoke(id: "${other}") { ${E} } }`);
    asks(plain, 'sessionEndOthers', () => `mutation { sessionEndOthers { ${E} } }`);
    asks(plain, 'sessionEnd', () => 'mutation { sessionEnd }');
    asks(plain, 'sessionCreate', () => `mutation { sessionCreate(email: "${plain.email}", password: ${password}) { ${E} } }`);
    asks(plain, 'totpBegin', () => `mutation { totpBegin(password: ${password}) { ${E} } }`);
    asks(
      plain,
      'passwordChange',
      () => `mutation { passwordChange(currentPassword: ${password}, newPassword: "mười hai con giáp đi xa") { ${E} } }`,
    );

    const beginning = await someone('beginning');
    const begun = await beginning.ask(`mutation { totpBegin(password: ${password}) { secret } }`);
    beginning.secret = begun.totpBegin.secret;
    asks(beginning, 'totpConfirm', () => `mutation { totpConfirm(code: "${beginning.code()}") { ${E} } }`);

    const proven = await someone('proven');
    await proven.setUpTotp();
    asks(proven, 'totpRemove', () => `mutation { totpRemove(code: "${proven.code()}") { ${E} } }`);
    asks(proven, 'sessionProve', () => `mutation { sessionProve(code: "${proven.code()}") { ${E} } }`);
    asks(proven, 'recoveryCodesRenew', () => `mutation { recoveryCodesRenew { ${E} } }`);

    const keyed = await someone('keyed');
    const passkey = new SoftAuthenticator();
    const adding = (person: Person, authenticator: SoftAuthenticator) => async () => {
      const { passkeyBegin } = await person.ask(`mutation { passkeyBegin(password: ${password}) { options ${E} } }`);
      const response = JSON.stringify(JSON.stringify(authenticator.create(JSON.parse(passkeyBegin.options))));
      return `mutation { passkeyAdd(name: "Điện thoại", response: ${response}) { passkeys { id } ${E} } }`;
    };
    const { passkeyAdd } = await keyed.ask(await adding(keyed, passkey)());
    asks(keyed, 'passkeyRemove', () => `mutation { passkeyRemove(id: "${passkeyAdd.passkeys[0].id}") { ${E} } }`);
    asks(plain, 'passkeyAdd', () => adding(plain, new SoftAuthenticator())());

    const trainer = await Person.make(world, 'teaching@acts.example', 'TRAINER');
    await trainer.signIn();
    await trainer.ask(`mutation { calendarLinkCreate { url } }`);
    asks(trainer, 'calendarLinkRevoke', () => `mutation { calendarLinkRevoke { ${E} } }`);

    // Without a mail server nothing is sent, so one is named while it is asked for.
    const [sending] = this.waysOf('letterSendAgain');
    this.own.set('letterSendAgain', async () => {
      Object.assign(process.env, { HOPTHU_SMTP_URL: 'smtp://127.0.0.1:9', HOPTHU_MAIL_FROM: 'bcd@city.example' });
      try {
        await sending!();
      } finally {
        delete process.env.HOPTHU_SMTP_URL;
        delete process.env.HOPTHU_MAIL_FROM;
      }
    });

    // Only a demonstration city has a clock that can be moved.
    const [moving] = this.waysOf('demoClockMove').slice(WHOSE.length);
    this.own.set('demoClockMove', async () => {
      const { clock } = world.ground;
      const now = clock.now();
      Object.assign(world.ground, { isDemonstration: true });
      try {
        await moving!();
      } finally {
        Object.assign(world.ground, { isDemonstration: false });
        clock.stopAt(now);
      }
    });

    // Somebody who left long ago.
    const leaver = await world.officer(this.city.own.agency, { mailboxAddress: null });
    await world.ground.orm.em.fork().execute(`update officer set left_on = '2010-01-01' where id = ?`, [leaver]);
    this.own.set('officerErase', async () => {
      const text = `mutation { officerErase(id: "${leaver}", reason: "Hết thời hạn lưu giữ") { erasure { isErased } ${E} } }`;
      const { data, errors } = await this.asking.ask(text, this.city.viewers.get('TASK_FORCE')!);
      if (errors?.length) throw errors[0]!;
      expectDone(data?.officerErase as Refusing);
    });

    await this.prepareRoutes(passkey);
    // Codes shown in the setup are not taken a second time.
    world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + SETTLING_SECONDS * 1000));
    forgetSessions(world.ground);
  }

  private async prepareRoutes(passkey: SoftAuthenticator): Promise<void> {
    const { world } = this;
    const operator = { authorization: `Bearer ${world.app.operatorToken}` };
    const page = { 'x-hopthu-panel': '1', 'content-type': 'application/json' };
    const post = (url: string, payload: string | object, headers: Record<string, string>) => async () => {
      const answer = await world.app.http.inject({ method: 'POST', url, headers, payload });
      if (answer.statusCode >= 300 || /"fault"|"refused":\[/.test(answer.body)) throw new Error(`${answer.statusCode} ${answer.body}`);
    };
    const invited = await createUser(world.operator(), {
      name: 'Người được mời',
      email: 'invited@acts.example',
      grants: [{ role: 'TRAINER' }],
    });
    const { invitation } = await inviteUser(world.operator(), invited);
    const token = invitation.url.split('token=')[1]!;
    const agencies = 'code,name_vi,kind,staff_quota\nMOI2,Sở Mới Hai,DEPARTMENT,5\n';
    const officers = 'officer_code,full_name,agency_code,post,is_leader,mailbox,since\nMOI-1,Lê Văn Mới,SNV,Chuyên viên,no,,2020-01-01\n';
    const evidence = 'date,address,sent,read,logins\n2026-09-04,head@snv.example,1,2,3\n';
    this.own.set('POST /auth/invitation/accept', post('/auth/invitation/accept', { token, password: 'mười hai con giáp đi xa' }, page));
    this.own.set('POST /registry/agencies', post('/registry/agencies', agencies, { ...operator, 'content-type': 'text/csv' }));
    this.own.set('POST /registry/officers', post('/registry/officers', officers, { ...operator, 'content-type': 'text/csv' }));
    this.own.set(
      'POST /evidence/:format',
      post('/evidence/hopthu-day?source=log&fileName=x.csv', evidence, { ...operator, 'content-type': 'text/csv' }),
    );
    const roster = `officer_code\n${this.city.own.officerCode}\nSNV-WEAK\n`;
    this.own.set(
      'POST /training/classes/:id/roster',
      post(`/training/classes/${this.city.own.training.trainingClass}/roster`, roster, { ...operator, 'content-type': 'text/csv' }),
    );
    this.own.set(
      'POST /attachments',
      post('/attachments?fileName=x.pdf', Buffer.from('%PDF-1.7'), { ...operator, 'content-type': 'application/pdf' }),
    );
    const handOver = `/mail-systems/${this.city.mail.paperSystem}/hand-over`;
    this.own.set(
      'POST /mail-systems/:id/hand-over',
      post(handOver, this.city.mail.confirmation, { ...operator, 'content-type': 'text/csv' }),
    );
    this.own.set('GET /mail-systems/:id/hand-over', async () => {
      const answer = await world.app.http.inject({ url: handOver, headers: operator });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    });
    const secretary = { authorization: `Bearer ${this.city.tokens.get('SECRETARY')!}` };
    this.own.set('GET /papers/:kind/:file', async () => {
      const answer = await world.app.http.inject({ url: `/papers/case-file/${this.city.own.decisions.filed}.pdf`, headers: secretary });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    });
    this.own.set('POST /exports/:file', post('/exports/agencies.csv', {}, { ...operator, 'content-type': 'application/json' }));
    const forceHeader = await world.bearer('TASK_FORCE');
    this.own.set('GET /officers/:id/data.json', async () => {
      const answer = await world.app.http.inject({ url: `/officers/${this.city.own.officer}/data.json`, headers: forceHeader });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    });
    this.own.set('POST /audit/seal', post('/audit/seal', { reason: 'thử' }, { ...operator, 'content-type': 'application/json' }));
    this.own.set('POST /auth/passkey/verify', async () => {
      const asked = await world.app.http.inject({ method: 'POST', url: '/auth/passkey/options', headers: page, payload: {} });
      await post('/auth/passkey/verify', { response: passkey.get(asked.json()) }, page)();
    });
    this.own.set('GET /auth/oidc/callback', async () => {
      // What the callback does once the provider has answered: the provider itself is asked in the tests of single sign-on.
      const settings = { match: 'email', claim: 'email', strongAcr: [] } as never;
      const told = {
        issuer: 'https://id.example',
        subject: 's',
        person: { email: 'plain@acts.example', email_verified: true },
        token: {},
      } as never;
      await signInByProvider({ ground: world.ground, settings, officerOfCode: async () => null }, told, null);
    });
  }

  /** Routes that change something by their method, and those that do by GET. */
  routes(): string[] {
    return [
      ...writingRoutes(this.world.app.http.printRoutes({ commonPrefix: false })),
      'GET /auth/oidc/callback',
      'GET /mail-systems/:id/hand-over',
      'GET /papers/:kind/:file',
      'GET /officers/:id/data.json',
    ].sort();
  }
}

function expectDone(payload: Refusing | boolean | null | undefined): void {
  const parts = payload && typeof payload === 'object' ? [payload, ...(payload.results ?? [])] : [];
  const refused = parts.flatMap(({ userErrors }) => userErrors ?? []);
  if (refused.length) throw new Error(JSON.stringify(refused));
}

/** `POST /evidence/:format` … of the tree of routes that Fastify prints. */
export function writingRoutes(tree: string): string[] {
  const above: string[] = [];
  const found: string[] = [];
  for (const line of tree.split('\n')) {
    const [, indent, path, methods] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (path === undefined) continue;
    const depth = indent!.length / 4;
    above.splice(depth, above.length, path);
    for (const method of methods?.split(', ') ?? [])
      if (['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) found.push(`${method} ${above.join('')}`);
  }
  return [...new Set(found)].filter((route) => !/^(PUT|PATCH|DELETE) \/graphql$/.test(route));
}
