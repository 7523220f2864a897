/** Under which titles does a person read what is held about their cases? */
import type { HoldingWords } from '../kernel/personal-data.js';

const reference = { vi: 'Hồ sơ', en: 'Case' };

export const decisionsHolds = {
  cases: {
    title: { vi: 'Hồ sơ và quyết định', en: 'Cases and decisions' },
    columns: {
      reference,
      kind: { vi: 'Loại', en: 'Kind' },
      state: { vi: 'Trạng thái', en: 'State' },
      committee: { vi: 'Ban chỉ đạo', en: 'Committee' },
      legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
      grounds: { vi: 'Lý do đề nghị', en: 'Grounds' },
      awardYear: { vi: 'Năm thi đua', en: 'Emulation year' },
      awardTitles: { vi: 'Danh hiệu', en: 'Titles' },
      mailboxAddress: { vi: 'Hộp thư', en: 'Mailbox' },
      proposedAt: { vi: 'Đề nghị lúc', en: 'Proposed at' },
      servedOn: { vi: 'Thông báo ngày', en: 'Notice served on' },
      noticeMeans: { vi: 'Cách thông báo', en: 'Means of notice' },
      explainUntil: { vi: 'Giải trình đến hết ngày', en: 'Explanation until' },
      explanation: { vi: 'Giải trình', en: 'Explanation' },
      explainedOn: { vi: 'Giải trình ngày', en: 'Explained on' },
      explanationPaper: { vi: 'Bản chụp giải trình', en: 'Scan of the explanation' },
      answer: { vi: 'Trả lời giải trình', en: 'Answer' },
      number: { vi: 'Số quyết định', en: 'Number' },
      inForceOn: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
      decisionServedOn: { vi: 'Giao quyết định ngày', en: 'Decision served on' },
      appealUntil: { vi: 'Khiếu nại đến hết ngày', en: 'Appeal until' },
    },
  },
  votes: {
    title: { vi: 'Kết quả biểu quyết về hồ sơ của ông/bà', en: 'Votes on your cases' },
    columns: {
      reference,
      purpose: { vi: 'Về việc', en: 'About' },
      openedAt: { vi: 'Mở lúc', en: 'Opened at' },
      closedAt: { vi: 'Kết thúc lúc', en: 'Closed at' },
      base: { vi: 'Số thành viên có quyền', en: 'Members who could vote' },
      quorum: { vi: 'Số thành viên tối thiểu', en: 'Quorum' },
      present: { vi: 'Có biểu quyết', en: 'Present' },
      for: { vi: 'Tán thành', en: 'For' },
      against: { vi: 'Không tán thành', en: 'Against' },
      abstain: { vi: 'Không có ý kiến', en: 'Abstained' },
      result: { vi: 'Kết quả', en: 'Result' },
    },
  },
  history: {
    title: { vi: 'Diễn biến hồ sơ', en: 'What happened in your cases' },
    columns: {
      reference,
      at: { vi: 'Lúc', en: 'At' },
      action: { vi: 'Việc', en: 'Act' },
      toState: { vi: 'Trạng thái sau đó', en: 'State after it' },
      note: { vi: 'Ghi chú', en: 'Note' },
    },
  },
  appeals: {
    title: { vi: 'Khiếu nại', en: 'Appeals' },
    columns: {
      reference,
      instance: { vi: 'Lần', en: 'Instance' },
      receivedOn: { vi: 'Nhận ngày', en: 'Received on' },
      text: { vi: 'Nội dung', en: 'Text' },
      paper: { vi: 'Bản chụp đơn', en: 'Scan of the appeal' },
      settleBy: { vi: 'Giải quyết trước ngày', en: 'To be settled by' },
      settledOn: { vi: 'Giải quyết ngày', en: 'Settled on' },
      isUpheld: { vi: 'Giữ nguyên quyết định', en: 'Decision upheld' },
      answer: { vi: 'Trả lời', en: 'Answer' },
    },
  },
  exclusions: {
    title: { vi: 'Không xét danh hiệu thi đua', en: 'Exclusions from awards' },
    columns: {
      year: { vi: 'Năm', en: 'Year' },
      titles: { vi: 'Danh hiệu', en: 'Titles' },
      status: { vi: 'Trạng thái', en: 'State' },
      decisionNumber: { vi: 'Số quyết định', en: 'Decision' },
      inForceOn: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
      recordedFrom: { vi: 'Ghi nhận từ', en: 'Recorded from' },
      recordedUntil: { vi: 'Ghi nhận đến', en: 'Recorded until' },
    },
  },
  orders: {
    title: { vi: 'Lệnh về hộp thư của ông/bà', en: 'Orders about your mailbox' },
    columns: {
      number: { vi: 'Số', en: 'Number' },
      address: { vi: 'Hộp thư', en: 'Mailbox' },
      kind: { vi: 'Lệnh', en: 'Order' },
      state: { vi: 'Trạng thái', en: 'State' },
      reason: { vi: 'Lý do', en: 'Reason' },
      createdAt: { vi: 'Ra lệnh lúc', en: 'Ordered at' },
      doneAt: { vi: 'Thực hiện lúc', en: 'Done at' },
    },
  },
  seats: {
    title: { vi: 'Bạn là thành viên ban chỉ đạo', en: 'Your seats in committees' },
    columns: {
      committee: { vi: 'Ban chỉ đạo', en: 'Committee' },
      seat: { vi: 'Vai trò', en: 'Seat' },
      fromOn: { vi: 'Từ ngày', en: 'From' },
      untilOn: { vi: 'Đến ngày', en: 'Until' },
    },
  },
  ballots: {
    title: { vi: 'Phiếu biểu quyết và khai báo của ông/bà', en: 'Your votes and what you declared' },
    columns: {
      reference,
      at: { vi: 'Lúc', en: 'At' },
      choice: { vi: 'Lựa chọn', en: 'Choice' },
      reason: { vi: 'Lý do', en: 'Reason' },
    },
  },
} satisfies Record<string, HoldingWords>;
