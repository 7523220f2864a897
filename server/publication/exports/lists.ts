/** Which lists can be exported? By the name that stands in the address. */
import type { ExportedList } from './list.js';
import { decisionLists } from './lists/decision.lists.js';
import { houseLists } from './lists/house.lists.js';
import { mailLists } from './lists/mail.lists.js';
import { registryLists } from './lists/registry.lists.js';
import { reviewLists } from './lists/review.lists.js';
import { trainingLists } from './lists/training.lists.js';

const lists: Readonly<Record<string, ExportedList>> = {
  ...registryLists,
  ...reviewLists,
  ...trainingLists,
  ...decisionLists,
  ...mailLists,
  ...houseLists,
};

export const exportedLists: ReadonlyMap<string, ExportedList> = new Map(Object.entries(lists));
