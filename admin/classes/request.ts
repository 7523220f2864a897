// Asks for seats in a class for people, and tells what became of each.
import { carryOutEach } from '../data/bulk.js';
import { ENROLMENT_REQUEST } from './acts.documents.js';
import type { Receipt } from './PlacedReceipt.js';

export interface Wanted {
  officerId: string;
  name: string;
}

/** Lists and questions that tell of seats, to be asked again afterwards. */
export const toldOfSeats = [
  'classes',
  'ClassEnrolments',
  'ClassRoster',
  'OwnClasses',
  'OpenClasses',
  'TrainingDemand',
  'DemandByAgency',
  'ClassProposals',
  'OfficerTraining',
  'letters',
  'AuditEvents',
];

/** The server takes at most so many at a time. */
const mostAtATime = 1_000;

export async function requestSeats(classId: string, wanted: readonly Wanted[]): Promise<Receipt> {
  const receipt: Receipt = { placed: [], refused: [] };
  for (let from = 0; from < wanted.length; from += mostAtATime) {
    const part = wanted.slice(from, from + mostAtATime);
    const { payload, refusals } = await carryOutEach(ENROLMENT_REQUEST, { classId, officerIds: part.map(({ officerId }) => officerId) });
    receipt.placed.push(...payload.enrolments);
    receipt.refused.push(...[...refusals].map(([place, reason]) => ({ name: part[place]?.name ?? '', reason })));
  }
  return receipt;
}
