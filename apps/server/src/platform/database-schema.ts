import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { ColumnType, Generated } from 'kysely';

/*
 * Tables and views as the migrations make them. int8 arrives as a safe number, date as 'YYYY-MM-DD', timestamptz as
 * ISO text, bytea as Buffer, numeric (sum over int8) as text: cast sums with ::bigint. jsonb is written as JSON text.
 * `institution_id` must be written on insert; on select, update and delete the wall adds it by itself.
 */
type Day = ColumnType<CivilDate, string, string>;
type Instant = ColumnType<string, string | Date, string | Date>;
type GeneratedInstant = ColumnType<string, string | Date | undefined, string | Date>;
type Json = ColumnType<unknown, string, string>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;

export interface InstitutionTable {
  institution_id: string; name: string; time_zone: Generated<string>; rate_cap_e8: Generated<number>; version: Generated<number>; created_at: GeneratedInstant;
}
export interface NumberSeriesTable { institution_id: string; name: string; last_number: Generated<number> }
export interface IdempotencyKeyTable {
  institution_id: string; actor_id: string; route: string; client_key: string; body_hash: Buffer; reply_status: number | null; reply: ColumnType<unknown, string | null, string | null>; claimed_at: GeneratedInstant;
}
export interface DataKeyTable { institution_id: string; key_id: number; purpose: 'seal' | 'blind_index' | 'audit'; wrapped: Buffer; created_at: GeneratedInstant }
export interface PersonTable {
  institution_id: string; person_id: string; user_name: string; display_name: string; role: 'full' | 'read_only'; language: Generated<'zh' | 'en'>; password_hash: string;
  must_change_password: Generated<boolean>; disabled_at: Instant | null; last_signed_in_at: Instant | null; failed_sign_ins: Generated<number>; throttled_until: Instant | null;
  version: Generated<number>; created_at: GeneratedInstant;
}
export interface PersonSessionTable {
  institution_id: string; session_hash: Buffer; person_id: string; created_at: GeneratedInstant; last_seen_at: GeneratedInstant; expires_at: Instant; user_agent: Generated<string>;
}
export interface AuditEntryTable {
  institution_id: string; sequence: number; at: Instant; actor_id: string | null; actor_name: string; action: string; object_type: string; object_id: string | null;
  fields: Generated<string[]>; reason: string | null; digests: GeneratedJson; previous_hash: Buffer; hash: Buffer;
}
export interface AuditHeadTable { institution_id: string; sequence: Generated<number>; hash: Buffer }

export interface CustomerTable {
  institution_id: string; customer_id: string; customer_no: string; name: string; name_pinyin: string; name_initials: string; kind: string;
  id_type: string | null; id_number_sealed: Buffer | null; id_number_mask: string | null; id_number_index: Buffer | null; id_number_tail_index: Buffer | null; id_expires_on: Day | null;
  gender: string | null; birth_date: Day | null; marital_status: string | null; education: string | null; ethnicity: string | null;
  mobile_sealed: Buffer | null; mobile_mask: string | null; mobile_index: Buffer | null; mobile_tail_index: Buffer | null;
  phone2_sealed: Buffer | null; phone2_mask: string | null; phone2_index: Buffer | null;
  email_sealed: Buffer | null; email_mask: string | null; email_index: Buffer | null;
  address_sealed: Buffer | null; address_mask: string | null; address_index: Buffer | null;
  registered_address_sealed: Buffer | null; registered_address_mask: string | null; registered_address_index: Buffer | null;
  bank_name: string | null; bank_account_sealed: Buffer | null; bank_account_mask: string | null; bank_account_index: Buffer | null;
  spouse_name: string | null; spouse_id_number_sealed: Buffer | null; spouse_id_number_mask: string | null; spouse_id_number_index: Buffer | null;
  spouse_mobile_sealed: Buffer | null; spouse_mobile_mask: string | null; spouse_mobile_index: Buffer | null;
  emergency_contact_sealed: Buffer | null; emergency_contact_mask: string | null; emergency_contact_index: Buffer | null;
  employer: string | null; occupation: string | null;
  annual_income_fen: number | null; monthly_income_fen: number | null; assets_fen: number | null; liabilities_fen: number | null;
  legal_representative: string | null; industry: string | null; credit_rating: string | null; credit_score: number | null; credit_limit_fen: number | null;
  risk_level: string | null; blacklisted: Generated<boolean>; manager: string | null; branch: string | null; source: string | null; opened_on: Day | null; consent_on: Day | null;
  tags: Generated<string[]>; note: string | null; import_id: string | null; version: Generated<number>; created_at: GeneratedInstant; updated_at: GeneratedInstant; updated_by: string; deactivated_at: Instant | null;
}
export interface CustomerGramTable { institution_id: string; gram: string; customer_id: string }

