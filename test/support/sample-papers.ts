/** Papers as the house writes them, with names that try every Vietnamese letter: what the tests of the layout print. */
import type { Block, Head, Paper } from '../../server/publication/papers/paper.js';
import { numberLine, placeAndDateLine } from '../../server/publication/papers/words.rules.js';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Hoàng', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const middles = ['Thị Ngọc', 'Hữu Nghĩa', 'Ưu', 'Văn', 'Thị Mỹ', 'Đức', 'Quỳnh', 'Phước Ưỡn', 'Kiều', 'Thuỵ'];
const givens = ['Ẩn', 'Ỷ', 'Ẵm', 'Khuyến', 'Ưởng', 'Nghĩa', 'Ợi', 'Ễnh', 'Đẳng', 'Thuở', 'Hằng', 'Ổn'];
const posts = ['Trưởng phòng', 'Phó Trưởng phòng', 'Chuyên viên', 'Chánh Văn phòng', 'Phó Giám đốc'];
const agencies = [
  'Sở Nội vụ',
  'Ủy ban nhân dân Quận 1',
  'Sở Thông tin và Truyền thông',
  'Ủy ban nhân dân huyện Củ Chi',
  'Sở Giao thông vận tải',
];
const pick = (list: readonly string[], index: number) => list[index % list.length]!;

export const HARD_NAMES = ['Nguyễn Thị Ngọc Ẩn', 'Đặng Ưu Ỷ', 'Huỳnh Khuyến', 'Lê Hữu Nghĩa Ẵm', 'Phạm Thuỵ Ưởng', 'Võ Thị Mỹ Ợi'];

export function personRows(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const name = HARD_NAMES[index] ?? `${pick(families, index)} ${pick(middles, index + (index >> 3))} ${pick(givens, index * 5)}`;
    return [String(index + 1), name, pick(posts, index), pick(agencies, index * 2)];
  });
}

export const ISSUER = 'Ban Chỉ đạo cải cách hành chính và ứng dụng công nghệ thông tin';
export const URL_OF_CODE = 'https://hopthu.tphcm.example/kiem-chung/HT-7K2M-9QXD';

function head(number: string | null, day = '2026-02-09'): Head {
  return {
    superior: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
    issuer: ISSUER,
    number,
    placeAndDate: placeAndDateLine('Thành phố Hồ Chí Minh', day),
  };
}

const issued = { verification: { code: 'HT-7K2M-9QXD', url: URL_OF_CODE }, isDraft: false, annexes: [] } satisfies Partial<Paper>;

const bases: Block[] = [
  { kind: 'BASIS', text: 'Căn cứ Luật Tổ chức chính quyền địa phương' },
  { kind: 'BASIS', text: 'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022' },
  {
    kind: 'BASIS',
    text: 'Căn cứ Quyết định số 1518/QĐ-UBND ngày 03 tháng 4 năm 2025 của Chủ tịch Ủy ban nhân dân Thành phố về việc thành lập Ban Chỉ đạo;',
  },
  {
    kind: 'BASIS',
    text: 'Theo đề nghị của Tổ trưởng Tổ công tác ứng dụng công nghệ thông tin tại Tờ trình số 07/TTr-TCT ngày 02 tháng 02 năm 2026',
  },
];

const decides: Block[] = [{ kind: 'CENTRED', text: 'QUYẾT ĐỊNH:', isBold: true }];

