create table person (
  institution_id uuid not null references institution,
  person_id uuid not null,
  user_name text not null check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_name text not null check (length(display_name) between 1 and 60),
  role text not null check (role in ('full', 'read_only')),
  language text not null default 'zh' check (language in ('zh', 'en')),
  password_hash text not null,
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  last_signed_in_at timestamptz,
  failed_sign_ins integer not null default 0,
  throttled_until timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, person_id),
  unique (institution_id, user_name)
);
select raise_wall('person');
grant select, insert, update on person to loanbook_app;

-- The token itself is only in the cookie; the table keeps its SHA-256.
create table person_session (
  institution_id uuid not null,
  session_hash bytea not null check (length(session_hash) = 32),
  person_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text not null default '' check (length(user_agent) <= 400),
  primary key (institution_id, session_hash),
  foreign key (institution_id, person_id) references person
);
create index person_session_by_person on person_session (institution_id, person_id);
select raise_wall('person_session');
grant select, insert, update, delete on person_session to loanbook_app;
