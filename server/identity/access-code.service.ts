/** Codes on letters: issuing and revoking them inside a room's command, and opening the own file with one (D-3, D-9). */
import { ref } from '@mikro-orm/core';
import type { Ground } from '../kernel/ground.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { AccessCode } from './access-code.entity.js';
import { codeEnd, codeSessionEnd, newAccessCode, typedCode } from './access-code.rules.js';
import { systemActor } from './actor.js';
import { type Act, perform } from './command.js';
import { guessing } from './guess.service.js';
import { forgetSessions } from './session-cache.js';
import { Session } from './session.entity.js';
import { newToken, tokenHash } from './session.rules.js';
import { signInMessages } from './sign-in.messages.js';

export interface CodeFor {
  /** Id of the officer whose file it opens. */
  scopeId: string;
  /** Because of what: `decision:<id>`. */
  about: string;
}

const hashOf = ({ key }: Ground, characters: string): string => key.mac(`access code\n${characters}`);

/**
 * Gives out a code for the own file of an officer and answers it this once; it is nowhere stored. Those of before for the same thing that
 * nobody has used are worthless. `code`: one that has just been handed over, of which it is now known that it arrived.
 */
export async function issueAccessCode(act: Act, { scopeId, about }: CodeFor, code = newAccessCode()): Promise<string> {
  await act.em.flush();
  await act.em.execute(
    'update access_code set revoked_at = ?, updated_at = ? where about = ? and scope_id = ? and used_at is null and revoked_at is null',
    [act.now, act.now, about, scopeId],
  );
  const id = newId();
  act.em.persist(
    act.em.create(AccessCode, {
      id,
      codeHash: hashOf(act.ground, typedCode(code)!),
      role: 'OFFICER',
      scopeId,
      about,
      expiresAt: codeEnd(act.now),
      createdAt: act.now,
      updatedAt: act.now,
    }),
  );
  act.record('accessCode.issue', `code:${id}`, { about }, [about, `officer:${scopeId}`]);
  return code;
}

/** Takes every code about something away, with the sessions they opened (within 2 seconds); how many were taken. */
export async function revokeAccessCodes(act: Act, about: string): Promise<number> {
  await act.em.flush();
  const revoked = await act.em.execute<{ id: string; scope_id: string }[]>(
    'update access_code set revoked_at = ?, updated_at = ? where about = ? and revoked_at is null and expires_at > ? returning id, scope_id',
    [act.now, act.now, about, act.now],
  );
  for (const { id, scope_id } of revoked) act.record('accessCode.revoke', `code:${id}`, { about }, [about, `officer:${scope_id}`]);
  return revoked.length;
}

export interface CodeSession {
  token: string;
  expiresAt: Date;
}

const wrongCode = () => new Refusal({ code: 'INVALID', path: ['code'], message: { text: signInMessages.wrongPaperCode } });

/**
 * Opens the own file with a code, once. Refused INVALID in the same words and after the same work whether it never was, was used, replaced
 * or is too old; LIMIT after too many failures from one address (G-16).
 */
export function openByCode(
  ground: Ground,
  text: string,
  { address, device }: { address?: string | null; device?: string | null } = {},
): Promise<CodeSession> {
  return guessing(ground, { address, isPaperCode: true }, ['code'], async () => {
    const characters = typedCode(text);
    const codeHash = hashOf(ground, characters ?? text);
    const { db, run } = ground.read;
    const [found] = await run<{ id: string; usedAt: Date | null; revokedAt: Date | null; expiresAt: Date }>(
      db
        .selectFrom('access_code')
        .where('code_hash', '=', codeHash)
        .select(['id', 'used_at as usedAt', 'revoked_at as revokedAt', 'expires_at as expiresAt']),
    );
    if (!found || found.usedAt || found.revokedAt || found.expiresAt <= ground.clock.now()) throw wrongCode();
    const opened = await perform({ ground, actor: { ...systemActor, name: `code:${found.id}` } }, async (act) => {
      act.allowAnyone('the code was right');
      // Of two who come at once one is first; the other finds it used.
      const [code] = await act.em.execute<{ id: string; scope_id: string; about: string }[]>(
        `update access_code set used_at = ?, updated_at = ? where id = ? and used_at is null and revoked_at is null and expires_at > ?
         returning id, scope_id, about`,
        [act.now, act.now, found.id, act.now],
      );
      if (!code) throw wrongCode();
      await endSessionsOfOlderCodes(act, code);
      const token = newToken();
      const expiresAt = codeSessionEnd(act.now);
      const used = { tokenHash: tokenHash(token), expiresAt, lastUsedAt: act.now, method: 'CODE' as const, device: device ?? null };
      act.em.persist(
        act.em.create(Session, { id: newId(), accessCode: ref(AccessCode, code.id), ...used, createdAt: act.now, updatedAt: act.now }),
      );
      act.record('accessCode.use', `code:${code.id}`, { about: code.about }, [code.about, `officer:${code.scope_id}`]);
      return { token, expiresAt };
    });
    forgetSessions(ground);
    return opened;
  });
}

/** Whoever asked for a new code, because another hand had used the one before, shuts that hand out by using it. */
async function endSessionsOfOlderCodes(act: Act, { id, scope_id, about }: { id: string; scope_id: string; about: string }): Promise<void> {
  await act.em.execute(
    `update session set ended_at = ?, updated_at = ? where ended_at is null and access_code_id in
       (select c.id from access_code c where c.about = ? and c.scope_id = ? and c.id <> ?)`,
    [act.now, act.now, about, scope_id, id],
  );
}
