/** What is said of settings of the layout that the decree does not allow, and how each setting is called. */
export const layoutMessages = {
  range: {
    vi: '{setting} phải từ {from} đến {to} (Nghị định 30/2020/NĐ-CP, Phụ lục I).',
    en: '{setting} must be from {from} to {to} (Decree 30/2020/NĐ-CP, Annex I).',
  },
  only: {
    vi: '{setting} phải là {from} (Nghị định 30/2020/NĐ-CP, Phụ lục I).',
    en: '{setting} must be {from} (Decree 30/2020/NĐ-CP, Annex I).',
  },
  font: {
    vi: 'Phông chữ phải là một trong các phông: {fonts}.',
    en: 'The font must be one of: {fonts}.',
  },
  unknown: { vi: 'Không có thiết lập thể thức “{name}”.', en: 'The layout has no setting “{name}”.' },
};

export const settingNames = {
  marginTopMm: { vi: 'Lề trên (mm)', en: 'Top margin (mm)' },
  marginBottomMm: { vi: 'Lề dưới (mm)', en: 'Bottom margin (mm)' },
  marginLeftMm: { vi: 'Lề trái (mm)', en: 'Left margin (mm)' },
  marginRightMm: { vi: 'Lề phải (mm)', en: 'Right margin (mm)' },
  pageNumberPt: { vi: 'Cỡ chữ số trang (pt)', en: 'Size of page numbers (pt)' },
  bodyPt: { vi: 'Cỡ chữ nội dung (pt)', en: 'Size of the text (pt)' },
  firstLineMm: { vi: 'Độ lùi đầu dòng (mm)', en: 'First line indent (mm)' },
  paragraphGapPt: { vi: 'Khoảng cách giữa các đoạn (pt)', en: 'Space between paragraphs (pt)' },
  lineSpacing: { vi: 'Khoảng cách giữa các dòng (số dòng)', en: 'Line spacing (lines)' },
  superiorPt: { vi: 'Cỡ chữ tên cơ quan cấp trên (pt)', en: 'Size of the superior body (pt)' },
  issuerPt: { vi: 'Cỡ chữ tên cơ quan ban hành (pt)', en: 'Size of the issuing body (pt)' },
  issuerLine: {
    vi: 'Độ dài đường kẻ dưới tên cơ quan ban hành (phần của dòng chữ)',
    en: 'Length of the line under the issuing body (share of the words)',
  },
  nationalPt: { vi: 'Cỡ chữ Quốc hiệu (pt)', en: 'Size of the name of the state (pt)' },
  mottoPt: { vi: 'Cỡ chữ Tiêu ngữ (pt)', en: 'Size of the motto (pt)' },
  mottoLine: { vi: 'Độ dài đường kẻ dưới Tiêu ngữ (phần của dòng chữ)', en: 'Length of the line under the motto (share of the words)' },
  numberPt: { vi: 'Cỡ chữ số, ký hiệu (pt)', en: 'Size of number and symbol (pt)' },
  placeAndDatePt: { vi: 'Cỡ chữ địa danh và thời gian (pt)', en: 'Size of place and date (pt)' },
  headLeftShare: { vi: 'Độ rộng cột trái của phần đầu (phần của trang)', en: 'Width of the left column of the head (share of the page)' },
  kindPt: { vi: 'Cỡ chữ tên loại văn bản (pt)', en: 'Size of the kind of paper (pt)' },
  aboutPt: { vi: 'Cỡ chữ trích yếu (pt)', en: 'Size of what the paper is about (pt)' },
  aboutLine: {
    vi: 'Độ dài đường kẻ dưới trích yếu (phần của dòng chữ)',
    en: 'Length of the line under what the paper is about (share of the words)',
  },
  basisPt: { vi: 'Cỡ chữ căn cứ ban hành (pt)', en: 'Size of legal bases (pt)' },
  authorityPt: { vi: 'Cỡ chữ quyền hạn, chức vụ người ký (pt)', en: 'Size of authority and post (pt)' },
  signerPt: { vi: 'Cỡ chữ họ tên người ký (pt)', en: 'Size of the name of the signatory (pt)' },
  signatureGapMm: { vi: 'Khoảng trống để ký và đóng dấu (mm)', en: 'Room for signature and seal (mm)' },
  recipientsTitlePt: { vi: 'Cỡ chữ “Nơi nhận:” (pt)', en: 'Size of “Nơi nhận:” (pt)' },
  recipientsPt: { vi: 'Cỡ chữ các nơi nhận (pt)', en: 'Size of the recipients (pt)' },
  annexTitlePt: { vi: 'Cỡ chữ tên phụ lục (pt)', en: 'Size of the title of an annex (pt)' },
  annexOfPt: { vi: 'Cỡ chữ dòng “Kèm theo …” (pt)', en: 'Size of the line “Kèm theo …” (pt)' },
  tablePt: { vi: 'Cỡ chữ trong bảng (pt)', en: 'Size of text in tables (pt)' },
  smallPt: { vi: 'Cỡ chữ mã kiểm chứng (pt)', en: 'Size of the verification code (pt)' },
  qrMm: { vi: 'Cạnh mã QR (mm)', en: 'Side of the QR code (mm)' },
};
