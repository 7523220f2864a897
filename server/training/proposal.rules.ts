/**
 * Which classes would meet the demand? An agency with enough people for a class of its own gets one or several of even size; the others
 * are put together, those of one district first, then districts with districts and city departments with departments.
 */

/** People of one agency who need a class. */
export interface Need {
  agencyId: string;
  /** District in which the agency lies, or which it is; null: a body of the city. */
  districtId: string | null;
  officerIds: readonly string[];
}

export interface ProposedClass {
  /** The agencies with the people of each, the largest first. */
  needs: Need[];
  officers: number;
}

/** From half a class on, an agency is worth a class of its own. */
const WORTH_A_CLASS = 0.5;

const size = ({ officerIds }: Need): number => officerIds.length;
const total = (needs: readonly Need[]): number => needs.reduce((sum, need) => sum + size(need), 0);

/** Classes for everybody, none with more than `capacity` people; the largest first, the same for the same demand. */
export function proposeClasses(demand: readonly Need[], capacity: number): ProposedClass[] {
  const needs = demand.filter((need) => size(need) > 0).sort((a, b) => size(b) - size(a) || a.agencyId.localeCompare(b.agencyId));
  const large = needs.filter((need) => size(need) >= capacity * WORTH_A_CLASS);
  const small = needs.filter((need) => size(need) < capacity * WORTH_A_CLASS);
  const districts = grouped(small.filter((need) => need.districtId !== null));
  const together = [...districts, ...small.filter((need) => need.districtId === null).map((need) => [need])];
  const classes = [
    ...large.flatMap((need) => evenParts(need, capacity).map((part) => [part])),
    ...packed(
      together.filter(([first]) => first!.districtId !== null),
      capacity,
    ),
    ...packed(
      together.filter(([first]) => first!.districtId === null),
      capacity,
    ),
  ];
  return classes.map((held) => ({ needs: held, officers: total(held) })).sort((a, b) => b.officers - a.officers);
}

/** The needs of each district together. */
function grouped(needs: readonly Need[]): Need[][] {
  const byDistrict = new Map<string, Need[]>();
  for (const need of needs) byDistrict.set(need.districtId!, [...(byDistrict.get(need.districtId!) ?? []), need]);
  return [...byDistrict.values()];
}

/** One agency cut into as few classes as possible, of sizes that differ by one at most. */
function evenParts(need: Need, capacity: number): Need[] {
  const parts = Math.ceil(size(need) / capacity);
  return Array.from({ length: parts }, (_, i) => ({
    ...need,
    officerIds: need.officerIds.slice(Math.floor((i * size(need)) / parts), Math.floor(((i + 1) * size(need)) / parts)),
  }));
}

/** Groups that stay together where they fit, each in the first class with room; a group larger than a class is cut at its agencies. */
function packed(groups: readonly Need[][], capacity: number): Need[][] {
  const pieces = groups.flatMap((group) => (total(group) > capacity ? group.map((need) => [need]) : [group]));
  const classes: Need[][] = [];
  for (const piece of [...pieces].sort((a, b) => total(b) - total(a))) {
    const roomy = classes.find((held) => total(held) + total(piece) <= capacity);
    if (roomy) roomy.push(...piece);
    else classes.push([...piece]);
  }
  return classes;
}

export interface KnownAgency {
  id: string;
  kind: string;
  parentId: string | null;
}

const DISTRICTS = ['URBAN_DISTRICT', 'RURAL_DISTRICT'];

/** The district an agency lies in: itself, or the nearest above it that is one; null for bodies of the city. */
export function districtOf(agencyId: string, agencies: ReadonlyMap<string, KnownAgency>): string | null {
  const seen = new Set<string>();
  for (let id: string | null = agencyId; id && !seen.has(id);) {
    seen.add(id);
    const agency = agencies.get(id);
    if (!agency) return null;
    if (DISTRICTS.includes(agency.kind)) return agency.id;
    id = agency.parentId;
  }
  return null;
}
