/**
 * Which tables and views does a mail system need whose accounts the product keeps itself? The SQL an operator runs once, as owner of the database:
 * the product writes one table, mail servers read views, and a trigger refuses an order older than the last one.
 */

/** Names of database roles; each may exist already. Passwords are set by the operator, never written here. */
export interface SchemaRoles {
  /** Writes accounts; deletes nothing. */
  product: string;
  /** Dovecot and Postfix; they see the views only. */
  readers: readonly string[];
}

export const USUAL_ROLES: SchemaRoles = { product: 'hopthu_provisioning', readers: ['dovecot_reader', 'postfix_reader'] };

/** SQLSTATE of the trigger: a newer order was carried out. */
export const FENCE_REFUSED = 'HF001';

const ROLE = /^[a-z_][a-z0-9_]{0,62}$/;

function roleNamed(name: string): string {
  if (!ROLE.test(name)) throw new Error(`"${name}" is no name of a role.`);
  return `"${name}"`;
}

const makesRole = (name: string): string =>
  `do $$ begin create role ${roleNamed(name)} login; exception when duplicate_object then null; end $$;`;

/** The script; it may be run again. Domains are added to mail_domain by the operator. */
export function sqlSchema({ product, readers }: SchemaRoles = USUAL_ROLES): string {
  const readerList = readers.map(roleNamed).join(', ');
  return `-- Mailboxes of officials. Give each role a password of its own: alter role ... password '...'.
begin;
${[product, ...readers].map(makesRole).join('\n')}

-- Domains that mail is accepted for.
create table if not exists mail_domain (domain text primary key check (domain = lower(domain)));

create table if not exists mailbox (
  id uuid primary key,
  address text not null check (address = lower(address) and address like '%_@_%'),
  domain text not null references mail_domain,
  full_name text not null default '',
  password_hash text not null,
  state text not null check (state in ('active', 'suspended', 'revoked')),
  forward_to text[] not null default '{}',
  keep_copy boolean not null default true,
  quota_mb integer not null check (quota_mb > 0),
  fence bigint not null default 0,
  updated_at timestamptz not null default now()
);
create unique index if not exists mailbox_address on mailbox (lower(address));

-- An order that comes late undoes nothing.
create or replace function mailbox_fence() returns trigger language plpgsql as $$
begin
  if new.fence < old.fence then
    raise exception 'a newer order was carried out' using errcode = '${FENCE_REFUSED}';
  end if;
  if new.id <> old.id then
    raise exception 'the id of a mailbox never changes';
  end if;
  return new;
end $$;
create or replace trigger mailbox_fence before update on mailbox for each row execute function mailbox_fence();

-- Who gets in and may send: Dovecot's passdb, Postfix's smtpd_sender_login_maps.
create or replace view mail_account as
  select address, password_hash from mailbox where state = 'active';

-- Whose mail is kept: Dovecot's userdb, Postfix's virtual_mailbox_maps.
create or replace view mail_recipient as
  select address, domain, quota_mb from mailbox where state in ('active', 'suspended');

-- Where mail goes on to: Postfix's virtual_alias_maps. With a copy kept, the address itself is one of its destinations.
create or replace view mail_forward as
  select address, unnest(forward_to || case when keep_copy then array[address] else '{}' end) as destination
  from mailbox where state in ('active', 'suspended') and cardinality(forward_to) > 0;

revoke all on mailbox, mail_domain, mail_account, mail_recipient, mail_forward from public;
grant select, insert, update on mailbox to ${roleNamed(product)};
grant select on mail_domain to ${roleNamed(product)};
grant select on mail_account, mail_recipient, mail_forward, mail_domain to ${readerList};
commit;
`;
}
