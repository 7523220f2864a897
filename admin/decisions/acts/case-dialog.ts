// What every dialog of an act on cases is given.
import type { Case } from '../documents.js';

export type DialogCase = Pick<
  Case,
  'id' | 'reference' | 'kind' | 'awardYear' | 'isContested' | 'availableActions' | 'state' | 'committee' | 'officer' | 'vote' | 'myChoice'
>;

export interface CaseDialogProps {
  cases: readonly DialogCase[];
  /** The act went through, at least for some. */
  onDone: () => void;
  onClose: () => void;
}
