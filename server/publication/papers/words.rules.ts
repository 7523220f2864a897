/**
 * How is something written on a Vietnamese administrative paper: capitals, leading zeros, what a legal basis, a recipient and a name end and begin with?
 * Pure, and used by both renderers, so that DOCX and PDF say the same (Decree 30/2020/NĐ-CP, Annex I).
 */

/** What no file may hold or nobody can see: control characters, marks that turn the direction of writing, halves of characters. */
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g;

/** Text as it may stand in a paper: NFC, tabs as spaces, one kind of line end. */
export function written(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unwritable, '')
    .normalize('NFC');
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return written(text).replace(/\s+/g, ' ').trim();
}

/** Its paragraphs: a line end typed by a person begins a new one, empty ones are left out. */
export function paragraphsIn(text: string): string[] {
  return written(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** On as many lines as it was typed in: names of bodies and titles may be broken where the city wants it. */
export function onOwnLines(text: string): string {
  return paragraphsIn(text).map(onOneLine).join('\n');
}

export function inCapitals(text: string): string {
  return onOwnLines(text).toLocaleUpperCase('vi');
}

/** Syllables that make one word in names of bodies and titles; no line ends between them. */
const PAIRS = new Set(
  `ủy ban|uỷ ban|nhân dân|thành phố|hồ chí|chí minh|hà nội|đà nẵng|hải phòng|cần thơ|ban chỉ|chỉ đạo|hội đồng|tổ công|công tác|văn phòng|cơ quan|đơn vị
  cải cách|cách hành|hành chính|ứng dụng|công nghệ|nghệ thông|thông tin|truyền thông|chuyển đổi|đổi số|thi đua|khen thưởng|hộp thư|thư điện|điện tử|công vụ|cán bộ|công chức
  nội vụ|tư pháp|tài chính|kế hoạch|đầu tư|công thương|nông nghiệp|phát triển|nông thôn|giao thông|vận tải|xây dựng|tài nguyên|môi trường|khoa học
  giáo dục|đào tạo|lao động|thương binh|xã hội|văn hóa|văn hoá|thể thao|du lịch|ngoại vụ|thanh tra|dân tộc|tôn giáo|đặc khu|thị xã|thị trấn
  trưởng ban|trưởng phòng|phó trưởng|phó giám|giám đốc|chủ tịch|phó chủ|thư ký|danh sách|danh hiệu|quyết định|thu hồi|xét tặng|đối với|về việc|sử dụng|nhu cầu|kết quả|rà soát|kèm theo`.split(
    /[|\s]*\n\s*|\|/,
  ),
);

/** Small words that no line ends with: they belong to what follows; so does a number that is no year. */
const FORERUNNERS = /^(?:và|của|các|cho|tại|theo|từ|đến|ông|bà|số|khóa|lớp|đợt|kỳ|là|do|có|không|bị|được|ngày|tháng|năm|\p{N}{1,3})$/u;

/** A text in the pieces a line may end between. */
export function unbrokenPieces(text: string): string[] {
  const bare = (word: string) => word.toLocaleLowerCase('vi').replace(/[^\p{L}\p{N}]/gu, '');
  const isPair = (before: string, word: string) => FORERUNNERS.test(bare(before)) || PAIRS.has(`${bare(before)} ${bare(word)}`);
  return text.split(' ').reduce<string[]>((pieces, word, index, words) => {
    const before = words[index - 1];
    if (before !== undefined && !/[,;.:)]$/u.test(before) && isPair(before, word)) pieces[pieces.length - 1] += ` ${word}`;
    else pieces.push(word);
    return pieces;
  }, []);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** “Số: 01/QĐ-BCĐ”: numbers below 10 with a leading 0. */
export function numberLine(number: number, symbol: string): string {
  return `Số: ${twoDigits(number)}/${onOneLine(symbol)}`;
}

/** “ngày 09 tháng 02 năm 2026”: days below 10 and the months 1 and 2 with a leading 0, the months 3 to 9 without; `day` is YYYY-MM-DD. */
export function dateInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `ngày ${twoDigits(date)} tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`;
}

/** “Thành phố Hồ Chí Minh, ngày 09 tháng 02 năm 2026”. */
export function placeAndDateLine(place: string, day: string): string {
  return `${onOneLine(place)}, ${dateInWords(day)}`;
}

/** The text with one mark at its end, whatever it ended with before. */
function endedWith(mark: ';' | '.', text: string): string {
  return `${onOneLine(text).replace(/[\s;.,]+$/u, '')}${mark}`;
}

/** Legal bases: each ends in “;”, the last in “.”. */
export function basesWritten(bases: readonly string[]): string[] {
  return bases.map((basis, index) => endedWith(index === bases.length - 1 ? '.' : ';', basis));
}

/** Recipients: each begins with “- ” and ends in “;”, the last (“- Lưu: VT, …”) in “.”. */
export function recipientsWritten(recipients: readonly string[]): string[] {
  return recipients
    .map((recipient) => onOneLine(recipient).replace(/^[-–—•]\s*/u, ''))
    .filter((recipient) => recipient !== '')
    .map((recipient, index, all) => `- ${endedWith(index === all.length - 1 ? '.' : ';', recipient)}`);
}

/** Words need a space after them, short forms a full stop or a space; no Vietnamese name begins with any of these. */
const academicTitle =
  /^(?:(?:phó giáo sư|giáo sư|tiến sĩ khoa học|tiến sĩ|thạc sĩ|cử nhân|kỹ sư|bác sĩ|dược sĩ)(?=[\s,.])|(?:PGS|GS|TSKH|TS|Th\.?S|BSCKI{1,2}|BS|CKI{1,2}|DS|KTS|KS|CN)(?:\.|(?=[\s,])))[\s.,-]*/iu;

/** The full name alone: “PGS.TS. Nguyễn Văn An” signs as “Nguyễn Văn An”. A name is never left empty. */
export function withoutAcademicTitles(name: string): string {
  const whole = onOneLine(name);
  const shorter = whole.replace(academicTitle, '');
  return shorter === whole || shorter === '' ? whole : withoutAcademicTitles(shorter);
}
