/** Names of classes, enrolments and courses for the audit log: of enrolments only where the viewer may see the line of the roster. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { visibleClasses } from './class.read.js';
import { visibleEnrolments } from './enrolment.read.js';
import { trainingAccess } from './training.access.js';

interface Named {
  id: string;
  name: string;
}

const byId = (rows: readonly Named[]) => new Map(rows.map(({ id, name }) => [id, name]));

const trainingClass: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, trainingAccess.readClasses)) return new Map();
  const rows = visibleClasses(viewer, db.selectFrom('training_class as c') as never).where(sql<boolean>`c.id = any(${wanted}::uuid[])`);
  return byId(await run<Named>(rows.select(['c.id', 'c.reference as name'])));
};

const enrolment: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, trainingAccess.readRoster as never)) return new Map();
  const rows = visibleEnrolments(viewer, db.selectFrom('enrolment as en') as never)
    .innerJoin('officer as o', 'o.id', 'en.officer_id')
    .innerJoin('training_class as c', 'c.id', 'en.training_class_id')
    .where(sql<boolean>`en.id = any(${wanted}::uuid[])`);
  return byId(await run<Named>(rows.select(['en.id', sql<string>`o.full_name || ' – ' || c.reference`.as('name')])));
};

const trainingCourse: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, trainingAccess.readClasses)) return new Map();
  const rows = db.selectFrom('training_course as co').select(['co.id', 'co.code as name']);
  return byId(await run<Named>(rows.where(sql<boolean>`co.id = any(${wanted}::uuid[])`)));
};

export const trainingNames = { trainingClass, enrolment, trainingCourse };
