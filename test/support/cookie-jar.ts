/** A browser without a screen: keeps cookies for each host, follows redirects when told to, and brings nothing to another host. */

interface Cookie {
  value: string;
  path: string;
}

export class CookieJar {
  private readonly hosts = new Map<string, Map<string, Cookie>>();

  private of(url: URL): Map<string, Cookie> {
    if (!this.hosts.has(url.host)) this.hosts.set(url.host, new Map());
    return this.hosts.get(url.host)!;
  }

  get(url: string, name: string): string | undefined {
    return this.of(new URL(url)).get(name)?.value;
  }

  set(url: string, name: string, value: string): void {
    this.of(new URL(url)).set(name, { value, path: '/' });
  }

  /** Asks, and keeps what cookies are given; a redirect is not followed. */
  async ask(address: string, options: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const cookies = [...this.of(url)]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`);
    const headers = { ...(options.headers as Record<string, string>), ...(cookies.length > 0 && { cookie: cookies.join('; ') }) };
    const response = await fetch(url, { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      const expires = /expires=([^;]+)/i.exec(line)?.[1];
      const isGone = /max-age=0(;|$)/i.test(line) || (expires !== undefined && new Date(expires).getTime() < Date.now());
      if (isGone) this.of(url).delete(name!);
      else this.of(url).set(name!, { value: value!, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/' });
    }
    return response;
  }
}

/** Where a redirect leads. */
export const leadsTo = (response: Response, from: string): string => new URL(response.headers.get('location') ?? '', from).href;
