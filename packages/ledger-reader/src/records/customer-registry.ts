import type { RecordSource } from '../ledger-reading.ts';
import { compacted, fillAbsent, type DraftValues } from './draft-values.ts';
import type { CellAt, ProblemList } from './problem-list.ts';
import { MultiMap } from './multi-map.ts';
import type { Mention } from './read-identity.ts';
import type { TableRow } from './table-row.ts';

/** One way a name is written, how often, and where it was first seen. */
export interface Spelling {
  readonly name: string;
  count: number;
  readonly at: CellAt;
}

/** A customer while it is being put together from every row that speaks of it. */
export interface CustomerDraft {
  readonly ref: string;
  readonly source: RecordSource;
  values: DraftValues;
  /** These two lists are replaced when they grow: an array that is pushed to keeps room for seventeen. */
  customerNos: readonly string[];
  /** Spellings of the name in the order met. */
  spellings: readonly Spelling[];
  idPrefix: string | undefined;
}

export type Resolution =
  | { readonly kind: 'known'; readonly customer: CustomerDraft }
  | { readonly kind: 'new'; readonly customer: CustomerDraft }
  | { readonly kind: 'unknown_number'; readonly customer: CustomerDraft }
  | { readonly kind: 'unknown_name'; readonly customer: CustomerDraft }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CustomerDraft[] }
  | { readonly kind: 'nobody' };

/** One record per person: the same ID is one customer however spelled, the same name with different IDs is two. */
export class CustomerRegistry {
  readonly drafts: CustomerDraft[] = [];
  readonly #byId = new Map<string, CustomerDraft>();
  readonly #byNumber = new Map<string, CustomerDraft>();
  readonly #byName = new MultiMap<CustomerDraft>();
  readonly #byNameAndMobile = new Map<string, CustomerDraft>();
  /** Whether some sheet is the list of all customers; names elsewhere must then be found in it. */
  hasMasterList = false;

  /** A row of a customer list. `duplicateOf`: the person was filed before. */
  register(mention: Mention, values: DraftValues): { readonly customer: CustomerDraft; readonly duplicateOf: CustomerDraft | null } {
    this.hasMasterList = true;
    const known = (mention.idNumber ? this.#byId.get(mention.idNumber) : undefined) ?? this.#twin(mention);
    const customer = known ?? this.#create(mention);
    fillAbsent(customer.values, { ...identityValues(mention), ...values });
    customer.values = compacted(customer.values);
    this.#note(customer, mention);
    return { customer, duplicateOf: known ?? null };
  }

  /** The customer a loan's row speaks of. Never chooses between two people. */
  resolve(mention: Mention): Resolution {
    const byId = mention.idNumber ? this.#byId.get(mention.idNumber) : undefined;
    if (byId) return this.#known(byId, mention);
    const byNumber = mention.customerNo ? this.#byNumber.get(mention.customerNo) : undefined;
    if (byNumber && !(mention.idNumber && byNumber.values.idNumber)) return this.#known(byNumber, mention);
    if (mention.idNumber) return this.#adoptOrCreate(mention);
    if (mention.customerNo && this.hasMasterList && this.#byNumber.size > 0) return { kind: 'unknown_number', customer: this.#createFrom(mention) };
    return this.#byNameAlone(mention);
  }

  ofName(name: string): readonly CustomerDraft[] {
    return this.#byName.get(name);
  }

  #byNameAlone(mention: Mention): Resolution {
    // A customer number alone names somebody whom another file may describe.
    if (!mention.name) return mention.customerNo ? { kind: 'new', customer: this.#createFrom(mention) } : { kind: 'nobody' };
    const namesakes = this.ofName(mention.name).filter((draft) => fits(draft, mention));
    const [only] = namesakes;
    if (only && namesakes.length === 1) return this.#known(only, mention);
    const samePhone = namesakes.filter((draft) => mention.mobile && draft.values.mobile === mention.mobile);
    if (samePhone.length === 1 && samePhone[0]) return this.#known(samePhone[0], mention);
    if (namesakes.length > 1) return { kind: 'ambiguous', candidates: namesakes };
    return { kind: this.hasMasterList ? 'unknown_name' : 'new', customer: this.#createFrom(mention) };
  }

  /** An ID not seen before may complete a namesake who came without one but with the same phone. */
  #adoptOrCreate(mention: Mention): Resolution {
    const twin = mention.name && mention.mobile ? this.#byNameAndMobile.get(`${mention.name}|${mention.mobile}`) : undefined;
    if (twin && !twin.values.idNumber && fits(twin, mention)) return this.#known(twin, mention);
    return { kind: 'new', customer: this.#createFrom(mention) };
  }

  #twin(mention: Mention): CustomerDraft | undefined {
    if (!mention.name || !mention.mobile) return undefined;
    const twin = this.#byNameAndMobile.get(`${mention.name}|${mention.mobile}`);
    return twin && !(twin.values.idNumber && mention.idNumber) ? twin : undefined;
  }

  #known(customer: CustomerDraft, mention: Mention): Resolution {
    fillAbsent(customer.values, identityValues(mention));
    this.#note(customer, mention);
    return { kind: 'known', customer };
  }

  #createFrom(mention: Mention): CustomerDraft {
    const customer = this.#create(mention);
    fillAbsent(customer.values, identityValues(mention));
    this.#note(customer, mention);
    return customer;
  }

