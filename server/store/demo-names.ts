/** Names of the synthetic officers, drawn by about the frequencies of the country; no real person is meant. */
import { searchKey } from '../kernel/name.rules.js';
import type { Chance } from './demo-random.js';

const FAMILY: readonly (readonly [string, number])[] = [
  ['Nguyễn', 384],
  ['Trần', 121],
  ['Lê', 95],
  ['Phạm', 70],
  ['Huỳnh', 36],
  ['Hoàng', 25],
  ['Phan', 45],
  ['Vũ', 16],
  ['Võ', 27],
  ['Đặng', 21],
  ['Bùi', 20],
  ['Đỗ', 14],
  ['Hồ', 13],
  ['Ngô', 13],
  ['Dương', 10],
  ['Lý', 6],
  ['Đinh', 7],
  ['Trương', 11],
  ['Đoàn', 7],
  ['Lâm', 6],
  ['Mai', 6],
  ['Trịnh', 5],
  ['Đào', 5],
  ['Cao', 5],
  ['Lương', 5],
  ['Hà', 4],
  ['Tô', 3],
  ['Tạ', 3],
  ['Châu', 3],
  ['Thái', 3],
  ['Phùng', 3],
  ['Vương', 2],
  ['Quách', 2],
  ['Kiều', 1],
  ['Lưu', 3],
  ['Tôn', 1],
  ['Từ', 1],
  ['Tăng', 1],
];
const FEMALE_MIDDLE: readonly (readonly [string, number])[] = [
  ['Thị', 46],
  ['Ngọc', 12],
  ['Thu', 6],
  ['Thanh', 6],
  ['Kim', 6],
  ['Bích', 4],
  ['Mỹ', 4],
  ['Minh', 3],
  ['Phương', 3],
  ['Hồng', 3],
  ['Quỳnh', 2],
  ['Diệu', 2],
  ['Tuyết', 2],
  ['Hoài', 1],
];
const MALE_MIDDLE: readonly (readonly [string, number])[] = [
  ['Văn', 30],
  ['Minh', 10],
  ['Hữu', 7],
  ['Đức', 7],
  ['Quốc', 6],
  ['Thanh', 6],
  ['Công', 5],
  ['Đình', 5],
  ['Xuân', 4],
  ['Ngọc', 4],
  ['Hoàng', 4],
  ['Bá', 3],
  ['Trọng', 3],
  ['Tấn', 3],
  ['Quang', 3],
  ['Anh', 2],
  ['Thành', 2],
  ['Phước', 2],
];
const FEMALE_GIVEN =
  'Lan Hương Hoa Hạnh Hằng Thủy Linh Trang Thảo Mai Nga Loan Oanh Yến Dung Hà Anh Châu Chi Cúc Diễm Diệp Giang Hiền Huệ Kiều Lệ Liên Ly My Ngân Nguyệt Nhung Nhi Phượng Quyên Quỳnh Thoa Thơ Thúy Thư Tiên Trâm Trinh Tuyết Vân Vy Xuân Ánh Ân Đào Đoan Uyên Tâm Phương Ngọc Thu'.split(
    ' ',
  );
const MALE_GIVEN =
  'An Bảo Bình Cường Dũng Dương Đạt Đông Đức Hải Hiếu Hòa Hoàng Hùng Huy Hưng Khang Khánh Khoa Kiên Lâm Lộc Long Luân Minh Nam Nghĩa Nhân Phong Phú Phúc Phước Quân Quang Quốc Sơn Tài Tâm Tân Thái Thắng Thành Thiện Thịnh Thuận Toàn Trí Trung Trường Tuấn Tùng Vinh Vũ Ước Ý'.split(
    ' ',
  );

export function nameMaker(chance: Chance): () => string {
  const family = chance.weighted(FAMILY);
  const femaleMiddle = chance.weighted(FEMALE_MIDDLE);
  const maleMiddle = chance.weighted(MALE_MIDDLE);
  return () => {
    const isFemale = chance.isHit(0.47);
    const middle = isFemale ? femaleMiddle : maleMiddle;
    const given = chance.pick(isFemale ? FEMALE_GIVEN : MALE_GIVEN);
    const words = [family(), middle()];
    const second = middle();
    if (chance.isHit(0.4) && second !== 'Thị' && second !== 'Văn') words.push(second);
    words.push(given);
    return words.filter((word, i) => words.indexOf(word) === i).join(' ');
  };
}

/** `Nguyễn Thị Lan` is `lan.nt`, the next one of the same letters `lan.nt2`: as the city's offices write addresses. */
export function addressMaker(): (fullName: string, domain: string) => string {
  const taken = new Set<string>();
  return (fullName, domain) => {
    const words = searchKey(fullName).split(' ');
    const stem = `${words.at(-1)}.${words
      .slice(0, -1)
      .map((word) => word[0])
      .join('')}`;
    for (let number = 1; ; number++) {
      const address = `${stem}${number === 1 ? '' : number}@${domain}`;
      if (taken.has(address)) continue;
      taken.add(address);
      return address;
    }
  };
}
