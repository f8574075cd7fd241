-- How a person said that the tables of a source are to be read; applied the next time a table with these headings comes in.
create table import_template (
  institution_id uuid not null references institution,
  template_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- what a table is recognised by: its headings, sorted; a heading that stands twice carries its count
  headings text[] not null check (cardinality(headings) > 0),
  -- heading → {table, key, unit}, or null for a column that is left out
  decisions jsonb not null,
  sheet_role text,
  created_by text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  primary key (institution_id, template_id),
  unique (institution_id, headings)
);
select raise_wall('import_template');
grant select, insert, update, delete on import_template to loanbook_app;

alter table import_batch add column template_ids uuid[] not null default '{}';
-- Cells that a person retyped before writing: personal data like the file itself, so sealed.
alter table import_batch add column cells_sealed bytea;
