/**
 * Moving the clock of the demonstration city (L-2): every deadline that lies in between falls due at once. Nobody is signed out by it: sessions
 * move with the clock. A city of its own has no such clock.
 */
import type { Ground } from '../kernel/ground.js';
import { CLOCK_OFFSET } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Setting } from '../kernel/setting.entity.js';
import { type Acting, perform } from './command.js';
import { clockAccess } from './identity.access.js';
import { identityMessages } from './identity.messages.js';
import { forgetSessions } from './session-cache.js';

const HOUR = 3_600_000;
const MOST_DAYS = 3_650;
const FOLLOW_MILLISECONDS = 1_000;

/** Moves the clock on by days and hours, and does what has fallen due by then; the time it is afterwards. */
export async function moveClock(acting: Acting, days: number, hours: number): Promise<Date> {
  const { ground } = acting;
  if (!ground.isDemonstration)
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'L-2', path: [], message: { text: identityMessages.onlyDemonstration } });
  const isSound =
    [days, hours].every((n) => Number.isInteger(n) && n >= 0) && days <= MOST_DAYS && hours <= 24 * MOST_DAYS && days + hours > 0;
  if (!isSound)
    throw new Refusal({
      code: 'INVALID',
      rule: 'L-2',
      path: ['days'],
      message: { text: identityMessages.clockForward, values: { most: MOST_DAYS } },
    });
  const shift = (days * 24 + hours) * HOUR;
  await perform(acting, async (act) => {
    act.allow(clockAccess.move, undefined);
    const setting = await act.em.findOne(Setting, { name: CLOCK_OFFSET });
    const total = String(Number(setting?.value ?? 0) + shift);
    if (setting) setting.value = total;
    else act.em.persist(act.em.create(Setting, { name: CLOCK_OFFSET, value: total }));
    const moved = ['created_at', 'expires_at', 'last_used_at', 'second_factor_at'].map(
      (column) => `${column} = ${column} + make_interval(secs => ?)`,
    );
    await act.em.execute(`update session set ${moved.join(', ')} where ended_at is null`, Array(4).fill(shift / 1000));
    act.record('clock.move', 'clock', { days, hours });
  });
  ground.clock.move(shift);
  forgetSessions(ground);
  await settle(ground);
  return ground.clock.now();
}

/** What is due is done before anybody is answered; twice, for a look that had begun before the clock moved. */
async function settle({ routines, outbox }: Ground): Promise<void> {
  await routines.runDue();
  await routines.runDue();
  await outbox.drain();
}

/** A server follows a clock that was moved by another program on the same database; how to stop it. */
export function followClock(ground: Ground): () => void {
  const follow = async () => {
    const [row] = await ground.orm.em.fork().execute<{ value: string }[]>('select value from setting where name = ?', [CLOCK_OFFSET]);
    const shift = Number(row?.value ?? 0) - ground.clock.ahead;
    if (shift <= 0) return;
    ground.clock.move(shift);
    forgetSessions(ground);
    await settle(ground);
  };
  let isFollowing = false;
  const timer = setInterval(() => {
    if (isFollowing) return;
    isFollowing = true;
    follow()
      .catch((error: unknown) => ground.log.error({ error }, 'The clock could not be followed'))
      .finally(() => (isFollowing = false));
  }, FOLLOW_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
