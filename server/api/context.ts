/** What a resolver knows of the request: who asks, in which language, on which ground. */
import type { FastifyReply } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import type { Acting } from '../identity/command.js';
import type { Actor } from '../identity/actor.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Language, Text } from '../kernel/language.js';
import { Denial } from '../kernel/refusal.js';

export interface Context {
  ground: Ground;
  actor: Actor | null;
  /** Why a token that was sent opens nothing. */
  nobodyBecause?: Text;
  language: Language;
  requestId: string;
  /** Where the request comes from, as the connection says (a proxy's word counts only when it is trusted). */
  address: string;
  /** Whether the panel asks: then the session goes into a cookie, not into the answer. */
  isPanel: boolean;
  reply: FastifyReply | undefined;
  /** Batches of this request, by name. */
  batches: Map<string, unknown>;
  /** What must be done before the answer leaves, such as recording what it shows; when it fails, the request fails. */
  beforeAnswer: (() => Promise<void>)[];
}

/** Does what must be done before the answer leaves, each once. */
export async function readyToAnswer({ beforeAnswer }: Context): Promise<void> {
  for (const work of beforeAnswer.splice(0)) await work();
}

/** Who acts, for a command; the door has let nobody pass who is not signed in. */
export function acting({ ground, actor }: Context): Acting & { actor: Actor } {
  if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
  return { ground, actor };
}

/** One batch loader a request and name. */
export function batch<T>(context: Context, name: string, make: () => T): T {
  if (!context.batches.has(name)) context.batches.set(name, make());
  return context.batches.get(name) as T;
}

/** Where in the answer a field stands, whatever the row: what is batched together must have been asked the same. */
export function placeOf({ path }: GraphQLResolveInfo): string {
  const names: string[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = path; step; step = step.prev) {
    if (typeof step.key === 'string') names.unshift(step.key);
  }
  return names.join('.');
}