  #create(mention: Mention): CustomerDraft {
    const { row } = mention;
    const customer: CustomerDraft = {
      ref: `c${this.drafts.length + 1}`,
      source: { file: row.table.file, sheet: row.table.sheet.name, row: row.sourceRow + 1 },
      values: {},
      customerNos: [],
      spellings: [],
      idPrefix: mention.idPrefix,
    };
    this.drafts.push(customer);
    return customer;
  }

  #note(customer: CustomerDraft, mention: Mention): void {
    if (mention.idNumber && !this.#byId.has(mention.idNumber)) this.#byId.set(mention.idNumber, customer);
    if (mention.customerNo) {
      if (!customer.customerNos.includes(mention.customerNo)) customer.customerNos = [...customer.customerNos, mention.customerNo];
      if (!this.#byNumber.has(mention.customerNo)) this.#byNumber.set(mention.customerNo, customer);
    }
    if (!mention.name) return;
    if (mention.mobile && !this.#byNameAndMobile.has(`${mention.name}|${mention.mobile}`)) this.#byNameAndMobile.set(`${mention.name}|${mention.mobile}`, customer);
    countSpelling(customer, mention.name, mention.row);
    this.#byName.add(mention.name, customer);
  }

  /** Settles each customer's name by majority and reports the other spellings. */
  settleNames(problems: ProblemList): void {
    for (const customer of this.drafts) {
      const ordered = customer.spellings.toSorted((left, right) => right.count - left.count);
      const name = ordered[0]?.name;
      if (name) customer.values.name = name;
      for (const { name: other, at } of ordered.slice(1)) {
        problems.add(at, { kind: 'duplicate', value: other, severity: 'warning', zh: `同一客户姓名写法不同：这里写“${other}”，其他处写“${name}”，按同一人处理`, en: `One customer spelled differently: “${other}” here, “${name}” elsewhere; taken as one` });
      }
    }
  }

  /** Namesakes with different IDs are different people; said once for each, for information. */
  reportNamesakes(problems: ProblemList): void {
    for (const [name, drafts] of this.#byName) {
      const distinct = drafts.filter((draft) => draft.values.name === name);
      if (distinct.length < 2) continue;
      for (const draft of distinct) {
        const at = draft.spellings.find((spelling) => spelling.name === name)?.at;
        if (at) problems.add(at, { kind: 'same_name', value: name, severity: 'info', zh: `有 ${distinct.length} 位客户同名，证件号不同，按不同的人处理`, en: `${distinct.length} customers share this name with different IDs; kept apart` });
      }
    }
  }
}

/** Counts a row's way of writing the customer's name. */
export function countSpelling(customer: CustomerDraft, name: string, row: TableRow): void {
  const known = customer.spellings.find((spelling) => spelling.name === name);
  if (known) known.count += 1;
  else customer.spellings = [...customer.spellings, { name, count: 1, at: row.at('customer.name') }];
}

/** Nothing that the row says contradicts the customer. */
function fits(draft: CustomerDraft, mention: Mention): boolean {
  const idNumber = typeof draft.values.idNumber === 'string' ? draft.values.idNumber : undefined;
  if (mention.idPrefix && idNumber && !idNumber.startsWith(mention.idPrefix)) return false;
  if (mention.idPrefix && idNumber && mention.idPrefix.length < 12 && !(mention.mobile && draft.values.mobile === mention.mobile)) return false;
  if (mention.idPrefix && !idNumber && draft.idPrefix && !agree(draft.idPrefix, mention.idPrefix)) return false;
  if (mention.mobile && draft.values.mobile && mention.mobile !== draft.values.mobile && !draft.values.idNumber) return false;
  return !(mention.idNumber && draft.idPrefix && !mention.idNumber.startsWith(draft.idPrefix));
}

function agree(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left);
}

function identityValues(mention: Mention): Record<string, string | undefined> {
  return {
    customerNo: mention.customerNo,
    idType: mention.idType,
    idNumber: mention.idNumber,
    kind: mention.kind,
    mobile: mention.mobile,
    phone2: mention.phone2,
    name: mention.name,
  };
}
