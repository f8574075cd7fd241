-- The schema that the migrations make: node tools/run.mjs tools/dump-schema.ts
-- Generated; never edited, never run.

table audit_entry
  institution_id uuid not null
  sequence bigint not null
  at timestamp with time zone not null
  actor_id uuid
  actor_name text not null
  action text not null
  object_type text not null
  object_id text
  fields text[] not null default '{}'::text[]
  reason text
  digests jsonb not null default '{}'::jsonb
  previous_hash bytea not null
  hash bytea not null
  constraint audit_entry_pkey: PRIMARY KEY (institution_id, sequence)
  constraint audit_entry_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint audit_entry_hash_check: CHECK ((length(hash) = 32))
  constraint audit_entry_previous_hash_check: CHECK ((length(previous_hash) = 32))
  constraint audit_entry_sequence_check: CHECK ((sequence > 0))
  INDEX audit_entry_by_object ON audit_entry USING btree (institution_id, object_id, sequence DESC) WHERE (object_id IS NOT NULL)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  TRIGGER facts_stay BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()
  TRIGGER facts_stay_whole BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  row-level security forced
  grant to loanbook_app: insert, select

table audit_head
  institution_id uuid not null
  sequence bigint not null default 0
  hash bytea not null
  constraint audit_head_pkey: PRIMARY KEY (institution_id)
  constraint audit_head_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint audit_head_hash_check: CHECK ((length(hash) = 32))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table customer
  institution_id uuid not null
  customer_id uuid not null
  customer_no text collate "C" not null
  name text not null
  name_pinyin text collate "C" not null
  name_initials text collate "C" not null
  kind text not null
  id_type text
  id_number_sealed bytea
  id_number_mask text
  id_number_index bytea
  id_number_tail_index bytea
  id_expires_on date
  gender text
  birth_date date
  marital_status text
  education text
  ethnicity text
  mobile_sealed bytea
  mobile_mask text
  mobile_index bytea
  mobile_tail_index bytea
  phone2_sealed bytea
  phone2_mask text
  phone2_index bytea
  email_sealed bytea
  email_mask text
  email_index bytea
  address_sealed bytea
  address_mask text
  address_index bytea
  registered_address_sealed bytea
  registered_address_mask text
  registered_address_index bytea
  bank_name text
  bank_account_sealed bytea
  bank_account_mask text
  bank_account_index bytea
  spouse_name text
  spouse_id_number_sealed bytea
  spouse_id_number_mask text
  spouse_id_number_index bytea
  spouse_mobile_sealed bytea
  spouse_mobile_mask text
  spouse_mobile_index bytea
  emergency_contact_sealed bytea
  emergency_contact_mask text
  emergency_contact_index bytea
  employer text
  occupation text
  annual_income_fen bigint
  monthly_income_fen bigint
  assets_fen bigint
  liabilities_fen bigint
  legal_representative text
  industry text
  credit_rating text
  credit_score integer
  credit_limit_fen bigint
  risk_level text
  blacklisted boolean not null default false
  manager text
  branch text
  source text
  opened_on date
  consent_on date
  tags text[] not null default '{}'::text[]
  note text
  import_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  updated_by text not null
  deactivated_at timestamp with time zone
  constraint customer_pkey: PRIMARY KEY (institution_id, customer_id)
  constraint customer_institution_id_customer_no_key: UNIQUE (institution_id, customer_no)
  constraint customer_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint customer_annual_income_fen_check: CHECK ((annual_income_fen >= 0))
  constraint customer_assets_fen_check: CHECK ((assets_fen >= 0))
  constraint customer_credit_limit_fen_check: CHECK ((credit_limit_fen >= 0))
  constraint customer_customer_no_check: CHECK (((length(customer_no) >= 1) AND (length(customer_no) <= 40)))
  constraint customer_gender_check: CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text])))
  constraint customer_id_type_check: CHECK ((id_type = ANY (ARRAY['resident_id'::text, 'uscc'::text, 'passport'::text, 'hk_macau_permit'::text, 'taiwan_permit'::text, 'residence_permit'::text, 'other'::text])))
  constraint customer_kind_check: CHECK ((kind = ANY (ARRAY['individual'::text, 'sole_trader'::text, 'business'::text, 'farmer'::text, 'cooperative'::text])))
  constraint customer_liabilities_fen_check: CHECK ((liabilities_fen >= 0))
  constraint customer_marital_status_check: CHECK ((marital_status = ANY (ARRAY['single'::text, 'married'::text, 'divorced'::text, 'widowed'::text])))
  constraint customer_monthly_income_fen_check: CHECK ((monthly_income_fen >= 0))
  constraint customer_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  constraint customer_risk_level_check: CHECK ((risk_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
  INDEX customer_by_bank_account ON customer USING btree (institution_id, bank_account_index) WHERE (bank_account_index IS NOT NULL)
  INDEX customer_by_emergency_contact ON customer USING btree (institution_id, emergency_contact_index) WHERE (emergency_contact_index IS NOT NULL)
  UNIQUE INDEX customer_by_id_number ON customer USING btree (institution_id, id_number_index) WHERE (id_number_index IS NOT NULL)
  INDEX customer_by_id_number_tail ON customer USING btree (institution_id, id_number_tail_index) WHERE (id_number_tail_index IS NOT NULL)
  INDEX customer_by_initials ON customer USING btree (institution_id, name_initials)
  INDEX customer_by_mobile ON customer USING btree (institution_id, mobile_index) WHERE (mobile_index IS NOT NULL)
  INDEX customer_by_mobile_tail ON customer USING btree (institution_id, mobile_tail_index) WHERE (mobile_tail_index IS NOT NULL)
  INDEX customer_by_name ON customer USING btree (institution_id, name_pinyin, customer_id)
  INDEX customer_by_opened ON customer USING btree (institution_id, opened_on, customer_id)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table customer_gram
  institution_id uuid not null
  gram text collate "C" not null
  customer_id uuid not null
  constraint customer_gram_pkey: PRIMARY KEY (institution_id, gram, customer_id)
  constraint customer_gram_institution_id_customer_id_fkey: FOREIGN KEY (institution_id, customer_id) REFERENCES customer(institution_id, customer_id)
  constraint customer_gram_gram_check: CHECK (((length(gram) >= 1) AND (length(gram) <= 2)))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: delete, insert, select

table customer_move
  institution_id uuid not null
  move_id uuid not null
  kind text not null
  from_customer_id uuid not null
  to_customer_id uuid not null
  loan_ids uuid[] not null
  from_before jsonb not null default '{}'::jsonb
  to_before jsonb not null default '{}'::jsonb
  from_version integer not null
  to_version integer not null
  is_target_new boolean not null default false
  reason text not null
  moved_at timestamp with time zone not null default now()
  moved_by text not null
  undone_at timestamp with time zone
  undone_by text
  constraint customer_move_pkey: PRIMARY KEY (institution_id, move_id)
  constraint customer_move_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint customer_move_institution_id_from_customer_id_fkey: FOREIGN KEY (institution_id, from_customer_id) REFERENCES customer(institution_id, customer_id)
  constraint customer_move_institution_id_to_customer_id_fkey: FOREIGN KEY (institution_id, to_customer_id) REFERENCES customer(institution_id, customer_id)
  constraint customer_move_check: CHECK ((from_customer_id <> to_customer_id))
  constraint customer_move_check1: CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  constraint customer_move_check2: CHECK (((kind = 'merge'::text) OR (cardinality(loan_ids) > 0)))
  constraint customer_move_kind_check: CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text])))
  constraint customer_move_reason_check: CHECK (((length(reason) >= 2) AND (length(reason) <= 200)))
  INDEX customer_move_by_from ON customer_move USING btree (institution_id, from_customer_id, moved_at)
  INDEX customer_move_by_to ON customer_move USING btree (institution_id, to_customer_id, moved_at)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select

