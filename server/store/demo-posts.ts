/** Which posts does an agency have: one head, a few deputies, heads of division, and staff? */
import type { AgencyValues } from '../registry/agency-import.rules.js';
import type { Chance } from './demo-random.js';

/** About one officer in eight leads. */
const LEADER_SHARE = 0.12;

const HEADS: readonly (readonly [RegExp, string, string, string])[] = [
  [/^Sở /, 'Giám đốc', 'Phó Giám đốc', 'phòng'],
  [/^(Quận|Huyện) /, 'Chủ tịch Ủy ban nhân dân', 'Phó Chủ tịch Ủy ban nhân dân', 'phòng'],
  [/^Ban /, 'Trưởng ban', 'Phó Trưởng ban', 'phòng'],
  [/^Văn phòng /, 'Chánh Văn phòng', 'Phó Chánh Văn phòng', 'phòng'],
  [/^Thanh tra /, 'Chánh Thanh tra', 'Phó Chánh Thanh tra', 'phòng'],
  [/^Viện /, 'Viện trưởng', 'Phó Viện trưởng', 'phòng'],
  [/^Lực lượng /, 'Chỉ huy trưởng', 'Phó Chỉ huy trưởng', 'phòng'],
  [/^/, 'Giám đốc', 'Phó Giám đốc', 'phòng'],
];

const STAFF: readonly (readonly [string, number])[] = [
  ['Chuyên viên', 93],
  ['Chuyên viên chính', 39],
  ['Kế toán viên', 22],
  ['Văn thư viên', 16],
  ['Thanh tra viên', 25],
  ['Cán sự', 27],
];

export interface DemoPost {
  post: string;
  isLeader: boolean;
}

/** One post a person, the head first; `size` persons in all. */
export function postsOf(agency: Pick<AgencyValues, 'name'>, size: number, chance: Chance): DemoPost[] {
  const [, head, deputy, division] = HEADS.find(([form]) => form.test(agency.name))!;
  const leaders = Math.min(size - 1, Math.max(2, Math.round(size * LEADER_SHARE)));
  const deputies = Math.min(leaders - 1, size < 60 ? 1 : size < 250 ? 2 : 4);
  const staff = chance.weighted(STAFF);
  return Array.from({ length: size }, (_, i): DemoPost => {
    if (i === 0) return { post: head, isLeader: true };
    if (i <= deputies) return { post: deputy, isLeader: true };
    if (i < leaders) return { post: `${i % 3 === 0 ? 'Phó Trưởng' : 'Trưởng'} ${division}`, isLeader: true };
    return { post: i === leaders ? 'Văn thư viên' : staff(), isLeader: false };
  });
}