export interface LoanTable {
  institution_id: string; loan_id: string; customer_id: string; contract_no: string | null; receipt_no: string; product: string | null; contract_amount_fen: number | null;
  principal_fen: number | null; rate_annual_e8: number | null; rate_type: string | null; penalty_multiplier_e4: number; method: string | null; interest_mode: string; term_months: number | null;
  periods: number; disbursed_on: Day | null; first_due_on: Day | null; matures_on: Day | null; due_day: number | null; guarantee: string | null; guarantors: string | null;
  collateral: string | null; purpose: string | null; industry: string | null; previous_receipt_no: string | null; archive_no: string | null; manager: string | null; branch: string | null;
  note: string | null; flags: Generated<string[]>; is_taken_over: Generated<boolean>; taken_over_repaid_principal_fen: Generated<number>; taken_over_repaid_interest_fen: Generated<number>; terms: Json; import_id: string | null; version: Generated<number>;
  created_at: GeneratedInstant; updated_at: GeneratedInstant; updated_by: string; undone_with: string | null;
}
export interface LoanEventTable {
  institution_id: string; event_id: string; loan_id: string; sequence: number; type: string; occurred_on: Day; recorded_at: GeneratedInstant; actor_id: string | null; actor_name: string;
  amount_fen: number | null; reversed_event_id: string | null; body: GeneratedJson; channel: string | null; external_ref: string | null; payer_name: string | null; note: string | null;
  reason: string | null; import_id: string | null;
}
export interface InstallmentTable {
  institution_id: string; loan_id: string; number: number; due_on: Day; principal_fen: number; interest_fen: number; fee_fen: Generated<number>;
  paid_principal_fen: Generated<number>; paid_interest_fen: Generated<number>; paid_fee_fen: Generated<number>; settled_on: Day | null;
  penalty_numerator: string | null; compound_numerator: string | null; penalty_settled_fen: number | null; compound_settled_fen: number | null;
  accrual_from_on: Day | null; accrual_numerator: string | null; accrual_per_day: string | null; accrual_offset_fen: number | null;
}
export interface LoanStateTable {
  institution_id: string; loan_id: string; life: string; outstanding_principal_fen: number; repaid_principal_fen: Generated<number>; repaid_interest_fen: Generated<number>;
  credit_fen: Generated<number>; oldest_open_due_on: Day | null; class_override: number | null; settled_on: Day | null; event_count: number;
  next_change_on: Day | null; matures_on: Day | null; rate_annual_e8: number | null; rounding: string | null; grace_days: number | null; free_days: number | null;
  charge_denominator: string | null; penalty_per_day: string | null; compound_per_day: string | null; accrual_denominator: string | null; accrual_day_count: string | null;
  standing_principal_fen: number | null; standing_from_on: Day | null; standing_numerator: string | null; standing_per_day: string | null; standing_settled_fen: number | null;
}
/** View: what other features may read of loans, as of the transaction's business date. */
export interface LoanCurrentView extends Omit<LoanTable, 'undone_with'> {
  customer_name: string; customer_name_pinyin: string; customer_id_number_mask: string | null; customer_mobile_mask: string | null;
  life: string; outstanding_principal_fen: number; repaid_principal_fen: number; repaid_interest_fen: number; credit_fen: number; oldest_open_due_on: Day | null;
  settled_on: Day | null; class_override: number | null; overdue_days: number; class_rank: number; class: string; status: string;
}
export interface RepaymentTable {
  institution_id: string; repayment_id: string; loan_id: string; source: 'posted' | 'taken_over'; event_id: string | null; installment_no: number | null; due_on: Day | null; paid_on: Day | null;
  total_fen: number; principal_fen: number | null; interest_fen: number | null; penalty_fen: number | null; compound_fen: number | null; fee_fen: number | null; credit_fen: number | null;
  channel: string | null; external_ref: string | null; payer_name: string | null; note: string | null; is_reversed: Generated<boolean>; import_id: string | null; recorded_at: GeneratedInstant; undone_with: string | null;
}
export interface RepaymentCurrentView extends Omit<RepaymentTable, 'undone_with'> {
  receipt_no: string; contract_no: string | null; customer_id: string; customer_name: string; customer_name_pinyin: string;
}
export interface HandOverTable {
  institution_id: string; hand_over_id: string; loan_id: string | null; customer_id: string | null; from_manager: string | null; to_manager: string; handed_on: Day; reason: string;
  recorded_at: GeneratedInstant; actor_id: string | null; actor_name: string;
}
export interface TermsVersionTable {
  institution_id: string; loan_id: string; version: number; terms: Json; reason: string | null; recorded_at: GeneratedInstant; actor_id: string | null; actor_name: string;
}
export interface ImportBatchTable {
  institution_id: string; import_id: string; state: string; as_of: Day | null; corrections: GeneratedJson; recognised_sealed: Buffer | null; reading_sealed: Buffer | null; progress: GeneratedJson;
  report: Json | null; failure: Json | null; created_by: string; created_at: GeneratedInstant; updated_at: GeneratedInstant; paper_totals: Json | null; template_ids: Generated<string[]>; cells_sealed: Buffer | null;
}
export interface ImportChangeTable { institution_id: string; import_id: string; object_type: 'customer' | 'loan'; object_id: string; version_after: number; before: Json }
export interface ImportTemplateTable {
  institution_id: string; template_id: string; name: string; headings: string[]; decisions: Json; sheet_role: string | null; created_by: string; created_at: GeneratedInstant; used_at: GeneratedInstant;
}
export interface SavedViewTable {
  institution_id: string; view_id: string; list: string; name: string; owner_id: string; owner_name: string; is_shared: Generated<boolean>; default_roles: Generated<string[]>; content: Json;
  version: Generated<number>; created_at: GeneratedInstant; updated_at: GeneratedInstant; updated_by: string;
}
export interface ImportFileTable { institution_id: string; import_id: string; number: number; name: string; size_bytes: number; content_sealed: Buffer | null }

