/** Who may read what of training, written by hand from product.md §2 (G-15); a part of rights-table.ts. */
import { page, type TypeRow } from './rights-rows.js';
import { CLASS_LEADERS, CLASSES, EMPTY, OFFICERS, ROSTER, SHELTER, type Who } from './rights-who.js';
import type { FieldsOf } from './rights-rows.js';
import type { Things } from './rights-world.js';

const classOf = (t: Things) => `trainingClass(id: "${t.training.trainingClass}")`;
const classIs = (t: Things) => `where: { id: { eq: "${t.training.trainingClass}" } }`;
const demandOf = (t: Things) => `trainingDemand(where: { agencyId: { eq: "${t.agency}" } })`;
const DEMAND = 'TASK_FORCE, AGENCY_CONTACT';
const DEMAND_OF = 'TASK_FORCE, AGENCY_CONTACT own';

export const TRAINING_TYPES: Readonly<Record<string, TypeRow>> = {
  TrainingCourse: {
    at: () => `trainingCourses { * }`,
    door: CLASSES,
    fields: { 'id code title about passShare isRetired version': CLASSES, availableActions: 'TASK_FORCE' },
  },
  TrainingClass: {
    at: (t) => `${classOf(t)} { * }`,
    door: CLASSES,
    fields: {
      'id reference title place capacity seatsPerAgency passShare cutOffAt state startsAt endsAt version course trainer assistants sessions':
        CLASSES,
      'seatsLeft enrolledCount waitlistedCount requestedCount isOwn': CLASSES,
      'completedAt cancelReason': EMPTY,
      roster: ROSTER,
      effect: CLASS_LEADERS,
      availableActions: 'TASK_FORCE, TRAINER own, AGENCY_CONTACT, OFFICER',
    },
  },
  TrainingClassConnection: { at: (t) => `trainingClasses(${classIs(t)}) { * }`, door: CLASSES, fields: page(CLASSES) },
  TrainingClassEdge: { at: (t) => `trainingClasses(${classIs(t)}) { edges { * } }`, door: CLASSES, fields: { 'cursor node': CLASSES } },
  TrainingSession: { at: (t) => `${classOf(t)} { sessions { * } }`, door: CLASSES, fields: { 'id startsAt endsAt': CLASSES } },
  Enrolment: {
    at: (t) => `${classOf(t)} { roster { * } }`,
    door: CLASSES,
    fields: {
      'id trainingClass officer state origin requestedAt attendance tierBefore isSheltering isRetake letters version availableActions':
        ROSTER,
      waitlistPosition: 'TASK_FORCE, TRAINER own, AGENCY_CONTACT own',
      'tierAfter clashesWith endedAt endedReason papers': EMPTY,
    },
  },
  Attendance: { at: (t) => `${classOf(t)} { roster { attendance { * } } }`, door: CLASSES, fields: { 'session mark markedAt': ROSTER } },
  TrainingEffect: {
    at: (t) => `${classOf(t)} { effect { * } }`,
    door: CLASSES,
    fields: {
      'completed assessedBefore assessedAfter improved unchanged worsened regularBefore regularAfter usingBefore usingAfter': CLASS_LEADERS,
    },
  },
  TrainerEffect: {
    at: () => `trainerEffects { * }`,
    door: 'TASK_FORCE, TRAINER',
    fields: { 'trainer classes effect': 'TASK_FORCE, TRAINER' },
  },
  TrainingShelter: {
    at: (t) => `officer(id: "${t.officer}") { trainingShelter { * } }`,
    door: OFFICERS,
    fields: { reason: SHELTER, until: EMPTY, enrolment: 'TASK_FORCE, AGENCY_CONTACT own, OFFICER own' },
  },
  TrainingNeed: {
    at: (t) => `${demandOf(t)} { nodes { * } }`,
    door: DEMAND,
    fields: { 'id officer agency finding': DEMAND_OF, district: EMPTY },
  },
  TrainingNeedConnection: { at: (t) => `${demandOf(t)} { * }`, door: DEMAND, fields: page(DEMAND_OF) },
  TrainingNeedEdge: { at: (t) => `${demandOf(t)} { edges { * } }`, door: DEMAND, fields: { 'cursor node': DEMAND_OF } },
  TrainingDemandFigure: {
    at: () => `trainingDemandByAgency { * }`,
    door: DEMAND,
    fields: { 'agency officers leaders': DEMAND, district: EMPTY },
  },
  TrainingClassProposal: {
    at: () => `trainingClassProposals { * }`,
    door: 'TASK_FORCE',
    fields: { 'title officers leaders agencies officerIds': 'TASK_FORCE' },
  },
  CalendarLink: { at: () => `me { calendarLink { * } }`, door: 'anybody', fields: { 'createdAt lastUsedAt': EMPTY } },
};

export const TRAINING_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  trainingClass: { args: 'id reference', at: (t) => `trainingClass(reference: "${t.training.reference}") { id }`, who: CLASSES },
  trainingClasses: {
    args: 'first after offset search where',
    at: (t) => `trainingClasses(where: { officerId: { eq: "${t.officer}" } }) { nodes { id } }`,
    who: ROSTER,
    door: CLASSES,
  },
  trainingCourses: { args: '', at: () => `trainingCourses { id }`, who: CLASSES },
  trainingDemand: {
    args: 'first after offset search where',
    at: (t) => `trainingDemand(where: { agencyId: { eq: "${t.agency}" } }) { nodes { id } }`,
    who: DEMAND_OF,
    door: DEMAND,
  },
  trainingDemandByAgency: { args: '', at: () => `trainingDemandByAgency { officers }`, who: DEMAND },
  trainingClassProposals: { args: 'capacity', at: () => `trainingClassProposals { officers }`, who: 'TASK_FORCE' },
  trainerEffects: { args: '', at: () => `trainerEffects { classes }`, who: 'TASK_FORCE, TRAINER' },
};

export const TRAINING_INPUTS: Readonly<Record<string, string>> = {
  TrainingClassWhere: 'id state isOwn officerId startsOn courseId',
  TrainingDemandWhere: 'agencyId districtId isLeader',
};
