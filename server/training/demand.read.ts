/**
 * Who needs a class? Officers whose latest finding says that they find it hard (HARD_TO_USE), who have no seat and wait for none, and have
 * not completed a class since. By agency and district, with a proposal of classes.
 */
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../identity/actor.js';
import { mayAll } from '../identity/right.js';
import { type IdCondition, whereId, whereIs, whereSearched } from '../kernel/conditions.js';
import { type Page, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, onceEach, type Reader, type Rows, type View } from '../kernel/read.js';
import { officerView, withRightsOf } from '../registry/officer.read.js';
import { districtOf, type KnownAgency, type Need, proposeClasses, type ProposedClass } from './proposal.rules.js';
import { trainingAccess } from './training.access.js';

export interface DemandCondition {
  agencyId?: IdCondition | null;
  districtId?: IdCondition | null;
  isLeader?: boolean | null;
}

const view: View<any> = {
  id: 'o.id',
  findingId: 'o.latest_finding_id',
  agencyId: 'o.agency_id',
  officer: { table: 'officer as no', on: ['no.id', 'o.id'], view: () => officerView('no') },
};

const withNeeds = onceEach((node: Asked): Asked => {
  const all: Asked = new Map(node);
  for (const name of ['id', 'findingId', 'agencyId']) all.set(name, new Map());
  const officer = all.get('officer');
  if (officer) all.set('officer', withRightsOf(officer));
  return all;
});

const inNodes = onceEach((page: Asked): Asked => {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withNeeds(nodes));
  const node = all.get('edges')?.get('node');
  if (node) all.set('edges', new Map(all.get('edges')!).set('node', withNeeds(node)));
  return all;
});

/** Officers who need a class, as far as the actor may see them. */
function inNeed(actor: Actor, rows: Rows): Rows {
  const needy = rows
    .where('o.left_on', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from finding f where f.id = o.latest_finding_id and f.cause = 'HARD_TO_USE' and f.tier in ('IRREGULAR', 'NEVER'))`,
    )
    .where(
      sql<boolean>`not exists (select 1 from enrolment e where e.officer_id = o.id
        and (e.state in ('REQUESTED', 'WAITLISTED', 'ENROLLED') or (e.state = 'COMPLETED' and (e.finding_id = o.latest_finding_id or e.completed_on >= (select r.window_to from finding l
          join review r on r.id = l.review_id where l.id = o.latest_finding_id)))))`,
    );
  if (mayAll(actor, trainingAccess.readDemand as never)) return needy;
  return needy.where(sql<boolean>`o.agency_id = any(${scopesOf(actor, 'AGENCY_CONTACT')}::uuid[])`);
}

export type DemandListInput = PageInput & { search?: string | null; where?: DemandCondition | null };

/** Officers in need, by agency, leaders first, by name. */
export async function demandList(
  read: Reader,
  asked: Asked,
  actor: Actor,
  { search, where, ...page }: DemandListInput,
): Promise<Page<any>> {
  const ofDistrict = where?.districtId ? await agenciesOfDistricts(read, where.districtId) : null;
  return pageOfList<any>(read, inNodes(asked), {
    table: 'officer as o',
    view,
    orderBy: [
      { by: sql`(select g.sort_key from agency g where g.id = o.agency_id)` },
      { by: sql`case when o.is_leader then 0 else 1 end`, kind: 'whole' },
      { by: 'o.sort_key' },
    ],
    where: (q) => {
      let rows = whereIs(whereId(inNeed(actor, q), 'o.agency_id', where?.agencyId), 'o.is_leader', where?.isLeader);
      if (ofDistrict) rows = rows.where(sql<boolean>`o.agency_id = any(${ofDistrict}::uuid[])`);
      return whereSearched(rows, 'o.search_text', search);
    },
    ...page,
  });
}

const agenciesOf = async ({ db, run }: Reader): Promise<ReadonlyMap<string, KnownAgency>> => {
  const rows = await run<KnownAgency>(db.selectFrom('agency as a').select(['a.id', 'a.kind', 'a.parent_id as parentId']) as never);
  return new Map(rows.map((agency) => [agency.id, agency]));
};

async function agenciesOfDistricts(read: Reader, { eq, in: many }: IdCondition): Promise<string[]> {
  const agencies = await agenciesOf(read);
  const wanted = (district: string | null) =>
    district !== null && (eq == null || district === eq) && (many == null || many.includes(district));
  return [...agencies.keys()].filter((id) => wanted(districtOf(id, agencies)));
}

/** The district in which each agency lies; null for bodies of the city. */
export async function districtsOf(read: Reader, agencyIds: readonly string[]): Promise<(string | null)[]> {
  const agencies = await agenciesOf(read);
  return agencyIds.map((id) => districtOf(id, agencies));
}

export interface DemandFigure {
  agencyId: string;
  districtId: string | null;
  officers: number;
  leaders: number;
}

type Person = { id: string; agencyId: string; isLeader: boolean };

const people = ({ db, run }: Reader, actor: Actor): Promise<Person[]> =>
  run<Person>(
    inNeed(actor, db.selectFrom('officer as o') as unknown as Rows)
      .select(['o.id', 'o.agency_id as agencyId', 'o.is_leader as isLeader'])
      .orderBy('o.agency_id')
      .orderBy('o.sort_key')
      .orderBy('o.id'),
  );

const figuresOf = (persons: readonly Person[], agencies: ReadonlyMap<string, KnownAgency>): DemandFigure[] => {
  const byAgency = new Map<string, DemandFigure>();
  for (const { agencyId, isLeader } of persons) {
    const figure = byAgency.get(agencyId) ?? { agencyId, districtId: districtOf(agencyId, agencies), officers: 0, leaders: 0 };
    byAgency.set(agencyId, { ...figure, officers: figure.officers + 1, leaders: figure.leaders + (isLeader ? 1 : 0) });
  }
  return [...byAgency.values()].sort((a, b) => b.officers - a.officers || a.agencyId.localeCompare(b.agencyId));
};

/** How many need a class, by agency, the most first. */
export async function demandByAgency(read: Reader, actor: Actor): Promise<DemandFigure[]> {
  const [persons, agencies] = await Promise.all([people(read, actor), agenciesOf(read)]);
  return figuresOf(persons, agencies);
}

export interface ClassProposal extends ProposedClass {
  figures: DemandFigure[];
  officerIds: string[];
}

/** Classes of at most `capacity` people that would meet the demand (proposal.rules.ts). */
export async function classProposals(read: Reader, actor: Actor, capacity: number): Promise<ClassProposal[]> {
  const [persons, agencies] = await Promise.all([people(read, actor), agenciesOf(read)]);
  const needs = new Map<string, Need & { officerIds: string[] }>();
  for (const { id, agencyId } of persons) {
    const need = needs.get(agencyId) ?? { agencyId, districtId: districtOf(agencyId, agencies), officerIds: [] };
    need.officerIds.push(id);
    needs.set(agencyId, need);
  }
  const byId = new Map(persons.map((person) => [person.id, person]));
  return proposeClasses([...needs.values()], capacity).map((proposed) => {
    const officerIds = proposed.needs.flatMap((need) => need.officerIds);
    return {
      ...proposed,
      officerIds,
      figures: figuresOf(
        officerIds.map((id) => byId.get(id)!),
        agencies,
      ),
    };
  });
}
