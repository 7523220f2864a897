/** `hopthu demo clock +12d`: moves the clock of the demonstration city, also of a server that is running (L-2). */
import { connect } from './cli-connection.js';
import { complain, EXIT, type Output, shown, tell, type UserErrorShown } from './cli-output.js';
import { cliMessages as m } from './cli.messages.js';
import { choiceOfEnvironment } from './store/choice.js';

const SHIFT = /^\+?(\d{1,4})([dh])$/;

export async function moveDemoClock(output: Output, by: string): Promise<number> {
  const shift = SHIFT.exec(by.trim().toLowerCase());
  if (!shift) {
    complain(output, m.clockShift);
    return EXIT.usage;
  }
  const [, count, unit] = shift;
  const connection = await connect('hopthu demo clock', output.language);
  try {
    const { demoClockMove } = await connection.ask<{ demoClockMove: { now: string | null; userErrors: UserErrorShown[] } }>(
      `mutation ($days: Int!, $hours: Int!) { demoClockMove(days: $days, hours: $hours) { now userErrors { code message path rule } } }`,
      { days: unit === 'd' ? Number(count) : 0, hours: unit === 'h' ? Number(count) : 0 },
    );
    return shown(output, demoClockMove, ({ now }) => {
      const timeZone = choiceOfEnvironment('').timeZone ?? 'Asia/Ho_Chi_Minh';
      const local = new Date(now!).toLocaleString(output.language === 'vi' ? 'vi-VN' : 'en-GB', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      tell(output, m.clockMoved, { now: local });
    });
  } finally {
    await connection.close();
  }
}