table data_key
  institution_id uuid not null
  key_id integer not null
  purpose text not null
  wrapped bytea not null
  created_at timestamp with time zone not null default now()
  constraint data_key_pkey: PRIMARY KEY (institution_id, key_id, purpose)
  constraint data_key_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint data_key_key_id_check: CHECK ((key_id > 0))
  constraint data_key_purpose_check: CHECK ((purpose = ANY (ARRAY['seal'::text, 'blind_index'::text, 'audit'::text])))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select

table hand_over
  institution_id uuid not null
  hand_over_id uuid not null
  loan_id uuid
  customer_id uuid
  from_manager text
  to_manager text not null
  handed_on date not null
  reason text not null
  recorded_at timestamp with time zone not null default now()
  actor_id uuid
  actor_name text not null
  constraint hand_over_pkey: PRIMARY KEY (institution_id, hand_over_id)
  constraint hand_over_institution_id_customer_id_fkey: FOREIGN KEY (institution_id, customer_id) REFERENCES customer(institution_id, customer_id)
  constraint hand_over_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint hand_over_institution_id_loan_id_fkey: FOREIGN KEY (institution_id, loan_id) REFERENCES loan(institution_id, loan_id)
  constraint hand_over_check: CHECK (((loan_id IS NULL) <> (customer_id IS NULL)))
  constraint hand_over_check1: CHECK ((from_manager IS DISTINCT FROM to_manager))
  constraint hand_over_from_manager_check: CHECK ((length(from_manager) <= 60))
  constraint hand_over_reason_check: CHECK (((length(reason) >= 2) AND (length(reason) <= 200)))
  constraint hand_over_to_manager_check: CHECK (((length(to_manager) >= 1) AND (length(to_manager) <= 60)))
  INDEX hand_over_by_customer ON hand_over USING btree (institution_id, customer_id, recorded_at) WHERE (customer_id IS NOT NULL)
  INDEX hand_over_by_loan ON hand_over USING btree (institution_id, loan_id, recorded_at) WHERE (loan_id IS NOT NULL)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  TRIGGER facts_stay BEFORE DELETE OR UPDATE ON hand_over FOR EACH ROW EXECUTE FUNCTION refuse_change()
  TRIGGER facts_stay_whole BEFORE TRUNCATE ON hand_over FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  row-level security forced
  grant to loanbook_app: insert, select

table idempotency_key
  institution_id uuid not null
  actor_id uuid not null
  route text not null
  client_key text not null
  body_hash bytea not null
  reply_status integer
  reply jsonb
  claimed_at timestamp with time zone not null default now()
  constraint idempotency_key_pkey: PRIMARY KEY (institution_id, actor_id, route, client_key)
  constraint idempotency_key_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint idempotency_key_body_hash_check: CHECK ((length(body_hash) = 32))
  constraint idempotency_key_client_key_check: CHECK (((length(client_key) >= 8) AND (length(client_key) <= 120)))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table import_batch
  institution_id uuid not null
  import_id uuid not null
  state text not null
  as_of date
  corrections jsonb not null default '{}'::jsonb
  recognised_sealed bytea
  reading_sealed bytea
  progress jsonb not null default '{"done": 0, "stage": "reading", "total": 0}'::jsonb
  report jsonb
  failure jsonb
  created_by text not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  paper_totals jsonb
  template_ids uuid[] not null default '{}'::uuid[]
  cells_sealed bytea
  constraint import_batch_pkey: PRIMARY KEY (institution_id, import_id)
  constraint import_batch_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint import_batch_state_check: CHECK ((state = ANY (ARRAY['reading'::text, 'ready'::text, 'committing'::text, 'committed'::text, 'failed'::text, 'cancelled'::text, 'undoing'::text, 'undone'::text])))
  INDEX import_batch_by_time ON import_batch USING btree (institution_id, created_at)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table import_change
  institution_id uuid not null
  import_id uuid not null
  object_type text not null
  object_id uuid not null
  version_after integer not null
  before jsonb not null
  constraint import_change_pkey: PRIMARY KEY (institution_id, import_id, object_type, object_id)
  constraint import_change_institution_id_import_id_fkey: FOREIGN KEY (institution_id, import_id) REFERENCES import_batch(institution_id, import_id)
  constraint import_change_object_type_check: CHECK ((object_type = ANY (ARRAY['customer'::text, 'loan'::text])))
  INDEX import_change_by_object ON import_change USING btree (institution_id, object_id)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  TRIGGER facts_stay BEFORE DELETE OR UPDATE ON import_change FOR EACH ROW EXECUTE FUNCTION refuse_change()
  TRIGGER facts_stay_whole BEFORE TRUNCATE ON import_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  row-level security forced
  grant to loanbook_app: insert, select

