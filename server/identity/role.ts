/** The roles as GraphQL names them. */
import { registerEnumType } from 'type-graphql';
import { ROLES, type RoleName } from './actor.js';

export const Role = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in RoleName]: R };

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person, or a system, does here.',
  valuesConfig: {
    ADMIN: { description: 'Runs the system; never decides a case.' },
    TASK_FORCE: { description: 'Reviews, sorts, proposes (tổ công tác).' },
    SECRETARY: { description: 'Prepares the committee’s work.' },
    COMMITTEE_MEMBER: { description: 'Votes.' },
    TRAINER: { description: 'Holds classes (giảng viên).' },
    AGENCY_CONTACT: { description: 'Answers for one agency (cán bộ đầu mối).' },
    OFFICER: { description: 'Sees the own file.' },
    SERVICE: { description: 'Another system, by API key.' },
  },
});
