// Sending letters again and marking them printed: one or many; what was refused is told.
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { carryOutEach } from '../data/bulk.js';
import { useAfresh } from '../data/command.js';
import { Refused, toFault } from '../data/faults.js';
import { useFormat } from '../ui/format.js';
import { LETTER_MARK_PRINTED, LETTER_SEND_AGAIN } from './documents.js';

export const toldOfLetters = ['letters', 'LetterFile', 'LettersToHandOver', 'LettersToPrint', 'ClassEnrolments', 'AuditEvents'];

interface LetterActs {
  isBusy: boolean;
  sendAgain: (letters: readonly { id: string }[]) => Promise<void>;
  markPrinted: (letters: readonly { id: string }[]) => Promise<void>;
}

export function useLetterActs(): LetterActs {
  const notify = useNotify();
  const afresh = useAfresh();
  const { number } = useFormat();
  const [isBusy, setBusy] = useState(false);
  const run = async (document: typeof LETTER_SEND_AGAIN | typeof LETTER_MARK_PRINTED, letters: readonly { id: string }[], done: string) => {
    setBusy(true);
    try {
      const ids = letters.map(({ id }) => id);
      const { refusals } = await carryOutEach(document as typeof LETTER_SEND_AGAIN, { ids });
      await afresh(...toldOfLetters);
      if (ids.length > refusals.size) notify(done, { messageArgs: { count: number(ids.length - refusals.size) } });
      const [first] = refusals.values();
      if (first) notify(first, { type: 'warning' });
    } catch (error) {
      notify(error instanceof Refused ? error.message : toFault(error).message, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    sendAgain: (letters) => run(LETTER_SEND_AGAIN, letters, 'letters.sentAgain'),
    markPrinted: (letters) => run(LETTER_MARK_PRINTED, letters, 'letters.markedPrinted'),
  };
}
