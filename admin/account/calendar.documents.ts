// The own calendar feed: whether there is one, making one, ending it.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

type Nothing = Record<string, never>;

export const CALENDAR_LINK: TypedDocumentNode<
  { me: { id: string; calendarLink: { createdAt: string; lastUsedAt: string | null } | null } | null },
  Nothing
> = gql`
  query MyCalendarLink {
    me {
      id
      calendarLink {
        createdAt
        lastUsedAt
      }
    }
  }
`;

export const CALENDAR_LINK_CREATE: TypedDocumentNode<{ calendarLinkCreate: { url: string | null; userErrors: UserError[] } }, Nothing> =
  gql`
    mutation CalendarLinkCreate {
      calendarLinkCreate {
        url
        userErrors {
          code
          message
          path
          rule
        }
      }
    }
  `;

export const CALENDAR_LINK_REVOKE: TypedDocumentNode<{ calendarLinkRevoke: { userErrors: UserError[] } }, Nothing> = gql`
  mutation CalendarLinkRevoke {
    calendarLinkRevoke {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