export function individualDecision(): Paper {
  return {
    ...issued,
    head: head(numberLine(1, 'QĐ-BCĐ')),
    title: {
      kind: 'Quyết định',
      about: 'Về việc không xét tặng danh hiệu thi đua năm 2026 đối với bà Nguyễn Thị Ngọc Ẩn, Phó Trưởng phòng, Sở Nội vụ',
    },
    body: [
      { kind: 'CENTRED', text: 'TRƯỞNG BAN CHỈ ĐẠO', isBold: true },
      ...bases,
      ...decides,
      {
        kind: 'ARTICLE',
        number: 1,
        words: [
          'Không xét tặng các danh hiệu thi đua năm 2026 (Chiến sĩ thi đua cơ sở, Chiến sĩ thi đua Thành phố) đối với bà ',
          { text: 'Nguyễn Thị Ngọc Ẩn', isBold: true },
          ', Phó Trưởng phòng Tổ chức - Biên chế, Sở Nội vụ; lý do: không sử dụng hộp thư điện tử công vụ trong kỳ rà soát từ ngày 01/10/2025 đến ngày 31/12/2025 và không chấp hành nhắc nhở bằng văn bản.',
        ],
      },
      {
        kind: 'ARTICLE',
        number: 2,
        words: [
          'Bà Nguyễn Thị Ngọc Ẩn có quyền khiếu nại trong thời hạn 30 ngày kể từ ngày nhận được Quyết định này. Trong thời gian giải quyết khiếu nại, Quyết định tạm thời chưa được thi hành.',
        ],
      },
      {
        kind: 'ARTICLE',
        number: 3,
        words: [
          'Chánh Văn phòng Ủy ban nhân dân Thành phố, Giám đốc Sở Nội vụ, Tổ trưởng Tổ công tác và bà Nguyễn Thị Ngọc Ẩn chịu trách nhiệm thi hành Quyết định này.',
        ],
      },
      { kind: 'ARTICLE', number: 4, words: ['Quyết định này có hiệu lực kể từ ngày ký.'] },
    ],
    foot: {
      recipients: ['Như Điều 3', 'Thường trực Ủy ban nhân dân Thành phố', 'Ban Thi đua - Khen thưởng Thành phố', 'Lưu: VT, BCĐ (HS)'],
      signatures: [{ authority: ['TM. Ban Chỉ đạo', 'Trưởng ban'], name: 'PGS.TS. Lê Hữu Nghĩa Ẵm' }],
    },
    fileTitle: 'Quyết định số 01/QĐ-BCĐ về việc không xét tặng danh hiệu thi đua',
  };
}

export function decisionWithList(count = 60): Paper {
  return {
    ...issued,
    head: head(numberLine(12, 'QĐ-BCĐ'), '2026-11-23'),
    title: { kind: 'Quyết định', about: `Về việc thu hồi hộp thư điện tử công vụ của ${count} cán bộ, công chức không có nhu cầu sử dụng` },
    body: [
      { kind: 'CENTRED', text: 'TRƯỞNG BAN CHỈ ĐẠO', isBold: true },
      ...bases,
      ...decides,
      {
        kind: 'ARTICLE',
        number: 1,
        words: [`Thu hồi hộp thư điện tử công vụ của ${count} cán bộ, công chức có tên trong danh sách kèm theo.`],
      },
      {
        kind: 'ARTICLE',
        number: 2,
        words: [
          'Hộp thư bị khóa kể từ ngày Quyết định có hiệu lực:\nThư đã nhận được lưu giữ theo quy định về lưu trữ.\nHộp thư được cấp lại khi có quyết định phục hồi.',
        ],
      },
      { kind: 'ARTICLE', number: 3, words: ['Quyết định này có hiệu lực kể từ ngày 24 tháng 11 năm 2026.'] },
    ],
    foot: {
      recipients: ['- Như Điều 1;', '- Các sở, ban, ngành, Ủy ban nhân dân các quận, huyện;', '- Lưu: VT, BCĐ.'],
      signatures: [{ authority: ['KT. Trưởng ban', 'Phó Trưởng ban'], name: 'ThS. Huỳnh Khuyến' }],
    },
    annexes: [
      {
        title: 'Danh sách cán bộ, công chức bị thu hồi hộp thư điện tử công vụ',
        belongsTo:
          '(Kèm theo Quyết định số 12/QĐ-BCĐ ngày 23 tháng 11 năm 2026 của Ban Chỉ đạo cải cách hành chính và ứng dụng công nghệ thông tin)',
        blocks: [{ kind: 'TABLE', table: { columns: listColumns, rows: personRows(count) } }],
      },
    ],
    fileTitle: 'Quyết định số 12/QĐ-BCĐ về việc thu hồi hộp thư điện tử công vụ',
  };
}

