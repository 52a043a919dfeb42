/** The whole input of `templates/typescript/validators.hbs`. */
export interface ValidatorsView {
  /** How deep objects and arrays may stand in each other. */
  readonly maxNesting: number;
  /** By the name of a helper of the runtime, whether it is printed. */
  readonly helpers: Readonly<Record<string, boolean>>;
  readonly patterns: readonly PatternView[];
  /** The functions that tell whether a value is valid. */
  readonly accepts: readonly FunctionView[];
  /** Each such function together with the one that explains why a value is not valid. */
  readonly rules: readonly RuleView[];
  readonly exports: readonly ValidatorExportView[];
}

/** For example `{ name: "pattern0", source: '"^a"', flags: '"u"' }`. */
export interface PatternView {
  readonly name: string;
  /** A string literal. */
  readonly source: string;
  /** A string literal. */
  readonly flags: string;
}

/** One generated function. */
export interface FunctionView {
  /** For example `a_1f0c9d2`. */
  readonly name: string;
  /** The definitions that it stands for, as the text of a line comment; empty for what is nested in them. */
  readonly definitions: string;
  /** Its parameters with their types; the first has a bar in front where nothing uses it. For example `v: unknown`. */
  readonly parameters: string;
  /** Its statements, indented. */
  readonly body: string;
}

/** One generated rule. */
export interface RuleView {
  /** For example `e_1f0c9d2`. */
  readonly name: string;
  /** The function that accepts. For example `a_1f0c9d2`. */
  readonly accept: string;
  /** The function that explains, as an arrow function or a call that makes one. */
  readonly explain: string;
}

/** What is exported for one type. */
export interface ValidatorExportView {
  /** The type's name in `types.ts`. For example `ChatEvent`. */
  readonly typeName: string;
  /** The definition's name as a string literal, for messages. */
  readonly label: string;
  /** An expression: the name of a function or rule, or what makes one of it that answers for values of any depth. */
  readonly accept: string;
  readonly rule: string;
}
