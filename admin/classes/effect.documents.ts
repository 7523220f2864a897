// What classes changed: of one, of each trainer, of many.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { TrainingEffect } from './effect.js';

const effectFields = gql`
  fragment TrainingEffectFields on TrainingEffect {
    completed
    assessedBefore
    assessedAfter
    improved
    unchanged
    worsened
    regularBefore
    regularAfter
    usingBefore
    usingAfter
  }
`;

export const CLASS_EFFECT: TypedDocumentNode<{ trainingClass: { effect: TrainingEffect | null } | null }, { id: string }> = gql`
  query ClassEffect($id: ID!) {
    trainingClass(id: $id) {
      effect {
        ...TrainingEffectFields
      }
    }
  }
  ${effectFields}
`;

export interface TrainerEffect {
  trainer: { id: string; name: string };
  classes: number;
  effect: TrainingEffect;
}

export const TRAINER_EFFECTS: TypedDocumentNode<{ trainerEffects: TrainerEffect[] }, Record<string, never>> = gql`
  query TrainerEffects {
    trainerEffects {
      trainer {
        id
        name
      }
      classes
      effect {
        ...TrainingEffectFields
      }
    }
  }
  ${effectFields}
`;

export interface ClassWithEffect {
  id: string;
  reference: string;
  title: string;
  startsAt: string;
  completedAt: string | null;
  trainer: { id: string; name: string } | null;
  effect: TrainingEffect | null;
}

/** The classes that are over, the latest first. */
export const CLASS_EFFECTS: TypedDocumentNode<{ trainingClasses: { nodes: ClassWithEffect[] } }, { isOwn?: boolean }> = gql`
  query ClassEffects($isOwn: Boolean) {
    trainingClasses(first: 100, where: { state: [COMPLETED], isOwn: $isOwn }) {
      nodes {
        id
        reference
        title
        startsAt
        completedAt
        trainer {
          id
          name
        }
        effect {
          ...TrainingEffectFields
        }
      }
    }
  }
  ${effectFields}
`;
