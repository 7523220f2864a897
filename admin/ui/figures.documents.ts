// The figures of a group of people, asked for in the same way everywhere.
import { gql } from 'graphql-tag';

export const figuresFields = gql`
  fragment TierFiguresFields on TierFigures {
    regular
    irregular
    never
    notAssessed
    assessed
    regularShare
    usingShare
  }
  fragment UsageFiguresFields on UsageFigures {
    officers
    withMailbox
    coverage
    all {
      ...TierFiguresFields
    }
    leaders {
      ...TierFiguresFields
    }
  }
`;