export interface CustomerMoveTable {
  institution_id: string; move_id: string; kind: string; from_customer_id: string; to_customer_id: string; loan_ids: string[]; from_before: Json; to_before: Json; from_version: number; to_version: number;
  is_target_new: Generated<boolean>; reason: string; moved_at: GeneratedInstant; moved_by: string; undone_at: Instant | null; undone_by: string | null;
}

export interface DatabaseSchema {
  institution: InstitutionTable; number_series: NumberSeriesTable; idempotency_key: IdempotencyKeyTable; data_key: DataKeyTable;
  person: PersonTable; person_session: PersonSessionTable; audit_entry: AuditEntryTable; audit_head: AuditHeadTable;
  customer: CustomerTable; customer_gram: CustomerGramTable; customer_move: CustomerMoveTable;
  loan: LoanTable; loan_event: LoanEventTable; loan_event_current: LoanEventTable; installment: InstallmentTable; loan_state: LoanStateTable; loan_current: LoanCurrentView;
  hand_over: HandOverTable; terms_version: TermsVersionTable;
  repayment: RepaymentTable; repayment_current: RepaymentCurrentView;
  import_batch: ImportBatchTable; import_file: ImportFileTable; import_change: ImportChangeTable; import_template: ImportTemplateTable;
  saved_view: SavedViewTable;
}
