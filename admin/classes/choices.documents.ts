// What the form of a class offers: courses and trainers; and a course made or changed on the way.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export interface Course {
  id: string;
  code: string;
  title: string;
  about: string | null;
  passShare: number;
  isRetired: boolean;
  availableActions: string[];
}

export const COURSES: TypedDocumentNode<{ trainingCourses: Course[] }, Record<string, never>> = gql`
  query TrainingCourses {
    trainingCourses {
      id
      code
      title
      about
      passShare
      isRetired
      availableActions
    }
  }
`;

export interface Trainer {
  id: string;
  name: string;
}

/** Whoever may hold a class. */
export const TRAINERS: TypedDocumentNode<{ users: { nodes: Trainer[] } }, { search?: string }> = gql`
  query Trainers($search: String) {
    users(first: 100, role: [TRAINER], search: $search) {
      nodes {
        id
        name
      }
    }
  }
`;

export interface CourseInput {
  code: string;
  title: string;
  about?: string;
  passShare: number;
  isRetired: boolean;
}

/** Makes a course, or changes the one of this code. */
export const COURSE_SAVE: TypedDocumentNode<
  { trainingCourseSave: { course: { id: string } | null; userErrors: UserError[] } },
  { input: CourseInput }
> = gql`
  mutation TrainingCourseSave($input: TrainingCourseInput!) {
    trainingCourseSave(input: $input) {
      course {
        id
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
