/** What stands on decisions unless the city has changed it. Papers are in Vietnamese, whoever asks. `needs` are the places without which a text would say nothing. */
import type { TemplateText } from './template.rules.js';

export const DECISION_TEMPLATES = {
  'head.superior': { text: 'Ủy ban nhân dân Thành phố Hồ Chí Minh', places: [] },
  'head.place': { text: 'Thành phố Hồ Chí Minh', places: [] },
  'sign.chair': { text: 'TM. Ban Chỉ đạo\nTrưởng ban', places: ['committee'] },
  'sign.deputy': { text: 'TM. Ban Chỉ đạo\nKT. Trưởng ban\nPhó Trưởng ban', places: ['committee'] },
  'sign.other': { text: 'TM. Ban Chỉ đạo', places: ['committee'] },
  'decision.kind': { text: 'Quyết định', places: [] },
  'decision.decider': { text: 'Trưởng {committee}', places: ['committee'] },
  'decision.decides': { text: 'Quyết định:', places: [] },
  'decision.baseCommittee': {
    text: 'Căn cứ {committeeBasis}',
    places: ['committeeBasis', 'committee'],
    needs: ['committeeBasis'],
  },
  'decision.baseFinding': {
    text: 'Căn cứ kết quả đợt rà soát “{review}” (từ ngày {from} đến ngày {to})',
    places: ['review', 'from', 'to'],
    needs: ['review'],
  },
  'decision.baseEnded': { text: 'Căn cứ Quyết định số {number}', places: ['number'], needs: ['number'] },
  'decision.baseVote': { text: 'Căn cứ kết quả biểu quyết của {committee} {day}', places: ['committee', 'day'], needs: ['day'] },
  'decision.baseProposal': { text: 'Theo đề nghị của {proposer}', places: ['proposer'], needs: ['proposer'] },
  'decision.provision.about': { text: 'Về việc cấp hộp thư điện tử công vụ', places: ['name', 'agency'] },
  'decision.provision.article1': {
    text: 'Cấp hộp thư điện tử công vụ {address} cho ông (bà) {who}.',
    places: ['address', 'who'],
    needs: ['who'],
  },
  'decision.provision.article2': {
    text: 'Hộp thư được mở trên hệ thống thư điện tử của Thành phố kể từ ngày {inForceOn}. Người được cấp có trách nhiệm sử dụng hộp thư trong công việc và bảo vệ mật khẩu theo quy định.',
    places: ['inForceOn'],
  },
  'decision.revocation.about': { text: 'Về việc thu hồi hộp thư điện tử công vụ', places: ['name', 'agency'] },
  'decision.revocation.article1': {
    text: 'Thu hồi hộp thư điện tử công vụ {address} của ông (bà) {who}.',
    places: ['address', 'who'],
    needs: ['who'],
  },
  'decision.revocation.article2': {
    text: 'Kể từ ngày {inForceOn}, hộp thư không đăng nhập và không nhận thư được nữa. Thư đã nhận được lưu giữ.',
    places: ['inForceOn'],
  },
  'decision.restoration.about': { text: 'Về việc khôi phục hộp thư điện tử công vụ', places: ['name', 'agency'] },
  'decision.restoration.article1': {
    text: 'Khôi phục hộp thư điện tử công vụ {address} của ông (bà) {who}.',
    places: ['address', 'who'],
    needs: ['who'],
  },
  'decision.restoration.article2': {
    text: 'Hộp thư được mở lại cùng với thư đã lưu giữ kể từ ngày {inForceOn}. Quyết định thu hồi hộp thư trước đây hết hiệu lực.',
    places: ['inForceOn'],
  },
  'decision.exclusion.about': { text: 'Về việc không xét danh hiệu thi đua năm {year}', places: ['year', 'name', 'agency'] },
  'decision.exclusion.article1': {
    text: 'Không xét danh hiệu thi đua năm {year} đối với ông (bà) {who}. Danh hiệu không được xét: {titles}.',
    places: ['year', 'who', 'titles'],
    needs: ['year', 'who', 'titles'],
  },
  'decision.exclusion.article2': {
    text: 'Thời hạn không xét: từ ngày {inForceOn} đến hết ngày 31/12/{year}. Danh hiệu đã được tặng không bị ảnh hưởng.',
    places: ['inForceOn', 'year', 'titles'],
    needs: ['year'],
  },
  'decision.lift.about': { text: 'Về việc dỡ bỏ việc không xét danh hiệu thi đua năm {year}', places: ['year', 'name', 'agency'] },
  'decision.lift.article1': {
    text: 'Dỡ bỏ việc không xét danh hiệu thi đua năm {year} đối với ông (bà) {who}.',
    places: ['year', 'who', 'titles'],
    needs: ['year', 'who'],
  },
  'decision.lift.article2': {
    text: 'Kể từ ngày {inForceOn}, các danh hiệu sau được xét trở lại: {titles}.',
    places: ['inForceOn', 'titles', 'year'],
  },
  'decision.grounds': { text: 'Lý do: {grounds}', places: ['grounds'], needs: ['grounds'] },
  'decision.appeal': {
    text: 'Ông (bà) {name} có quyền khiếu nại Quyết định này với {committee} đến hết ngày {until}, trực tiếp trên hệ thống hoặc bằng văn bản qua cán bộ đầu mối của cơ quan hay thư ký {committee}. Khi có khiếu nại, việc thi hành Quyết định được tạm dừng cho đến khi khiếu nại được giải quyết.',
    places: ['name', 'committee', 'until'],
    needs: ['until'],
  },
  'decision.execution': {
    text: 'Thư ký {committee}, Thủ trưởng {agency}, các cơ quan, đơn vị có liên quan và ông (bà) {name} chịu trách nhiệm thi hành Quyết định này.',
    places: ['committee', 'agency', 'name'],
  },
  'decision.force': { text: 'Quyết định này có hiệu lực kể từ ngày {inForceOn}.', places: ['inForceOn'], needs: ['inForceOn'] },
  'decision.recipients': {
    text: 'Như Điều {execution};\n{agency};\nỦy ban nhân dân Thành phố (để báo cáo);\nLưu: VT, {symbol}.',
    places: ['execution', 'agency', 'symbol'],
  },
  'docket.provision.about': { text: 'Về việc cấp hộp thư điện tử công vụ cho {count} cán bộ, công chức', places: ['count'] },
  'docket.provision.article1': {
    text: 'Cấp hộp thư điện tử công vụ cho {count} cán bộ, công chức có tên trong danh sách kèm theo Quyết định này.',
    places: ['count'],
    needs: ['count'],
  },
  'docket.revocation.about': { text: 'Về việc thu hồi hộp thư điện tử công vụ của {count} cán bộ, công chức', places: ['count'] },
  'docket.revocation.article1': {
    text: 'Thu hồi hộp thư điện tử công vụ của {count} cán bộ, công chức có tên trong danh sách kèm theo Quyết định này.',
    places: ['count'],
    needs: ['count'],
  },
  'docket.restoration.about': { text: 'Về việc khôi phục hộp thư điện tử công vụ của {count} cán bộ, công chức', places: ['count'] },
  'docket.restoration.article1': {
    text: 'Khôi phục hộp thư điện tử công vụ của {count} cán bộ, công chức có tên trong danh sách kèm theo Quyết định này.',
    places: ['count'],
    needs: ['count'],
  },
  'docket.exclusion.about': {
    text: 'Về việc không xét danh hiệu thi đua năm {year} đối với {count} cán bộ, công chức',
    places: ['year', 'count'],
  },
  'docket.exclusion.article1': {
    text: 'Không xét danh hiệu thi đua năm {year} đối với {count} cán bộ, công chức có tên trong danh sách kèm theo Quyết định này. Danh hiệu không được xét: {titles}.',
    places: ['year', 'count', 'titles'],
    needs: ['year', 'count', 'titles'],
  },
  'docket.lift.about': {
    text: 'Về việc dỡ bỏ việc không xét danh hiệu thi đua năm {year} đối với {count} cán bộ, công chức',
    places: ['year', 'count'],
  },
  'docket.lift.article1': {
    text: 'Dỡ bỏ việc không xét danh hiệu thi đua năm {year} đối với {count} cán bộ, công chức có tên trong danh sách kèm theo Quyết định này.',
    places: ['year', 'count', 'titles'],
    needs: ['year', 'count'],
  },
  'docket.appeal': {
    text: 'Người có tên trong danh sách có quyền khiếu nại phần Quyết định về mình với {committee} đến hết ngày {until}, trực tiếp trên hệ thống hoặc bằng văn bản qua cán bộ đầu mối của cơ quan hay thư ký {committee}. Khi có khiếu nại, việc thi hành đối với người khiếu nại được tạm dừng cho đến khi khiếu nại được giải quyết.',
    places: ['committee', 'until'],
    needs: ['until'],
  },
  'docket.execution': {
    text: 'Thư ký {committee}, Thủ trưởng các cơ quan, đơn vị có liên quan và những người có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.',
    places: ['committee'],
  },
  'docket.recipients': {
    text: 'Như Điều {execution};\nỦy ban nhân dân Thành phố (để báo cáo);\nLưu: VT, {symbol}.',
    places: ['execution', 'symbol'],
  },
  'docket.list': { text: 'Danh sách cán bộ, công chức', places: ['count'] },
  'docket.belongsTo': {
    text: '(Kèm theo Quyết định số {number} {day} của {committee})',
    places: ['number', 'day', 'committee'],
    needs: ['number'],
  },
  'column.order': { text: 'STT', places: [] },
  'column.name': { text: 'Họ và tên', places: [] },
  'column.post': { text: 'Chức vụ', places: [] },
  'column.agency': { text: 'Đơn vị', places: [] },
  'column.number': { text: 'Quyết định số', places: [] },
} satisfies Record<string, TemplateText>;
