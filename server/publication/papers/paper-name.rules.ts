/** What a paper is called as a file: speaking, without names of persons, and safe on every system. Pure. */

/** `Quyết định 12-QĐ-BCĐ.pdf` */
export function fileNameOf(title: string, ending: string): string {
  const base = title
    .normalize('NFC')
    .replace(/\//g, '-')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return `${base || 'van-ban'}.${ending}`;
}

/** `quyet-dinh-12-QD-BCD.pdf`, for programs that know ASCII alone. */
export const plainFileName = (name: string): string =>
  name
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^-+/, '');

/** Both, as the header of a download has them. */
export function dispositionOf(title: string, ending: string): string {
  const name = fileNameOf(title, ending);
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plainFileName(name)}"; filename*=UTF-8''${encoded}`;
}
