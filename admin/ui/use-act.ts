// One act in a dialog: carried out, what it changed asked again, said, and the dialog closed; a refusal keeps it open.
import { useNotify } from 'react-admin';
import { useAfresh, useDoing } from '../data/command.js';

/** `changes`: lists and questions that are asked again. */
export function useAct(changes: readonly string[], onClose: () => void) {
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const run = (work: () => Promise<unknown>, told: string) =>
    void doing.run(async () => {
      await work();
      await afresh(...changes);
      notify(told);
      onClose();
    });
  return { doing, run };
}
