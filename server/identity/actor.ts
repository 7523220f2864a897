/** Who is acting, and with which roles? A role may be bound to one thing (scope): the contact's agency, the officer's own file. */

export const ROLES = ['ADMIN', 'TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER', 'SERVICE'] as const;
export type RoleName = (typeof ROLES)[number];

export interface Grant {
  role: RoleName;
  /** Id of what the role is bound to; rooms to the right give it its meaning. */
  scopeId: string | null;
}

export interface Actor {
  /** As the audit log names it: `user:<id>`, `key:<id>`, `code:<id>`, `operator`, `system`. */
  name: string;
  userId: string | null;
  displayName: string;
  grants: readonly Grant[];
  /** Scopes of an API key; a session has none and needs none. */
  scopes: readonly string[];
  sessionId: string | null;
  /** When a second factor was last shown in this session; null if never (G-18). */
  secondFactorAt: Date | null;
  /** The program itself, carrying out what a person's command ordered. */
  isSystem: boolean;
  /** Names of the only rights that can be held, whatever the roles: who came in by the code of a paper notice. */
  restrictedTo?: ReadonlySet<string>;
  /** Kind of what that notice was about: `decision`, `mailbox`. */
  codeAbout?: string;
}

export const systemActor: Actor = {
  name: 'system',
  userId: null,
  displayName: 'Hopthu',
  grants: [],
  scopes: [],
  sessionId: null,
  secondFactorAt: null,
  isSystem: true,
};

/** Whoever runs the command line on the server's own machine: administrator and task force (docs/adr/0005). */
export const operatorActor: Actor = {
  name: 'operator',
  userId: null,
  displayName: 'hopthu',
  grants: [
    { role: 'ADMIN', scopeId: null },
    { role: 'TASK_FORCE', scopeId: null },
  ],
  scopes: [],
  sessionId: null,
  secondFactorAt: null,
  isSystem: false,
};

export const hasRole = (actor: Actor, role: RoleName): boolean => actor.grants.some((g) => g.role === role);

/** What the roles of one kind are bound to. */
export const scopesOf = (actor: Actor, role: RoleName): string[] =>
  actor.grants.flatMap((g) => (g.role === role && g.scopeId ? [g.scopeId] : []));
