/** What `readers.hbs` prints: the readers of all shapes, then what is exported for each registered definition. */
export interface ReadersView {
  /** What `types.ts` calls a variant that is not known; undefined where nothing can be one. */
  readonly unknown: string | undefined;
  /** By the name of a function of the runtime, whether it is printed. */
  readonly uses: Readonly<Record<string, boolean>>;
  /** Each after those that it is made of. */
  readonly shapes: readonly ShapeView[];
  readonly exports: readonly ReaderExportView[];
}

/** For example `{ name: "r_1f0c9d2", reader: "object({ ts: integer })" }`. */
export interface ShapeView {
  readonly name: string;
  /** An expression. Its calls are marked as pure, so that bundlers drop what nobody reads. */
  readonly reader: string;
}

/** For example `{ name: "readTickEvent", type: "T.TickEvent", reader: "r_1f0c9d2" }`. */
export interface ReaderExportView {
  readonly name: string;
  readonly type: string;
  readonly reader: string;
}