const listColumns = [
  { title: 'STT', share: 0.08, align: 'CENTRE' as const },
  { title: 'Họ và tên', share: 0.32 },
  { title: 'Chức vụ', share: 0.24 },
  { title: 'Đơn vị', share: 0.36 },
];

export function notice(): Paper {
  return {
    ...issued,
    head: head(numberLine(5, 'TB-BCĐ'), '2026-03-05'),
    title: { kind: 'Thông báo', about: 'Về kết quả rà soát việc sử dụng hộp thư điện tử công vụ' },
    body: [
      { kind: 'TEXT', words: ['Kính gửi: Ông ', { text: 'Đặng Ưu Ỷ', isBold: true }, ', Chuyên viên, Ủy ban nhân dân Quận 1.'] },
      {
        kind: 'TEXT',
        words: [
          'Theo kết quả Đợt rà soát quý IV năm 2025, hộp thư dang.uu.y@quan1.tphcm.example của Ông không được sử dụng trong 64 ngày làm việc có đủ dữ liệu.',
        ],
      },
      { kind: 'HEADING', text: '1. Việc có thể được quyết định' },
      { kind: 'TEXT', words: ['Ban Chỉ đạo có thể quyết định thu hồi hộp thư của Ông.'] },
      { kind: 'HEADING', text: '2. Quyền giải trình' },
      {
        kind: 'POINTS',
        points: [
          ['Ông có thể giải trình bằng văn bản hoặc trên hệ thống đến hết ngày ', { text: '16/3/2026', isBold: true }, ';'],
          ['Hồ sơ xem tại https://hopthu.tphcm.example/ho-so bằng mã dùng một lần gửi riêng cho Ông.'],
        ],
      },
      { kind: 'CUT', text: 'Phần dưới đây cắt rời, gửi lại Ban Chỉ đạo' },
      { kind: 'CENTRED', text: 'GIẤY XÁC NHẬN ĐÃ NHẬN THÔNG BÁO SỐ 05/TB-BCĐ', isBold: true },
      { kind: 'TO_FILL', label: 'Họ và tên:' },
      { kind: 'TO_FILL', label: 'Ngày nhận:' },
      { kind: 'TO_FILL', label: 'Ý kiến:', lines: 2 },
      { kind: 'TO_FILL', label: 'Ký tên:' },
    ],
    foot: {
      recipients: ['Như trên', 'Cán bộ đầu mối Ủy ban nhân dân Quận 1', 'Lưu: VT'],
      signatures: [{ authority: ['TL. Trưởng ban', 'Thư ký'], name: 'Phạm Thuỵ Ưởng' }],
    },
    fileTitle: 'Thông báo số 05/TB-BCĐ',
  };
}

export function minutes(): Paper {
  return {
    head: head(null, '2026-02-06'),
    verification: null,
    isDraft: true,
    annexes: [],
    title: { kind: 'Biên bản', about: 'Họp Ban Chỉ đạo phiên thứ 3 năm 2026' },
    body: [
      { kind: 'TEXT', words: ['Bắt đầu lúc 08 giờ 30 ngày 06/02/2026 tại Phòng họp số 2, 86 Lê Thánh Tôn, phường Bến Nghé.'] },
      { kind: 'HEADING', text: 'I. Thành phần' },
      {
        kind: 'POINTS',
        points: [
          ['Có mặt: 7/9 thành viên;'],
          ['Vắng mặt: Ông Lê Văn Ổn (có lý do: họp tại Bộ);'],
          ['Không tham gia biểu quyết vụ việc số 2: Bà Võ Thị Mỹ Ợi (cùng đơn vị).'],
        ],
      },
      { kind: 'HEADING', text: 'II. Nội dung' },
      {
        kind: 'TEXT',
        words: [{ text: 'Vụ việc 1.', isBold: true }, ' Đề nghị không xét tặng danh hiệu thi đua năm 2026 đối với bà Nguyễn Thị Ngọc Ẩn.'],
      },
      {
        kind: 'TABLE',
        table: {
          columns: [
            { title: 'Vụ việc', share: 4 },
            { title: 'Tán thành', share: 1, align: 'CENTRE' },
            { title: 'Không tán thành', share: 1, align: 'CENTRE' },
            { title: 'Ý kiến khác', share: 1, align: 'CENTRE' },
            { title: 'Kết quả', share: 2, align: 'CENTRE' },
          ],
          rows: [
            ['QD-2026-0042', '5', '1', '1', 'Thông qua'],
            ['QD-2026-0043', '2', '4', '0', 'Không thông qua'],
          ],
        },
      },
      { kind: 'TEXT', words: ['Ý kiến bảo lưu: “Cần xem xét lại thời gian nghỉ có phép của đương sự”.'] },
      { kind: 'TEXT', words: ['Cuộc họp kết thúc lúc 10 giờ 45 cùng ngày; biên bản đã được đọc cho những người dự họp cùng nghe.'] },
    ],
    foot: {
      recipients: ['Các thành viên Ban Chỉ đạo', 'Lưu: VT, HS'],
      signatures: [
        { authority: ['Thư ký'], hint: '(Ký, ghi rõ họ tên)', name: 'Phạm Thuỵ Ưởng' },
        { authority: ['Chủ trì'], hint: '(Ký, ghi rõ họ tên)', name: null },
      ],
    },
    fileTitle: 'Biên bản họp Ban Chỉ đạo phiên thứ 3 năm 2026',
  };
}

