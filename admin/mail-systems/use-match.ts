// The matching report of a mail system, what of it was chosen, and confirming that. Nothing is chosen beforehand: a person says whose account is whose.
import { useState } from 'react';
import { ask } from '../data/client.js';
import { carryOut, type Doing, useAfresh, useDoing } from '../data/command.js';
import { Refused } from '../data/faults.js';
import { placeIn } from '../data/refusals.js';
import { toldOfMail } from './afresh.js';
import { type Adopted, type AdoptInput, MAIL_ADOPT, MAIL_MATCH, type MatchReport } from './match.documents.js';

export interface Matching {
  looking: Doing;
  adopting: Doing;
  report: MatchReport | undefined;
  done: Adopted | undefined;
  /** Account by mailbox. */
  pairs: Readonly<Record<string, string>>;
  /** Kind of mailbox by account. */
  strangers: Readonly<Record<string, string>>;
  choosePair: (mailboxId: string, accountId: string | undefined) => void;
  chooseKind: (accountId: string, kind: string | undefined) => void;
  look: () => Promise<boolean>;
  adopt: (input: Omit<AdoptInput, 'connector'>) => Promise<boolean>;
}

const withChoice = (before: Readonly<Record<string, string>>, key: string, value: string | undefined): Record<string, string> => {
  const { [key]: _old, ...others } = before;
  return value === undefined ? others : { ...others, [key]: value };
};

export function useMatch(connector: string): Matching {
  const looking = useDoing();
  const adopting = useDoing();
  const afresh = useAfresh();
  const [report, setReport] = useState<MatchReport>();
  const [done, setDone] = useState<Adopted>();
  const [pairs, setPairs] = useState<Readonly<Record<string, string>>>({});
  const [strangers, setStrangers] = useState<Readonly<Record<string, string>>>({});
  const read = async () => {
    setReport(await carryOut(MAIL_MATCH, { connector }));
    setPairs({});
    setStrangers({});
  };
  const adopt = (input: Omit<AdoptInput, 'connector'>) =>
    adopting.run(async () => {
      const { mailAdopt: answer } = await ask(MAIL_ADOPT, { input: { ...input, connector } });
      const whole = answer.userErrors.filter(({ path }) => placeIn(path) === undefined);
      if (whole.length > 0) throw new Refused(whole);
      setDone(answer);
      await read();
      await afresh(...toldOfMail);
    });
  return {
    looking,
    adopting,
    report,
    done,
    pairs,
    strangers,
    choosePair: (mailboxId, accountId) => setPairs((before) => withChoice(before, mailboxId, accountId)),
    chooseKind: (accountId, kind) => setStrangers((before) => withChoice(before, accountId, kind)),
    look: () =>
      looking.run(async () => {
        setDone(undefined);
        await read();
      }),
    adopt,
  };
}
