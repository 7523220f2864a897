// A role with what it is for, as the pages of users and of the own account show it.
import { gql } from 'graphql-tag';

export interface Grant {
  id: string;
  role: string;
  scopeId: string | null;
  agency: { id: string; name: string; nameEn: string | null } | null;
  officer: { id: string; fullName: string; code: string } | null;
}

export const grantFields = gql`
  fragment GrantFields on RoleGrant {
    id
    role
    scopeId
    agency {
      id
      name
      nameEn
    }
    officer {
      id
      fullName
      code
    }
  }
`;