table import_file
  institution_id uuid not null
  import_id uuid not null
  number integer not null
  name text not null
  size_bytes bigint not null
  content_sealed bytea
  constraint import_file_pkey: PRIMARY KEY (institution_id, import_id, number)
  constraint import_file_institution_id_import_id_fkey: FOREIGN KEY (institution_id, import_id) REFERENCES import_batch(institution_id, import_id)
  constraint import_file_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 255)))
  constraint import_file_number_check: CHECK ((number >= 0))
  constraint import_file_size_bytes_check: CHECK ((size_bytes >= 0))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table import_template
  institution_id uuid not null
  template_id uuid not null
  name text not null
  headings text[] not null
  decisions jsonb not null
  sheet_role text
  created_by text not null
  created_at timestamp with time zone not null default now()
  used_at timestamp with time zone not null default now()
  constraint import_template_pkey: PRIMARY KEY (institution_id, template_id)
  constraint import_template_institution_id_headings_key: UNIQUE (institution_id, headings)
  constraint import_template_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint import_template_headings_check: CHECK ((cardinality(headings) > 0))
  constraint import_template_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: delete, insert, select, update

table installment
  institution_id uuid not null
  loan_id uuid not null
  number integer not null
  due_on date not null
  principal_fen bigint not null
  interest_fen bigint not null
  fee_fen bigint not null default 0
  paid_principal_fen bigint not null default 0
  paid_interest_fen bigint not null default 0
  paid_fee_fen bigint not null default 0
  settled_on date
  penalty_numerator numeric
  compound_numerator numeric
  penalty_settled_fen bigint
  compound_settled_fen bigint
  accrual_from_on date
  accrual_numerator numeric
  accrual_per_day numeric
  accrual_offset_fen bigint
  constraint installment_pkey: PRIMARY KEY (institution_id, loan_id, number)
  constraint installment_institution_id_loan_id_fkey: FOREIGN KEY (institution_id, loan_id) REFERENCES loan(institution_id, loan_id)
  constraint installment_accrual_numerator_check: CHECK ((accrual_numerator >= (0)::numeric))
  constraint installment_accrual_per_day_check: CHECK ((accrual_per_day >= (0)::numeric))
  constraint installment_check: CHECK (((paid_principal_fen >= 0) AND (paid_principal_fen <= principal_fen)))
  constraint installment_check1: CHECK (((paid_interest_fen >= 0) AND (paid_interest_fen <= interest_fen)))
  constraint installment_check2: CHECK (((paid_fee_fen >= 0) AND (paid_fee_fen <= fee_fen)))
  constraint installment_check3: CHECK (((settled_on IS NULL) OR ((paid_principal_fen = principal_fen) AND (paid_interest_fen = interest_fen) AND (paid_fee_fen = fee_fen))))
  constraint installment_check4: CHECK ((accrual_from_on <= due_on))
  constraint installment_check5: CHECK (((accrual_from_on IS NULL) = (accrual_per_day IS NULL)))
  constraint installment_fee_fen_check: CHECK ((fee_fen >= 0))
  constraint installment_interest_fen_check: CHECK ((interest_fen >= 0))
  constraint installment_number_check: CHECK ((number >= 0))
  constraint installment_principal_fen_check: CHECK ((principal_fen >= 0))
  INDEX installment_by_due ON installment USING btree (institution_id, due_on, loan_id, number)
  INDEX installment_open_by_due ON installment USING btree (institution_id, due_on, loan_id, number) WHERE (settled_on IS NULL)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: delete, insert, select, update

