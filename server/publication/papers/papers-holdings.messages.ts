/** Under which titles does a person read which papers were issued about them? */
import type { HoldingWords } from '../../kernel/personal-data.js';

export const papersHolds = {
  papers: {
    title: { vi: 'Văn bản đã phát hành', en: 'Papers issued' },
    columns: {
      kind: { vi: 'Loại văn bản', en: 'Kind' },
      version: { vi: 'Phiên bản', en: 'Version' },
      number: { vi: 'Số', en: 'Number' },
      datedOn: { vi: 'Ngày', en: 'Date' },
      issuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
      code: { vi: 'Mã kiểm chứng', en: 'Verification code' },
      signedOn: { vi: 'Ký, đóng dấu ngày', en: 'Signed and sealed on' },
      replacedAt: { vi: 'Được thay thế lúc', en: 'Replaced at' },
    },
  },
} satisfies Record<string, HoldingWords>;
