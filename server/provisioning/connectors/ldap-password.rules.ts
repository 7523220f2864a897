/** Can the directory check this password hash, and how must it be written for it? Directories and mail servers name the same hash differently. */

/** What each scheme of a directory takes over unchanged but for its name. */
const READS: Readonly<Record<string, readonly string[]>> = {
  ARGON2: ['ARGON2', 'ARGON2ID', 'ARGON2I'],
  CRYPT: ['CRYPT', 'BLF-CRYPT', 'SHA512-CRYPT', 'SHA256-CRYPT'],
  SSHA512: ['SSHA512'],
  SSHA: ['SSHA'],
};

/** The hash with the directory's name of its scheme; undefined where the directory could not check it. */
export function directoryPassword(hash: string, scheme: string): string | undefined {
  const [, named, rest] = /^\{([A-Za-z0-9-]+)\}(.+)$/s.exec(hash) ?? [];
  return named && rest && READS[scheme]?.includes(named.toUpperCase()) ? `{${scheme}}${rest}` : undefined;
}

/** `{ARGON2ID}` of a hash, for sentences about it. */
export const schemeOf = (hash: string): string => /^\{[A-Za-z0-9-]+\}/.exec(hash)?.[0] ?? 'no scheme';
