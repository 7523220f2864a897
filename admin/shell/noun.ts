// What a folder of a noun registers with the panel.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { NounDocuments } from '../data/build-query.js';

export interface Noun {
  /** Name of the resource and of its folder, as in the address: /officers. */
  name: string;
  icon: ComponentType<{ fontSize?: 'small' | 'medium' | 'inherit' }>;
  documents: NounDocuments;
  /** Any one of these rights opens it; the server says which ones the viewer has. */
  opensWith: string[];
  /** The words by which one record is called in titles and links. */
  represent: (record: any) => string;
  list?: LazyExoticComponent<ComponentType>;
  show?: LazyExoticComponent<ComponentType>;
}

/** A page that is loaded when it is first opened; the module exports it by name. */
export function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}