table institution
  institution_id uuid not null
  name text not null
  time_zone text not null default 'Asia/Shanghai'::text
  rate_cap_e8 bigint not null default 24000000
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  constraint institution_pkey: PRIMARY KEY (institution_id)
  constraint institution_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  constraint institution_rate_cap_e8_check: CHECK (((rate_cap_e8 >= 0) AND (rate_cap_e8 <= 100000000)))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table loan
  institution_id uuid not null
  loan_id uuid not null
  customer_id uuid not null
  contract_no text collate "C"
  receipt_no text collate "C" not null
  product text
  contract_amount_fen bigint
  principal_fen bigint
  rate_annual_e8 bigint
  rate_type text
  penalty_multiplier_e4 integer not null
  method text
  interest_mode text not null
  term_months integer
  periods integer not null
  disbursed_on date
  first_due_on date
  matures_on date
  due_day integer
  guarantee text
  guarantors text
  collateral text
  purpose text
  industry text
  previous_receipt_no text
  archive_no text
  manager text
  branch text
  note text
  flags text[] not null default '{}'::text[]
  is_taken_over boolean not null default false
  taken_over_repaid_principal_fen bigint not null default 0
  taken_over_repaid_interest_fen bigint not null default 0
  terms jsonb not null
  import_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  updated_by text not null
  undone_with uuid
  constraint loan_pkey: PRIMARY KEY (institution_id, loan_id)
  constraint loan_institution_id_receipt_no_key: UNIQUE NULLS NOT DISTINCT (institution_id, receipt_no, undone_with)
  constraint loan_institution_id_customer_id_fkey: FOREIGN KEY (institution_id, customer_id) REFERENCES customer(institution_id, customer_id)
  constraint loan_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint loan_contract_amount_fen_check: CHECK ((contract_amount_fen >= 0))
  constraint loan_contract_no_check: CHECK (((length(contract_no) >= 1) AND (length(contract_no) <= 60)))
  constraint loan_due_day_check: CHECK (((due_day >= 1) AND (due_day <= 31)))
  constraint loan_guarantee_check: CHECK ((guarantee = ANY (ARRAY['credit'::text, 'guarantee'::text, 'mortgage'::text, 'pledge'::text, 'joint'::text])))
  constraint loan_interest_mode_check: CHECK ((interest_mode = ANY (ARRAY['monthly'::text, 'actual_360'::text, 'actual_365'::text, '30e_360'::text, 'months_days'::text])))
  constraint loan_method_check: CHECK ((method = ANY (ARRAY['equal_installment'::text, 'equal_principal'::text, 'interest_only'::text, 'quarterly_interest'::text, 'bullet'::text, 'flat'::text, 'balloon'::text, 'custom'::text, 'revolving'::text, 'progressive'::text])))
  constraint loan_penalty_multiplier_e4_check: CHECK ((penalty_multiplier_e4 >= 0))
  constraint loan_periods_check: CHECK ((periods >= 0))
  constraint loan_principal_fen_check: CHECK ((principal_fen >= 0))
  constraint loan_rate_annual_e8_check: CHECK ((rate_annual_e8 >= 0))
  constraint loan_rate_type_check: CHECK ((rate_type = ANY (ARRAY['fixed'::text, 'lpr'::text])))
  constraint loan_receipt_no_check: CHECK (((length(receipt_no) >= 1) AND (length(receipt_no) <= 60)))
  constraint loan_taken_over_repaid_principal_fen_check: CHECK ((taken_over_repaid_principal_fen >= 0))
  constraint loan_term_months_check: CHECK ((term_months > 0))
  INDEX loan_by_contract ON loan USING btree (institution_id, contract_no, loan_id)
  INDEX loan_by_customer ON loan USING btree (institution_id, customer_id)
  INDEX loan_by_disbursed ON loan USING btree (institution_id, disbursed_on, loan_id)
  INDEX loan_by_manager ON loan USING btree (institution_id, manager, loan_id)
  INDEX loan_by_principal ON loan USING btree (institution_id, principal_fen, loan_id)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table loan_event
  institution_id uuid not null
  event_id uuid not null
  loan_id uuid not null
  sequence integer not null
  type text not null
  occurred_on date not null
  recorded_at timestamp with time zone not null default now()
  actor_id uuid
  actor_name text not null
  amount_fen bigint
  reversed_event_id uuid
  body jsonb not null default '{}'::jsonb
  channel text
  external_ref text
  payer_name text
  note text
  reason text
  import_id uuid
  constraint loan_event_pkey: PRIMARY KEY (institution_id, event_id)
  constraint loan_event_institution_id_loan_id_sequence_key: UNIQUE (institution_id, loan_id, sequence)
  constraint loan_event_of_loan: UNIQUE (institution_id, loan_id, event_id)
  constraint loan_event_institution_id_loan_id_fkey: FOREIGN KEY (institution_id, loan_id) REFERENCES loan(institution_id, loan_id)
  constraint loan_event_reverses_own: FOREIGN KEY (institution_id, loan_id, reversed_event_id) REFERENCES loan_event(institution_id, loan_id, event_id)
  constraint loan_event_amount_fen_check: CHECK ((amount_fen > 0))
  constraint loan_event_amount_known: CHECK (((type <> ALL (ARRAY['draw'::text, 'refund'::text])) OR (amount_fen IS NOT NULL)))
  constraint loan_event_channel_check: CHECK ((channel = ANY (ARRAY['bank_transfer'::text, 'cash'::text, 'wechat'::text, 'alipay'::text, 'direct_debit'::text, 'collateral'::text, 'other'::text])))
  constraint loan_event_check: CHECK (((type = 'reverse'::text) = (reversed_event_id IS NOT NULL)))
  constraint loan_event_check1: CHECK (((type <> ALL (ARRAY['disburse'::text, 'repay'::text, 'fee'::text, 'waive'::text, 'recover'::text])) OR (amount_fen IS NOT NULL)))
  constraint loan_event_sequence_check: CHECK ((sequence > 0))
  constraint loan_event_type_known: CHECK ((type = ANY (ARRAY['disburse'::text, 'draw'::text, 'opening'::text, 'repay'::text, 'recover'::text, 'refund'::text, 'reverse'::text, 'waive'::text, 'fee'::text, 'prepay'::text, 'rate'::text, 'extend'::text, 'restructure'::text, 'write_off'::text, 'class'::text, 'refinance'::text])))
  INDEX loan_event_by_day ON loan_event USING btree (institution_id, occurred_on, type)
  INDEX loan_event_refinance ON loan_event USING btree (institution_id, loan_id) WHERE (type = 'refinance'::text)
  UNIQUE INDEX loan_event_reversed_once ON loan_event USING btree (institution_id, reversed_event_id) WHERE (reversed_event_id IS NOT NULL)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  TRIGGER facts_stay BEFORE DELETE OR UPDATE ON loan_event FOR EACH ROW EXECUTE FUNCTION refuse_change()
  TRIGGER facts_stay_whole BEFORE TRUNCATE ON loan_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  row-level security forced
  grant to loanbook_app: insert, select

