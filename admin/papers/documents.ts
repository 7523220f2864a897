// What the panel asks and commands about papers, their texts and their layout.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export type PaperState = 'DRAFT' | 'READY' | 'ISSUED' | 'SIGNED';

export interface Paper {
  kind: string;
  aboutId: string;
  title: string;
  state: PaperState;
  path: string;
  code: string | null;
  number: string | null;
  datedOn: string | null;
  version: number | null;
  signedOn: string | null;
  signedBy: string | null;
  scan: { id: string; fileName: string } | null;
  availableActions: string[];
}

const paperFields = gql`
  fragment PaperFields on Paper {
    kind
    aboutId
    title
    state
    path
    code
    number
    datedOn
    version
    signedOn
    signedBy
    scan {
      id
      fileName
    }
    availableActions
  }
`;

export const CASE_PAPERS: TypedDocumentNode<{ decision: { papers: Paper[] } | null }, { id: string }> = gql`
  query CasePapers($id: ID!) {
    decision(id: $id) {
      id
      papers {
        ...PaperFields
      }
    }
  }
  ${paperFields}
`;

export const DOCKET_PAPERS: TypedDocumentNode<{ dockets: { papers: Paper[] }[] }, { committeeId: string; name: string }> = gql`
  query DocketPapers($committeeId: ID, $name: String) {
    dockets(committeeId: $committeeId, name: $name) {
      papers {
        ...PaperFields
      }
    }
  }
  ${paperFields}
`;

export interface Certificate {
  id: string;
  officer: { id: string; fullName: string };
  papers: Paper[];
}

export const CLASS_PAPERS: TypedDocumentNode<{ trainingClass: { roster: Certificate[] } | null }, { id: string }> = gql`
  query ClassPapers($id: ID!) {
    trainingClass(id: $id) {
      id
      roster {
        id
        officer {
          id
          fullName
        }
        papers {
          ...PaperFields
        }
      }
    }
  }
  ${paperFields}
`;

interface PaperPayload {
  paper: Paper | null;
  userErrors: UserError[];
}

export const PAPER_ANEW: TypedDocumentNode<{ paperMakeAnew: PaperPayload }, { kind: string; aboutId: string; reason: string }> = gql`
  mutation PaperMakeAnew($kind: PaperKind!, $aboutId: ID!, $reason: String!) {
    paperMakeAnew(kind: $kind, aboutId: $aboutId, reason: $reason) {
      paper {
        ...PaperFields
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${paperFields}
`;

export interface SignatureInput {
  signedOn: string;
  signedBy: string | null;
  attachmentId: string | null;
}

export const PAPER_SIGNATURE: TypedDocumentNode<
  { paperRecordSignature: PaperPayload },
  { kind: string; aboutId: string; input: SignatureInput }
> = gql`
  mutation PaperRecordSignature($kind: PaperKind!, $aboutId: ID!, $input: PaperSignatureInput!) {
    paperRecordSignature(kind: $kind, aboutId: $aboutId, input: $input) {
      paper {
        ...PaperFields
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${paperFields}
`;

export interface PaperTemplate {
  name: string;
  text: string;
  usualText: string;
  places: { name: string; meaning: string; sample: string }[];
  needs: string[];
  preview: string;
  isChanged: boolean;
  changedAt: string | null;
  changedBy: string | null;
}

const templateFields = gql`
  fragment PaperTemplateFields on PaperTemplate {
    name
    text
    usualText
    places {
      name
      meaning
      sample
    }
    needs
    preview
    isChanged
    changedAt
    changedBy
  }
`;

export const PAPER_TEMPLATES: TypedDocumentNode<{ paperTemplates: PaperTemplate[] }, Record<string, never>> = gql`
  query PaperTemplates {
    paperTemplates {
      ...PaperTemplateFields
    }
  }
  ${templateFields}
`;

export const TEMPLATE_TRY: TypedDocumentNode<
  { paperTemplateTry: { preview: string | null; userErrors: UserError[] } },
  { name: string; text: string }
> = gql`
  mutation PaperTemplateTry($name: String!, $text: String!) {
    paperTemplateTry(name: $name, text: $text) {
      preview
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export const TEMPLATE_SAVE: TypedDocumentNode<
  { paperTemplateSave: { template: PaperTemplate | null; userErrors: UserError[] } },
  { name: string; text: string | null }
> = gql`
  mutation PaperTemplateSave($name: String!, $text: String) {
    paperTemplateSave(name: $name, text: $text) {
      template {
        ...PaperTemplateFields
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${templateFields}
`;

export interface LayoutSetting {
  name: string;
  title: string;
  value: string;
  usualValue: string;
  least: number | null;
  most: number | null;
  choices: string[];
}

export const PAPER_LAYOUT: TypedDocumentNode<{ paperLayout: LayoutSetting[] }, Record<string, never>> = gql`
  query PaperLayout {
    paperLayout {
      name
      title
      value
      usualValue
      least
      most
      choices
    }
  }
`;

export const LAYOUT_SAVE: TypedDocumentNode<
  { paperLayoutSave: { settings: LayoutSetting[]; userErrors: UserError[] } },
  { settings: { name: string; value: string | null }[] }
> = gql`
  mutation PaperLayoutSave($settings: [PaperLayoutInput!]!) {
    paperLayoutSave(settings: $settings) {
      settings {
        name
        value
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
