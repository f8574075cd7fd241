/** Values by key, where nearly every key has one: a list is made only for the others, and never holds a value twice. */
export class MultiMap<Value extends object> {
  readonly #values = new Map<string, Value | Value[]>();

  /** Adds a value unless the key has it already. */
  add(key: string, value: Value): void {
    const known = this.#values.get(key);
    if (known === undefined) this.#values.set(key, value);
    else if (!Array.isArray(known)) {
      if (known !== value) this.#values.set(key, [known, value]);
    } else if (known.at(-1) !== value && !known.includes(value)) known.push(value); // lines of one loan mostly follow one another
  }

  get(key: string): readonly Value[] {
    const known = this.#values.get(key);
    if (known === undefined) return [];
    return Array.isArray(known) ? known : [known];
  }

  *[Symbol.iterator](): Generator<readonly [string, readonly Value[]]> {
    for (const key of this.#values.keys()) yield [key, this.get(key)];
  }
}
