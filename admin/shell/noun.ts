// What a folder of a noun registers with the panel.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { NounDocuments } from '../data/build-query.js';
import type { Viewer } from '../data/me.documents.js';

export interface FurtherPage {
  path: string;
  page: LazyExoticComponent<ComponentType>;
  /** Any one of these rights opens it; those of the noun when not said. */
  opensWith?: string[];
  /** On a phone it has the whole screen: the bars of the shell make room. */
  isBare?: boolean;
}

export interface Noun {
  /** Name of the resource, as in the address and in the messages: /officers. */
  name: string;
  icon: ComponentType<{ fontSize?: 'small' | 'medium' | 'inherit' }>;
  /** Left out where the pages ask for themselves. */
  documents?: NounDocuments;
  /** Any one of these rights opens it; the server says which ones the viewer has. */
  opensWith: string[];
  /** Who finds it in the menu, of those who may open it; all of them where not said. */
  isFor?: (viewer: Viewer) => boolean;
  /** The words by which one record is called in titles and links. */
  represent: (record: any) => string;
  list?: LazyExoticComponent<ComponentType>;
  show?: LazyExoticComponent<ComponentType>;
  create?: LazyExoticComponent<ComponentType>;
  edit?: LazyExoticComponent<ComponentType>;
  /** Any one of these rights opens `create` and `edit`. */
  changesWith?: string[];
  /** Pages beside these, below the noun: `:id/roster`, `demand`. */
  pages?: FurtherPage[];
  /** Stands apart in the menu, under a heading of its own. */
  group?: 'system';
}

/** A page that is loaded when it is first opened; the module exports it by name. */
export function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}