table loan_state
  institution_id uuid not null
  loan_id uuid not null
  life text not null
  outstanding_principal_fen bigint not null
  repaid_principal_fen bigint not null default 0
  repaid_interest_fen bigint not null default 0
  credit_fen bigint not null default 0
  oldest_open_due_on date
  class_override smallint
  settled_on date
  event_count integer not null
  next_change_on date default '1000-01-01'::date
  matures_on date
  rate_annual_e8 bigint
  rounding text
  grace_days integer
  free_days integer
  charge_denominator numeric
  penalty_per_day numeric
  compound_per_day numeric
  accrual_denominator numeric
  accrual_day_count text
  standing_principal_fen bigint
  standing_from_on date
  standing_numerator numeric
  standing_per_day numeric
  standing_settled_fen bigint
  constraint loan_state_pkey: PRIMARY KEY (institution_id, loan_id)
  constraint loan_state_institution_id_loan_id_fkey: FOREIGN KEY (institution_id, loan_id) REFERENCES loan(institution_id, loan_id)
  constraint loan_state_accrual_day_count_check: CHECK ((accrual_day_count = ANY (ARRAY['actual'::text, '30e_360'::text, 'months_days'::text])))
  constraint loan_state_accrual_denominator_check: CHECK ((accrual_denominator > (0)::numeric))
  constraint loan_state_charge_denominator_check: CHECK ((charge_denominator > (0)::numeric))
  constraint loan_state_check: CHECK (((life = 'active'::text) OR (life = 'written_off'::text) OR (outstanding_principal_fen = 0) OR (life = 'pending'::text)))
  constraint loan_state_check1: CHECK ((num_nulls(standing_principal_fen, standing_from_on, standing_numerator, standing_per_day, standing_settled_fen) = ANY (ARRAY[0, 5])))
  constraint loan_state_class_override_check: CHECK (((class_override >= 0) AND (class_override <= 4)))
  constraint loan_state_compound_per_day_check: CHECK ((compound_per_day >= (0)::numeric))
  constraint loan_state_credit_fen_check: CHECK ((credit_fen >= 0))
  constraint loan_state_event_count_check: CHECK ((event_count >= 0))
  constraint loan_state_free_days_check: CHECK ((free_days >= 0))
  constraint loan_state_grace_days_check: CHECK ((grace_days >= 0))
  constraint loan_state_life_check: CHECK ((life = ANY (ARRAY['pending'::text, 'active'::text, 'settled'::text, 'written_off'::text, 'void'::text])))
  constraint loan_state_outstanding_principal_fen_check: CHECK ((outstanding_principal_fen >= 0))
  constraint loan_state_penalty_per_day_check: CHECK ((penalty_per_day >= (0)::numeric))
  constraint loan_state_rate_annual_e8_check: CHECK ((rate_annual_e8 >= 0))
  constraint loan_state_rounding_check: CHECK ((rounding = ANY (ARRAY['half_up'::text, 'half_even'::text, 'down'::text])))
  constraint loan_state_settled_owes_nothing: CHECK (((life <> 'settled'::text) OR (oldest_open_due_on IS NULL)))
  constraint loan_state_standing_per_day_check: CHECK ((standing_per_day >= (0)::numeric))
  constraint loan_state_standing_principal_fen_check: CHECK ((standing_principal_fen >= 0))
  INDEX loan_state_by_class_override ON loan_state USING btree (institution_id, loan_id) WHERE (class_override IS NOT NULL)
  INDEX loan_state_by_matures ON loan_state USING btree (institution_id, matures_on, loan_id)
  INDEX loan_state_by_next_change ON loan_state USING btree (institution_id, next_change_on, loan_id) WHERE (next_change_on IS NOT NULL)
  INDEX loan_state_by_outstanding ON loan_state USING btree (institution_id, outstanding_principal_fen, loan_id)
  INDEX loan_state_by_overdue ON loan_state USING btree (institution_id, oldest_open_due_on, loan_id) WHERE (life = 'active'::text)
  INDEX loan_state_by_rate ON loan_state USING btree (institution_id, rate_annual_e8, loan_id)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: delete, insert, select, update

