/** Why the engine will not compute or accept something. Texts in both languages live in the contract's error table. */
export type RefusalCode =
  | 'principal_not_positive'
  | 'periods_not_positive'
  | 'period_length_invalid'
  | 'dates_out_of_order'
  | 'maturity_conflicts_with_periods'
  | 'plan_missing'
  | 'plan_principal_mismatch'
  | 'plan_does_not_amortise'
  | 'fee_not_below_principal'
  | 'option_missing'
  | 'spread_invalid'
  | 'rate_not_determined'
  | 'amount_not_positive'
  | 'event_id_taken'
  | 'event_before_disbursement'
  | 'loan_not_disbursed'
  | 'loan_disbursed_already'
  | 'loan_settled'
  | 'loan_written_off'
  | 'loan_not_written_off'
  | 'amount_exceeds_credit'
  | 'waiver_exceeds_owed'
  | 'prepayment_exceeds_principal'
  | 'extension_after_maturity'
  | 'extension_beyond_limit'
  | 'event_unknown'
  | 'already_reversed'
  | 'not_reversible'
  | 'later_events_depend'
  | 'overdue_exceeds_principal'
  | 'disbursed_beyond_principal'
  | 'no_due_date_left';

/** The figures behind a refusal: keys ending in `Fen` are amounts, in `On` dates. */
export type RefusalFigures = Readonly<Record<string, number | string>>;

/** An expected refusal: `field` is the terms key or the event key that must change. */
export class EngineRefusal extends Error {
  readonly code: RefusalCode;
  readonly field: string;
  /** The event that cannot stand where it is; null when the terms are at fault or the event is new. */
  readonly eventId: string | null;
  /** What would have been allowed, such as the latest maturity or what is owed; empty where the code says it all. */
  readonly figures: RefusalFigures;

  constructor(code: RefusalCode, field: string, eventId: string | null = null, figures: RefusalFigures = {}) {
    super(`${code}: ${field}`);
    this.name = 'EngineRefusal';
    this.code = code;
    this.field = field;
    this.eventId = eventId;
    this.figures = figures;
  }
}

export function refuse(code: RefusalCode, field: string, figures: RefusalFigures = {}): never {
  throw new EngineRefusal(code, field, null, figures);
}
