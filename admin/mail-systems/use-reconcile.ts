// Comparing a mail system now; the answer stays on the page until it is left.
import { useState } from 'react';
import { carryOut, type Doing, useAfresh, useDoing } from '../data/command.js';
import { toldOfMail } from './afresh.js';
import { MAIL_RECONCILE, type Reconciled } from './documents.js';

interface Reconciling {
  doing: Doing;
  done: Reconciled | undefined;
  run: () => Promise<boolean>;
}

export function useReconcile(connector: string): Reconciling {
  const doing = useDoing();
  const afresh = useAfresh();
  const [done, setDone] = useState<Reconciled>();
  const run = () =>
    doing.run(async () => {
      setDone(undefined);
      setDone(await carryOut(MAIL_RECONCILE, { connector }));
      await afresh(...toldOfMail);
    });
  return { doing, done, run };
}