export function certificate(): Paper {
  return {
    ...issued,
    head: head(numberLine(120, 'GCN-TCT'), '2026-10-01'),
    title: { kind: 'Giấy chứng nhận', about: null },
    body: [
      { kind: 'CENTRED', text: 'TỔ CÔNG TÁC ỨNG DỤNG CÔNG NGHỆ THÔNG TIN', isBold: true },
      { kind: 'CENTRED', text: 'chứng nhận', isItalic: true },
      { kind: 'CENTRED', text: 'Bà Võ Thị Mỹ Ợi', isBold: true },
      {
        kind: 'TEXT',
        words: ['đã hoàn thành lớp tập huấn “Sử dụng hộp thư điện tử công vụ” (12 giờ), tổ chức từ ngày 07/9/2026 đến ngày 18/9/2026.'],
      },
    ],
    foot: { recipients: [], signatures: [{ authority: ['Tổ trưởng'], name: 'Huỳnh Khuyến' }] },
    fileTitle: 'Giấy chứng nhận số 120/GCN-TCT',
  };
}

export function caseFile(): Paper {
  return {
    ...issued,
    head: head(numberLine(42, 'HS-BCĐ'), '2026-02-09'),
    title: { kind: 'Hồ sơ vụ việc', about: 'QD-2026-0042' },
    body: [
      { kind: 'HEADING', text: '1. Diễn biến' },
      {
        kind: 'TABLE',
        table: {
          columns: [
            { title: 'Ngày', share: 2, align: 'CENTRE' },
            { title: 'Việc', share: 5 },
            { title: 'Người thực hiện', share: 3 },
          ],
          rows: Array.from({ length: 45 }, (_, index) => [
            `${String((index % 28) + 1).padStart(2, '0')}/01/2026`,
            `Bước ${index + 1}: chuyển trạng thái, ghi nhận căn cứ sử dụng và kết quả rà soát`,
            pick(HARD_NAMES, index),
          ]),
        },
      },
      { kind: 'HEADING', text: '2. Lập luận' },
      {
        kind: 'TEXT',
        words: [
          Array.from(
            { length: 12 },
            () =>
              'Hộp thư không có thư gửi, thư đọc trong 64 ngày làm việc; dữ liệu đầy đủ 98,4 %. Người giữ hộp thư đã được nhắc nhở bằng văn bản số 33/TCT-VP và được mời dự lớp tập huấn nhưng không tham gia.',
          ).join('\n'),
        ],
      },
    ],
    foot: { recipients: [], signatures: [{ authority: ['Người lập hồ sơ'], name: 'Phạm Thuỵ Ưởng' }] },
    fileTitle: 'Hồ sơ vụ việc QD-2026-0042',
  };
}

export const SAMPLE_PAPERS = { individualDecision, decisionWithList, notice, minutes, certificate, caseFile };
