/** The same value that nobody may change, down to its last part. For example `Immutable<{ a: string[] }>`. */
export type Immutable<Value> = Value extends object ? { readonly [Key in keyof Value]: Immutable<Value[Key]> } : Value;
