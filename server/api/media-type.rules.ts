/** In which of the two media types of GraphQL over HTTP is an answer wanted, and is a request sent in the one that is taken? */

const ANSWERS = ['application/json', 'application/graphql-response+json'] as const;
export type MediaType = (typeof ANSWERS)[number];

/** The better liked of the two; application/json where both are, or where nothing is said. Undefined where neither is. */
export function mediaTypeOf(accept: string | undefined): MediaType | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return 'application/json';
  const liked = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',').slice(0, 50)) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((one) => one.startsWith('q='));
    const charset = parameters.find((one) => one.startsWith('charset='));
    if (charset && !/^charset="?utf-8"?$/.test(charset)) continue;
    liked.set(range, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  const quality = (type: MediaType) => liked.get(type) ?? liked.get('application/*') ?? liked.get('*/*') ?? 0;
  const [json, response] = ANSWERS.map(quality) as [number, number];
  // Named expressly, the newer type is wanted by who knows it.
  if (response > 0 && liked.has(ANSWERS[1]) && (response > json || (response === json && !liked.has(ANSWERS[0])))) return ANSWERS[1];
  return json > 0 ? ANSWERS[0] : response > 0 ? ANSWERS[1] : undefined;
}

/** application/json in UTF-8, which is also meant when no charset is given. */
export function isJson(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((piece) => piece.trim());
  const charset = parameters.find((one) => one.startsWith('charset='));
  return type === 'application/json' && (!charset || /^charset="?utf-?8"?$/.test(charset));
}
