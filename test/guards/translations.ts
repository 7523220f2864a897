/** Which words does the panel use, and are they all in the messages? Reads the components as a tree, not as text. */
import { parseSync } from '@swc/core';
import type { Source } from './source.js';

type Node = Record<string, unknown> & { type: string };

/** Keys with their texts: `ui.tier.NEVER` → "Không sử dụng". */
export function flat(messages: object, before = ''): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [name, value] of Object.entries(messages)) {
    const key = before ? `${before}.${name}` : name;
    if (typeof value === 'string') keys.set(key, value);
    else for (const [inner, text] of flat(value as object, key)) keys.set(inner, text);
  }
  return keys;
}

/** What a text leaves open: `%{count}` → count. */
export function gapsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name!))].sort();
}

function treeOf({ path, text }: Source): Node {
  return parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2023' }) as unknown as Node;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((one) => visit(one, see));
  if (typeof value !== 'object' || value === null) return;
  if (typeof (value as Node).type === 'string') see(value as Node);
  for (const [name, part] of Object.entries(value)) if (name !== 'span') visit(part, see);
}

/** The texts an expression may come to: a literal, both ways of a condition, the fixed parts of a template. */
function textsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, ...rest } = node as Node;
  switch (type) {
    case 'StringLiteral':
      return [rest['value'] as string];
    case 'TemplateLiteral':
      return [(rest['quasis'] as { cooked: string }[]).map((part) => part.cooked).join('')];
    case 'ConditionalExpression':
      return [...textsOf(rest['consequent']), ...textsOf(rest['alternate'])];
    case 'BinaryExpression': {
      const operator = rest['operator'] as string;
      if (operator === '&&') return textsOf(rest['right']);
      return ['+', '||', '??'].includes(operator) ? [...textsOf(rest['left']), ...textsOf(rest['right'])] : [];
    }
    case 'JSXExpressionContainer':
    case 'ParenthesisExpression':
      return textsOf(rest['expression']);
    default:
      return [];
  }
}

const shownProps = new Set([
  'label',
  'title',
  'placeholder',
  'helperText',
  'aria-label',
  'alt',
  'hint',
  'yes',
  'no',
  'words',
  'submitLabel',
  'loadingText',
  'noOptionsText',
  'clearText',
  'openText',
  'closeText',
]);

function nameOfProp(node: Node): string {
  const name = node['name'] as Node;
  return name.type === 'Identifier' ? (name['value'] as string) : '';
}

/** Texts written into a component that a person would see. A key of the messages, a sign and the product's own name may stand there. */
export function literalTexts(source: Source, keys: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const judge = (texts: string[]) => {
    for (const text of texts) if (/\p{L}/u.test(text) && !keys.has(text) && text !== 'Hopthu') found.push(`${source.path}: ${text.trim()}`);
  };
  visit(treeOf(source), (node) => {
    if (node.type === 'JSXText') judge([node['value'] as string]);
    if (node.type === 'JSXAttribute' && shownProps.has(nameOfProp(node))) judge(textsOf(node['value']));
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node['children'] as Node[]) if (child.type === 'JSXExpressionContainer') judge(textsOf(child));
  });
  return found;
}

/** Keys a file uses that the messages do not have. `folders` are the first words of keys. */
export function missingKeys(source: Source, keys: ReadonlySet<string>, folders: ReadonlySet<string>): string[] {
  const missing: string[] = [];
  const complain = (key: string) => missing.push(`${source.path}: ${key}`);
  const isKey = (text: string) => /^[\w-]+(\.[\w-]+)+$/.test(text) && folders.has(text.split('.')[0]!);
  visit(treeOf(source), (node) => {
    if (node.type === 'StringLiteral' && isKey(node['value'] as string) && !keys.has(node['value'] as string))
      complain(node['value'] as string);
    if (node.type === 'TemplateLiteral') {
      const parts = (node['quasis'] as { cooked: string }[]).map((part) => part.cooked);
      const [start, end] = [parts[0]!, parts.at(-1)!];
      if (!/^[\w-]+\.[\w.-]*$/.test(start) || !folders.has(start.split('.')[0]!)) return;
      if (![...keys].some((key) => key.startsWith(start) && key.endsWith(end) && key.length > start.length + end.length))
        complain(parts.join('…'));
    }
    if (node.type === 'CallExpression') {
      const callee = node['callee'] as Node;
      if (callee.type !== 'Identifier' || !['t', 'translate'].includes(callee['value'] as string)) return;
      const first = (node['arguments'] as { expression: Node }[])[0]?.expression;
      if (first?.type === 'StringLiteral' && !keys.has(first['value'] as string)) complain(first['value'] as string);
    }
  });
  return [...new Set(missing)];
}