table number_series
  institution_id uuid not null
  name text not null
  last_number bigint not null default 0
  constraint number_series_pkey: PRIMARY KEY (institution_id, name)
  constraint number_series_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint number_series_known: CHECK ((name ~ '^(customer|loan-[0-9]{6}|receipt-[0-9]{8})$'::text))
  constraint number_series_last_number_check: CHECK ((last_number >= 0))
  constraint number_series_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table person
  institution_id uuid not null
  person_id uuid not null
  user_name text not null
  display_name text not null
  role text not null
  language text not null default 'zh'::text
  password_hash text not null
  must_change_password boolean not null default false
  disabled_at timestamp with time zone
  last_signed_in_at timestamp with time zone
  failed_sign_ins integer not null default 0
  throttled_until timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  constraint person_pkey: PRIMARY KEY (institution_id, person_id)
  constraint person_institution_id_user_name_key: UNIQUE (institution_id, user_name)
  constraint person_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint person_display_name_check: CHECK (((length(display_name) >= 1) AND (length(display_name) <= 60)))
  constraint person_language_check: CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
  constraint person_role_check: CHECK ((role = ANY (ARRAY['full'::text, 'read_only'::text])))
  constraint person_user_name_check: CHECK ((user_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'::text))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: insert, select, update

table person_session
  institution_id uuid not null
  session_hash bytea not null
  person_id uuid not null
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  user_agent text not null default ''::text
  constraint person_session_pkey: PRIMARY KEY (institution_id, session_hash)
  constraint person_session_institution_id_person_id_fkey: FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, person_id)
  constraint person_session_session_hash_check: CHECK ((length(session_hash) = 32))
  constraint person_session_user_agent_check: CHECK ((length(user_agent) <= 400))
  INDEX person_session_by_person ON person_session USING btree (institution_id, person_id)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: delete, insert, select, update

table repayment
  institution_id uuid not null
  repayment_id uuid not null
  loan_id uuid not null
  source text not null
  event_id uuid
  installment_no integer
  due_on date
  paid_on date
  total_fen bigint not null
  principal_fen bigint
  interest_fen bigint
  penalty_fen bigint
  compound_fen bigint
  fee_fen bigint
  credit_fen bigint
  channel text
  external_ref text collate "C"
  payer_name text
  note text
  is_reversed boolean not null default false
  import_id uuid
  recorded_at timestamp with time zone not null default now()
  undone_with uuid
  constraint repayment_pkey: PRIMARY KEY (institution_id, repayment_id)
  constraint repayment_institution_id_event_id_key: UNIQUE (institution_id, event_id)
  constraint repayment_institution_id_loan_id_fkey: FOREIGN KEY (institution_id, loan_id) REFERENCES loan(institution_id, loan_id)
  constraint repayment_of_own_event: FOREIGN KEY (institution_id, loan_id, event_id) REFERENCES loan_event(institution_id, loan_id, event_id)
  constraint repayment_channel_check: CHECK ((channel = ANY (ARRAY['bank_transfer'::text, 'cash'::text, 'wechat'::text, 'alipay'::text, 'direct_debit'::text, 'collateral'::text, 'other'::text])))
  constraint repayment_check: CHECK (((source = 'posted'::text) = (event_id IS NOT NULL)))
  constraint repayment_check1: CHECK (((source = 'taken_over'::text) OR ((paid_on IS NOT NULL) AND (total_fen > 0))))
  constraint repayment_check2: CHECK (((source = 'taken_over'::text) OR is_reversed OR (total_fen = (((((principal_fen + interest_fen) + penalty_fen) + compound_fen) + fee_fen) + credit_fen))))
  constraint repayment_parts_known: CHECK (((source = 'taken_over'::text) OR (num_nulls(principal_fen, interest_fen, penalty_fen, compound_fen, fee_fen, credit_fen) = 0)))
  constraint repayment_parts_not_negative: CHECK (((source = 'taken_over'::text) OR (LEAST(principal_fen, interest_fen, penalty_fen, compound_fen, fee_fen, credit_fen) >= 0)))
  constraint repayment_source_check: CHECK ((source = ANY (ARRAY['posted'::text, 'taken_over'::text])))
  INDEX repayment_by_loan ON repayment USING btree (institution_id, loan_id, paid_on)
  INDEX repayment_by_paid ON repayment USING btree (institution_id, paid_on, repayment_id)
  INDEX repayment_by_reference ON repayment USING btree (institution_id, external_ref) WHERE (external_ref IS NOT NULL)
  INDEX repayment_by_total ON repayment USING btree (institution_id, total_fen, repayment_id)
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  TRIGGER taken_over_stays BEFORE DELETE OR UPDATE ON repayment FOR EACH ROW EXECUTE FUNCTION keep_taken_over()
  row-level security forced
  grant to loanbook_app: delete, insert, select, update

table saved_view
  institution_id uuid not null
  view_id uuid not null
  list text not null
  name text not null
  owner_id uuid not null
  owner_name text not null
  is_shared boolean not null default false
  default_roles text[] not null default '{}'::text[]
  content jsonb not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  updated_by text not null
  constraint saved_view_pkey: PRIMARY KEY (institution_id, view_id)
  constraint saved_view_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES institution(institution_id)
  constraint saved_view_institution_id_owner_id_fkey: FOREIGN KEY (institution_id, owner_id) REFERENCES person(institution_id, person_id)
  constraint saved_view_check: CHECK ((is_shared OR (cardinality(default_roles) = 0)))
  constraint saved_view_default_roles_check: CHECK ((default_roles <@ ARRAY['full'::text, 'read_only'::text]))
  constraint saved_view_list_check: CHECK ((list = ANY (ARRAY['customers'::text, 'loans'::text, 'installments'::text, 'repayments'::text, 'overdue'::text])))
  constraint saved_view_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  UNIQUE INDEX saved_view_name ON saved_view USING btree (institution_id, owner_id, list, name)
  INDEX saved_view_shared ON saved_view USING btree (institution_id, list) WHERE is_shared
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  row-level security forced
  grant to loanbook_app: delete, insert, select, update

table schema_migration
  version integer not null
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()
  constraint schema_migration_pkey: PRIMARY KEY (version)
  constraint schema_migration_version_check: CHECK ((version > 0))
  row-level security off
  grant to loanbook_app: select

table terms_version
  institution_id uuid not null
  loan_id uuid not null
  version integer not null
  terms jsonb not null
  reason text
  recorded_at timestamp with time zone not null default now()
  actor_id uuid
  actor_name text not null
  constraint terms_version_pkey: PRIMARY KEY (institution_id, loan_id, version)
  constraint terms_version_institution_id_loan_id_fkey: FOREIGN KEY (institution_id, loan_id) REFERENCES loan(institution_id, loan_id)
  constraint terms_version_check: CHECK (((version = 1) = (reason IS NULL)))
  constraint terms_version_reason_check: CHECK (((length(reason) >= 2) AND (length(reason) <= 200)))
  constraint terms_version_version_check: CHECK ((version > 0))
  policy institution_wall to all using ((institution_id = current_institution())) check ((institution_id = current_institution()))
  policy owner_maintains to owner using (true) check (true)
  TRIGGER facts_stay BEFORE DELETE OR UPDATE ON terms_version FOR EACH ROW EXECUTE FUNCTION refuse_change()
  TRIGGER facts_stay_whole BEFORE TRUNCATE ON terms_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  row-level security forced
  grant to loanbook_app: insert, select

view installment_current (security_invoker=true)
  institution_id uuid
  loan_id uuid
  number integer
  due_on date
  principal_fen bigint
  interest_fen bigint
  fee_fen bigint
  paid_principal_fen bigint
  paid_interest_fen bigint
  paid_fee_fen bigint
  settled_on date
  grant to loanbook_app: select

view loan_current (security_invoker=true)
  institution_id uuid
  loan_id uuid
  customer_id uuid
  contract_no text
  receipt_no text
  product text
  contract_amount_fen bigint
  principal_fen bigint
  rate_annual_e8 bigint
  rate_type text
  penalty_multiplier_e4 integer
  method text
  interest_mode text
  term_months integer
  periods integer
  disbursed_on date
  first_due_on date
  matures_on date
  due_day integer
  guarantee text
  guarantors text
  collateral text
  purpose text
  industry text
  previous_receipt_no text
  archive_no text
  manager text
  branch text
  note text
  flags text[]
  is_taken_over boolean
  taken_over_repaid_principal_fen bigint
  taken_over_repaid_interest_fen bigint
  terms jsonb
  import_id uuid
  version integer
  created_at timestamp with time zone
  updated_at timestamp with time zone
  updated_by text
  customer_name text
  customer_name_pinyin text
  customer_id_number_mask text
  customer_mobile_mask text
  life text
  outstanding_principal_fen bigint
  repaid_principal_fen bigint
  repaid_interest_fen bigint
  credit_fen bigint
  oldest_open_due_on date
  settled_on date
  class_override smallint
  overdue_days integer
  class_rank smallint
  class text
  status text
  grant to loanbook_app: select

view loan_event_current (security_invoker=true)
  institution_id uuid
  event_id uuid
  loan_id uuid
  sequence integer
  type text
  occurred_on date
  recorded_at timestamp with time zone
  actor_id uuid
  actor_name text
  amount_fen bigint
  reversed_event_id uuid
  body jsonb
  channel text
  external_ref text
  payer_name text
  note text
  reason text
  import_id uuid
  grant to loanbook_app: select

view repayment_current (security_invoker=true)
  institution_id uuid
  repayment_id uuid
  loan_id uuid
  source text
  event_id uuid
  installment_no integer
  due_on date
  paid_on date
  total_fen bigint
  principal_fen bigint
  interest_fen bigint
  penalty_fen bigint
  compound_fen bigint
  fee_fen bigint
  credit_fen bigint
  channel text
  external_ref text
  payer_name text
  note text
  is_reversed boolean
  import_id uuid
  recorded_at timestamp with time zone
  receipt_no text
  contract_no text
  customer_id uuid
  customer_name text
  customer_name_pinyin text
  grant to loanbook_app: select

function accrual_days(day_count text, from_on date, to_on date) returns integer
  language sql immutable
  select case day_count
  when '30e_360' then ((extract(year from to_on) - extract(year from from_on)) * 360 + (extract(month from to_on) - extract(month from from_on)) * 30
  + least(extract(day from to_on), 30) - least(extract(day from from_on), 30))::integer
  when 'months_days' then months_and_days(from_on, to_on)
  else to_on - from_on
  end

function business_date() returns date
  language sql stable
  select nullif(current_setting('loanbook.business_date', true), '')::date

function current_institution() returns uuid
  language sql stable
  select nullif(current_setting('loanbook.institution_id', true), '')::uuid

function days_past_due(oldest_open_due_on date, on_day date) returns integer
  language sql immutable
  select case when on_day > oldest_open_due_on then on_day - oldest_open_due_on else 0 end

function five_tier_code(class smallint) returns text
  language sql immutable
  select (array['normal', 'special_mention', 'substandard', 'doubtful', 'loss'])[class + 1]

function five_tier_floor(days_past_due integer) returns smallint
  language sql immutable
  select (case when days_past_due <= 0 then 0 when days_past_due <= 90 then 1 when days_past_due <= 270 then 2 when days_past_due <= 360 then 3 else 4 end)::smallint

function half_even_fen(numerator numeric, denominator numeric) returns numeric
  language plpgsql immutable
  
  declare
  rounded numeric := div(2 * numerator + denominator, 2 * denominator);
  begin
  return rounded - case when mod(2 * numerator + denominator, 2 * denominator) = 0 then mod(rounded, 2) else 0 end;
  end

function institutions_for_sign_in() returns TABLE(institution_id uuid, name text, time_zone text)
  language sql stable security definer set search_path=public, pg_temp
  select institution_id, name, time_zone from institution order by created_at

function keep_facts(table_name regclass) returns void
  language plpgsql volatile
  
  begin
  execute format('grant select, insert on %s to loanbook_app', table_name);
  execute format('create trigger facts_stay before update or delete on %s for each row execute function refuse_change()', table_name);
  execute format('create trigger facts_stay_whole before truncate on %s for each statement execute function refuse_change()', table_name);
  end

function keep_taken_over() returns trigger
  language plpgsql volatile
  
  declare
  undone repayment;
  begin
  if old.source = 'taken_over' then
  if tg_op = 'UPDATE' then
  undone := old;
  undone.is_reversed := true;
  undone.undone_with := new.undone_with;
  if old.undone_with is null and new.undone_with is not null and new is not distinct from undone then
  return new;
  end if;
  end if;
  raise exception 'taken-over receipts are facts: they are never changed or deleted' using errcode = 'LB001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
  end

function loan_figures(of_loan_id uuid, on_day date) returns TABLE(principal_fen bigint, interest_due_fen bigint, interest_accrued_fen bigint, penalty_fen bigint, compound_fen bigint, fee_fen bigint, overdue_principal_fen bigint, overdue_interest_fen bigint, credit_fen bigint, payoff_fen bigint, overdue_days integer, overdue_installments integer, class_rank smallint)
  language sql stable
  
  select max(f.principal_fen), max(f.interest_due_fen), max(f.interest_accrued_fen), max(f.penalty_fen), max(f.compound_fen), max(f.fee_fen), max(f.overdue_principal_fen),
  max(f.overdue_interest_fen), max(f.credit_fen), max(f.payoff_fen), max(f.overdue_days), max(f.overdue_installments), max(f.class_rank)
  from (
  select s.outstanding_principal_fen as principal_fen, i.interest_due_fen, a.accrued_fen as interest_accrued_fen, i.penalty_fen, i.compound_fen, i.fee_fen, i.overdue_principal_fen, i.overdue_interest_fen,
  s.credit_fen, s.outstanding_principal_fen + i.interest_due_fen + a.accrued_fen + i.penalty_fen + i.compound_fen + i.fee_fen - s.credit_fen as payoff_fen,
  days_past_due(s.oldest_open_due_on, d.day) as overdue_days, i.overdue_installments,
  case when s.life in ('active', 'written_off') then greatest(five_tier_floor(days_past_due(s.oldest_open_due_on, d.day)), coalesce(s.class_override, 0::smallint)) else 0::smallint end as class_rank
  from loan_state s
  -- the day is usually read from a setting, which must not happen for each row: a limit keeps the planner from putting it in place
  cross join lateral (select on_day as day limit 1) d
  cross join lateral (
  select coalesce(sum(e.open_interest_fen) filter (where e.is_due), 0)::bigint as interest_due_fen,
  coalesce(sum(case s.rounding when 'half_even' then half_even_fen(e.penalty, s.charge_denominator)
  else div(2 * e.penalty + case s.rounding when 'half_up' then s.charge_denominator else 0 end, 2 * s.charge_denominator) end
  - coalesce(e.penalty_settled_fen, 0)) filter (where e.is_due), 0)::bigint as penalty_fen,
  coalesce(sum(case s.rounding when 'half_even' then half_even_fen(e.compound, s.charge_denominator)
  else div(2 * e.compound + case s.rounding when 'half_up' then s.charge_denominator else 0 end, 2 * s.charge_denominator) end
  - coalesce(e.compound_settled_fen, 0)) filter (where e.is_due), 0)::bigint as compound_fen,
  coalesce(sum(e.open_fee_fen), 0)::bigint as fee_fen,
  coalesce(sum(e.open_principal_fen) filter (where e.is_past_due), 0)::bigint as overdue_principal_fen,
  coalesce(sum(e.open_interest_fen) filter (where e.is_past_due), 0)::bigint as overdue_interest_fen,
  (count(*) filter (where e.is_past_due and e.open_principal_fen + e.open_interest_fen + e.open_fee_fen > 0))::integer as overdue_installments,
  sum(least(case s.rounding when 'half_even' then half_even_fen(e.accrued, s.accrual_denominator)
  else div(2 * e.accrued + case s.rounding when 'half_up' then s.accrual_denominator else 0 end, 2 * s.accrual_denominator) end
  + coalesce(e.accrual_offset_fen, 0), e.interest_fen) - e.paid_interest_fen) filter (where not e.is_due and e.accrued is not null) as running_fen
  from (
  select r.due_on <= d.day as is_due, r.due_on < d.day as is_past_due, r.interest_fen, r.paid_interest_fen, r.penalty_settled_fen, r.compound_settled_fen, r.accrual_offset_fen,
  r.principal_fen - r.paid_principal_fen as open_principal_fen, r.interest_fen - r.paid_interest_fen as open_interest_fen, r.fee_fen - r.paid_fee_fen as open_fee_fen,
  case when d.day - r.due_on > s.grace_days
  then coalesce(r.penalty_numerator, 0) + (r.principal_fen - r.paid_principal_fen) * s.penalty_per_day * (d.day - r.due_on - s.free_days)
  else greatest(r.penalty_numerator, 0) end as penalty,
  case when d.day - r.due_on > s.grace_days
  then coalesce(r.compound_numerator, 0) + (r.interest_fen - r.paid_interest_fen) * s.compound_per_day * (d.day - r.due_on - s.free_days)
  else greatest(r.compound_numerator, 0) end as compound,
  case when r.accrual_from_on <= d.day
  then coalesce(r.accrual_numerator, 0) + r.accrual_per_day * case s.accrual_day_count when 'actual' then d.day - r.accrual_from_on else accrual_days(s.accrual_day_count, r.accrual_from_on, d.day) end
  end as accrued
  from installment r
  where r.institution_id = s.institution_id and r.loan_id = s.loan_id and (
  (r.due_on > d.day and r.accrual_from_on <= d.day) or r.fee_fen > r.paid_fee_fen
  or (r.due_on <= d.day and (r.settled_on is null or num_nonnulls(r.penalty_numerator, r.penalty_settled_fen, r.compound_numerator, r.compound_settled_fen) > 0)))
  ) e
  ) i
  cross join lateral (
  select (coalesce(i.running_fen, 0) + case when s.standing_per_day is null then 0
  else (case s.rounding when 'half_even' then half_even_fen(s.standing_numerator + s.standing_per_day * (d.day - s.standing_from_on), s.accrual_denominator)
  else div(2 * (s.standing_numerator + s.standing_per_day * (d.day - s.standing_from_on)) + case s.rounding when 'half_up' then s.accrual_denominator else 0 end, 2 * s.accrual_denominator) end)
  - s.standing_settled_fen end)::bigint as accrued_fen
  ) a
  where s.institution_id = current_institution() and s.loan_id = of_loan_id
  ) f


function months_and_days(from_on date, to_on date) returns integer
  language plpgsql immutable
  
  declare
  months integer := (extract(year from to_on) - extract(year from from_on)) * 12 + extract(month from to_on) - extract(month from from_on);
  begin
  if (from_on + make_interval(months => months))::date > to_on then
  months := months - 1;
  end if;
  return months * 30 + (to_on - (from_on + make_interval(months => months))::date);
  end

function raise_wall(table_name regclass) returns void
  language plpgsql volatile
  
  begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy institution_wall on %s using (institution_id = current_institution()) with check (institution_id = current_institution())', table_name);
  -- Backup, restore and verify run as the owner, which may be no superuser on a managed server; the running program never is the owner.
  execute format('create policy owner_maintains on %s to current_user using (true) with check (true)', table_name);
  end

function refresh_statistics() returns void
  language plpgsql volatile security definer set search_path=public, pg_temp
  
  begin
  analyze customer, customer_gram, loan, loan_event, loan_state, installment, repayment;
  end

function refuse_change() returns trigger
  language plpgsql volatile
  
  begin
  raise exception 'rows of % are facts: they are never changed or deleted', tg_table_name using errcode = 'LB001';
  end
