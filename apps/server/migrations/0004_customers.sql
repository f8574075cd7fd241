-- Each sensitive field has three columns: the sealed value, the mask that lists show, and a keyed digest for exact search.
create table customer (
  institution_id uuid not null references institution,
  customer_id uuid not null,
  customer_no text collate "C" not null check (length(customer_no) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  name_pinyin text collate "C" not null,
  name_initials text collate "C" not null,
  kind text not null check (kind in ('individual', 'sole_trader', 'business', 'farmer', 'cooperative')),
  id_type text check (id_type in ('resident_id', 'uscc', 'passport', 'hk_macau_permit', 'taiwan_permit', 'residence_permit', 'other')),
  id_number_sealed bytea, id_number_mask text, id_number_index bytea, id_number_tail_index bytea,
  id_expires_on date,
  gender text check (gender in ('male', 'female')),
  birth_date date,
  marital_status text check (marital_status in ('single', 'married', 'divorced', 'widowed')),
  education text, ethnicity text,
  mobile_sealed bytea, mobile_mask text, mobile_index bytea, mobile_tail_index bytea,
  phone2_sealed bytea, phone2_mask text, phone2_index bytea,
  email_sealed bytea, email_mask text, email_index bytea,
  address_sealed bytea, address_mask text, address_index bytea,
  registered_address_sealed bytea, registered_address_mask text, registered_address_index bytea,
  bank_name text,
  bank_account_sealed bytea, bank_account_mask text, bank_account_index bytea,
  spouse_name text,
  spouse_id_number_sealed bytea, spouse_id_number_mask text, spouse_id_number_index bytea,
  spouse_mobile_sealed bytea, spouse_mobile_mask text, spouse_mobile_index bytea,
  emergency_contact_sealed bytea, emergency_contact_mask text, emergency_contact_index bytea,
  employer text, occupation text,
  annual_income_fen bigint check (annual_income_fen >= 0), monthly_income_fen bigint check (monthly_income_fen >= 0),
  assets_fen bigint check (assets_fen >= 0), liabilities_fen bigint check (liabilities_fen >= 0),
  legal_representative text, industry text,
  credit_rating text, credit_score integer, credit_limit_fen bigint check (credit_limit_fen >= 0),
  risk_level text check (risk_level in ('low', 'medium', 'high')),
  blacklisted boolean not null default false,
  manager text, branch text, source text,
  opened_on date, consent_on date,
  tags text[] not null default '{}',
  note text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (institution_id, customer_id),
  unique (institution_id, customer_no)
);
create unique index customer_by_id_number on customer (institution_id, id_number_index) where id_number_index is not null;
create index customer_by_id_number_tail on customer (institution_id, id_number_tail_index) where id_number_tail_index is not null;
create index customer_by_mobile on customer (institution_id, mobile_index) where mobile_index is not null;
create index customer_by_mobile_tail on customer (institution_id, mobile_tail_index) where mobile_tail_index is not null;
create index customer_by_name on customer (institution_id, name_pinyin, customer_id);
create index customer_by_initials on customer (institution_id, name_initials);
create index customer_by_opened on customer (institution_id, opened_on, customer_id);
select raise_wall('customer');
grant select, insert, update on customer to loanbook_app;

-- One- and two-character pieces of the name: the search that trigram indexes cannot do for 张三.
create table customer_gram (
  institution_id uuid not null,
  gram text collate "C" not null check (length(gram) between 1 and 2),
  customer_id uuid not null,
  primary key (institution_id, gram, customer_id),
  foreign key (institution_id, customer_id) references customer
);
select raise_wall('customer_gram');
grant select, insert, delete on customer_gram to loanbook_app;
