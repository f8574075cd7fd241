-- Uploaded workbooks hold personal data: bytes, reading (its problems included) and what was recognised (its samples included) are kept sealed; the bytes are emptied when the import ends.
create table import_batch (
  institution_id uuid not null references institution,
  import_id uuid not null,
  state text not null check (state in ('reading', 'ready', 'committing', 'committed', 'failed', 'cancelled')),
  as_of date,
  corrections jsonb not null default '{}',
  recognised_sealed bytea,
  reading_sealed bytea,
  progress jsonb not null default '{"done": 0, "total": 0, "stage": "reading"}',
  report jsonb,
  failure jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (institution_id, import_id)
);
create index import_batch_by_time on import_batch (institution_id, created_at);
select raise_wall('import_batch');
grant select, insert, update on import_batch to loanbook_app;

create table import_file (
  institution_id uuid not null,
  import_id uuid not null,
  number integer not null check (number >= 0),
  name text not null check (length(name) between 1 and 255),
  size_bytes bigint not null check (size_bytes >= 0),
  content_sealed bytea,
  primary key (institution_id, import_id, number),
  foreign key (institution_id, import_id) references import_batch
);
select raise_wall('import_file');
grant select, insert, update on import_file to loanbook_app;
