/**
 * Writes the letters of a campaign when they are due, once, whichever server comes first (F-4): each step is locked, carried out and marked done in one
 * transaction with its letters. Only who has not answered is written to.
 */
import { LockMode } from '@mikro-orm/core';
import { systemActor } from '../../identity/actor.js';
import { type Act, perform } from '../../identity/command.js';
import type { Ground } from '../../kernel/ground.js';
import { writeLetters, type LetterDraft } from '../../notices/write-letters.js';
import { Review } from '../review.entity.js';
import { CampaignStep } from './campaign.entity.js';
import { reminders, toHead, toTaskForce } from './campaign-letters.js';
import { openChecks, taskForceOfficers } from './open-checks.read.js';

/** A regular job. */
export async function takeDueSteps(ground: Ground): Promise<void> {
  const due = await ground.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from campaign_step where done_at is null and due_at <= ? order by due_at, id', [
      ground.clock.now(),
    ]);
  for (const { id } of due)
    await perform({ ground, actor: systemActor }, async (act) => {
      act.allowAnyone('the clock asks for it');
      const step = await act.em.findOne(CampaignStep, { id } as never, { lockMode: LockMode.PESSIMISTIC_WRITE });
      // Another server may have been faster, or the clock of the demonstration moved back.
      if (!step || step.doneAt || step.dueAt > act.now) return act.unchanged();
      await take(act, step);
    });
}

async function take(act: Act, step: CampaignStep): Promise<void> {
  const review = await act.em.findOneOrFail(Review, { id: step.review.id } as never);
  step.doneAt = act.now;
  if (review.state !== 'OPEN') return act.unchanged();
  const checks = await openChecks(act.em, review.id);
  const key = step.id;
  const drafts: LetterDraft[] = [];
  if (step.kind === 'TELL_TASK_FORCE') {
    if (checks.length > 0) drafts.push(...toTaskForce(act, review, checks, await taskForceOfficers(act.em), key));
  } else {
    const write = step.kind === 'REMIND' ? reminders : toHead;
    const letters = checks.map((check) => write(act, review, check, key));
    drafts.push(...letters.flat());
    step.unreached = letters.filter(({ length }) => length === 0).length;
  }
  step.letters = drafts.length;
  act.record('review.step', `review:${review.id}`, {
    kind: step.kind,
    agencies: checks.length,
    letters: drafts.length,
    unreached: step.unreached,
  });
  await act.em.flush();
  await writeLetters(act, drafts);
}
