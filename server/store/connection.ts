/**
 * How does every connection to PostgreSQL begin? With its own search path, whatever role and database are set to: any role may set one for
 * itself, and the application may make tables in `staging`, so that names could lead to tables that are not ours (docs/adr/0011).
 */

/** What is given at the start of a connection outranks the settings of role and database. */
export const CONNECTION_OPTIONS = '-c timezone=UTC -c search_path=public,pg_temp';

/** How to connect by a URL with `pg` itself; options in the URL would replace ours, so they go before them. */
export function connecting(url: string, options = ''): { connectionString: string; options: string } {
  const parsed = new URL(url);
  const own = parsed.searchParams.get('options') ?? '';
  if (own) parsed.searchParams.delete('options');
  return { connectionString: own ? parsed.toString() : url, options: [own, options, CONNECTION_OPTIONS].filter(Boolean).join(' ') };
}
