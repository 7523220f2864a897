/** Sentences of the door: why a request was not even begun, and what to ask less of. */
import type { Text } from '../kernel/language.js';
import type { Limit } from './document.rules.js';

export const apiMessages = {
  json: { vi: 'Nội dung gửi lên không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  bodySize: { vi: 'Nội dung gửi lên quá lớn: tối đa {most} KB.', en: 'The body is too large: {most} KB at most.' },
  mediaType: {
    vi: 'Chỉ nhận nội dung kiểu application/json, mã UTF-8.',
    en: 'Only application/json in UTF-8 is taken here.',
  },
  unreadable: { vi: 'Không đọc được yêu cầu này.', en: 'This request cannot be read.' },
  address: { vi: 'Không đọc được địa chỉ này.', en: 'This address cannot be read.' },
  headersTooLong: { vi: 'Phần đầu của yêu cầu quá dài.', en: 'The headers of the request are too long.' },
  tooSlow: { vi: 'Yêu cầu gửi quá chậm.', en: 'The request was sent too slowly.' },
  parameterTwice: { vi: 'Mỗi tham số trong địa chỉ chỉ được ghi một lần.', en: 'Each parameter may stand in the address only once.' },
  parameterCharacter: {
    vi: 'Một tham số trong địa chỉ có ký tự điều khiển, không được phép.',
    en: 'A parameter in the address holds a control character, which is not allowed.',
  },
  method: { vi: 'Địa chỉ này chỉ nhận POST.', en: 'Only POST is taken at this address.' },
  unknownAddress: { vi: 'Không có gì ở địa chỉ này.', en: 'There is nothing at this address.' },
  accept: {
    vi: 'Câu trả lời chỉ có kiểu application/graphql-response+json hoặc application/json.',
    en: 'Answers come as application/graphql-response+json or application/json only.',
  },
  batch: {
    vi: 'Mỗi lần chỉ gửi một yêu cầu, không gửi danh sách yêu cầu.',
    en: 'One request at a time: batches are not taken.',
  },
  parameter: { vi: 'Tham số "{name}" thiếu hoặc sai kiểu.', en: 'The parameter "{name}" is missing or of the wrong type.' },
  syntax: {
    vi: 'Tài liệu GraphQL sai cú pháp tại dòng {line}, cột {column}. Chi tiết: {detail}',
    en: 'The GraphQL document cannot be read at line {line}, column {column}. Detail: {detail}',
  },
  invalid: {
    vi: 'Tài liệu GraphQL không khớp với lược đồ tại dòng {line}, cột {column}. Chi tiết: {detail}',
    en: 'The GraphQL document does not fit the schema at line {line}, column {column}. Detail: {detail}',
  },
  invalidUnsigned: {
    vi: 'Tài liệu GraphQL không khớp với lược đồ tại dòng {line}, cột {column}. Hãy đăng nhập để xem chi tiết.',
    en: 'The GraphQL document does not fit the schema at line {line}, column {column}. Sign in to see the detail.',
  },
  variables: { vi: 'Biến gửi kèm không hợp lệ. Chi tiết: {detail}', en: 'A variable is not valid. Detail: {detail}' },
  malformed: { vi: 'Yêu cầu không hợp lệ. Chi tiết: {detail}', en: 'The request is not valid. Detail: {detail}' },
  operation: {
    vi: 'Không rõ phải chạy thao tác nào: hãy ghi đúng "operationName" khi tài liệu có nhiều thao tác.',
    en: 'It is not clear which operation to run: give the "operationName" of one in the document.',
  },
  introspection: { vi: 'Vui lòng đăng nhập để xem lược đồ.', en: 'Please sign in to read the schema.' },
  persistedUnknown: {
    vi: 'Máy chủ không có tài liệu với mã băm này; hãy gửi toàn văn.',
    en: 'No document with this hash is known here; send its text.',
  },
  persistedMismatch: {
    vi: 'Mã băm không khớp với toàn văn tài liệu.',
    en: 'The hash is not that of the document sent with it.',
  },
  documentsKnownOnly: {
    vi: 'Máy chủ này chỉ nhận các tài liệu của chính bảng điều khiển Hopthu.',
    en: 'This server takes only the documents of its own panel.',
  },
  tooCostly: {
    vi: 'Yêu cầu quá nặng: mức {requested}, tối đa {limit}. Hãy giảm "first", bớt danh sách lồng nhau, hoặc đọc từng trang với "after".',
    en: 'The request is too costly: {requested}, at most {limit}. Ask for fewer with "first", nest fewer lists, or read page by page with "after".',
  },
  introspectionOpen: {
    vi: 'HOPTHU_INTROSPECTION=everyone: ai cũng xem được lược đồ. Chỉ dùng khi kiểm tra an toàn.',
    en: 'HOPTHU_INTROSPECTION=everyone: anybody may read the schema. For security audits only.',
  },
} satisfies Record<string, Text>;

/** What a document has too much of. */
export const limitMessages: Record<Limit, Text> = {
  tokens: { vi: 'Tài liệu quá dài: tối đa {most} từ tố.', en: 'The document is too long: {most} tokens at most.' },
  depth: {
    vi: 'Tài liệu lồng quá sâu: tối đa {most} tầng. Hãy hỏi bằng nhiều yêu cầu.',
    en: 'The document is too deep: {most} levels at most. Ask in several requests.',
  },
  schemaDepth: {
    vi: 'Câu hỏi về lược đồ lồng quá sâu: tối đa {most} tầng.',
    en: 'The question about the schema is too deep: {most} levels at most.',
  },
  aliases: {
    vi: 'Quá nhiều bí danh: tối đa {most}. Hãy dùng danh sách với "where".',
    en: 'Too many aliases: {most} at most. Use a list with "where".',
  },
  directivesInOnePlace: { vi: 'Quá nhiều chỉ thị ở một chỗ: tối đa {most}.', en: 'Too many directives in one place: {most} at most.' },
  directives: { vi: 'Quá nhiều chỉ thị: tối đa {most}.', en: 'Too many directives: {most} at most.' },
  repeats: {
    vi: 'Trường "{name}" lặp lại quá nhiều: tối đa {most} lần.',
    en: 'The field "{name}" is repeated too often: {most} times at most.',
  },
  operations: { vi: 'Quá nhiều thao tác trong một tài liệu: tối đa {most}.', en: 'Too many operations in one document: {most} at most.' },
  mutationFields: { vi: 'Mỗi yêu cầu chỉ được một lệnh thay đổi.', en: 'One command a request: a mutation has one field.' },
  valueDepth: { vi: 'Giá trị gửi lên lồng quá sâu: tối đa {most} tầng.', en: 'A value is too deep: {most} levels at most.' },
  listLength: { vi: 'Danh sách gửi lên quá dài: tối đa {most} mục.', en: 'A list sent is too long: {most} entries at most.' },
  cycle: { vi: 'Mảnh "{name}" dùng lại chính nó.', en: 'The fragment "{name}" uses itself.' },
  subscription: { vi: 'Không có thao tác "subscription".', en: 'There are no subscriptions.' },
};
