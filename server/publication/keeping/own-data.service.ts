/** Everything held about an officer in one piece (K-4): what the rooms lend, and the audit log about the person. Taking it out is itself recorded. */
import { type Actor, scopesOf } from '../../identity/actor.js';
import { actorNames } from '../../identity/audit-actors.read.js';
import { sentenceOf } from '../../identity/audit-words.js';
import { type Acting, perform } from '../../identity/command.js';
import { holds, may } from '../../identity/right.js';
import { executeBound } from '../../kernel/bulk.js';
import { kernelMessages } from '../../kernel/kernel.messages.js';
import type { Language } from '../../kernel/language.js';
import { type HeldPart, partsOf, type Person, personOf } from '../../kernel/personal-data.js';
import { isId } from '../../kernel/record.js';
import { Denial, Refusal } from '../../kernel/refusal.js';
import { Officer } from '../../registry/officer.entity.js';
import { keepingAccess } from './keeping.access.js';
import { ownActsTitle, ownDataTexts, trailWords } from './own-data.messages.js';

/** More is asked for in writing. */
const LONGEST_TRAIL = 20_000;

export interface HeldData {
  officerId: string;
  name: string;
  code: string;
  madeAt: Date;
  isOwn: boolean;
  parts: HeldPart[];
}

interface Event {
  seq: number;
  at: string;
  actor: string;
  action: string;
}

async function trail(acting: Acting, language: Language, where: string, title: HeldPart['title'], name: string): Promise<HeldPart> {
  const { ground, actor } = acting;
  const events = await executeBound<Event>(
    ground.orm.em.fork(),
    `select seq, to_json(at)#>>'{}' as at, actor, action from audit_event e where ${where} order by seq desc limit ${LONGEST_TRAIL}`,
    [],
  );
  const names = await actorNames(
    ground.read,
    actor,
    events.map((event) => event.actor),
    language,
  );
  const rows = events.map(({ seq, at, actor: by, action }, i) => ({
    at,
    what: sentenceOf(action, language),
    by: names[i]!,
    actor: by,
    number: String(seq),
  }));
  return { name, title, columns: trailWords.columns, rows };
}

async function trails(acting: Acting, { officerId, userIds }: Person, language: Language, isOwn: boolean): Promise<HeldPart[]> {
  const subjects = [`'officer:${officerId}'`, ...(isOwn ? userIds.map((id) => `'user:${id}'`) : [])].join(', ');
  const about = `e.seq in (select s.seq from audit_event s where s.subject in (${subjects}) union select n.seq from audit_mention n where n.subject in (${subjects}))`;
  const parts = [await trail(acting, language, about, trailWords.title, 'audit.about')];
  if (isOwn && userIds.length > 0) {
    const own = userIds.map((id) => `'user:${id}'`).join(', ');
    parts.push(await trail(acting, language, `e.actor in (${own}) and not (${about})`, ownActsTitle, 'audit.own'));
  }
  return parts;
}

/** The officer whose own file the actor has; the first where there are several. */
export function ownOfficerOf(actor: Actor): string {
  if (!holds(actor, keepingAccess.readOwnData)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
  const [id] = scopesOf(actor, 'OFFICER');
  if (!id) throw new Refusal({ code: 'NOT_FOUND', path: [], message: { text: ownDataTexts.noFile } });
  return id;
}

/** All of it. FORBIDDEN for whoever may not, be the officer there or not. */
export async function heldData(acting: Acting, officerId: string, language: Language): Promise<HeldData> {
  const { ground, actor } = acting;
  const isOwn = holds(actor, keepingAccess.readOwnData) && scopesOf(actor, 'OFFICER').includes(officerId);
  if (!isOwn && !may(actor, keepingAccess.readPersonalData, officerId)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
  const em = ground.orm.em.fork();
  const officer = isId(officerId) ? await em.findOne(Officer, { id: officerId }) : null;
  if (!officer) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
  const person = await personOf(em, officerId);
  const parts = [...(await partsOf(em, person, language, isOwn)), ...(await trails(acting, person, language, isOwn))];
  await perform(acting, async (act) => {
    act.allowAnyone('it was asked before anything was read');
    act.record('officer.export', `officer:${officerId}`, { isOwn });
  });
  return { officerId, name: officer.fullName, code: officer.code, madeAt: ground.clock.now(), isOwn, parts };
}
