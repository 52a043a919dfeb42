import type { Protocol } from "../ir/types.js";
import { assess, type Assessment } from "./assess.js";
import { compareGeneratedNames, type TargetNames } from "./compare/compare-generated-names.js";
import { compareProtocols } from "./compare/compare-protocols.js";
import type { Difference, SchemaDifference } from "./compare/difference.js";
import { createSide } from "./compare/side.js";
import type { BreakingRule, Change, ChangeSeverity, ReaderPolicy } from "./rule.js";
import { createWitnessFinder } from "./witness/create-witness-finder.js";

/** Two versions of a protocol, and what to hold them to. */
export interface RunRules {
  readonly previous: Protocol;
  readonly current: Protocol;
  readonly rules: readonly BreakingRule[];
  /** What the targets call things in both versions. */
  readonly names: readonly TargetNames[];
  /** Whether a change is one that was agreed on: it is then no reason to raise the version. */
  readonly isApproved: (change: Change) => boolean;
  /** How readers take what a newer peer adds; strictly where it is left out. */
  readonly readers?: ReaderPolicy;
}

const ORDER: readonly ChangeSeverity[] = ["breaking", "undecided", "risky", "safe"];
/** Nothing that is new is taken for granted. */
const STRICT: ReaderPolicy = { client: "strict", server: "strict" };

/** Judges every difference between two versions. The gravest first, then in the order of the current version. */
export async function runRules({
  previous,
  current,
  rules,
  names,
  isApproved,
  readers = STRICT,
}: RunRules): Promise<readonly Change[]> {
  const sides = { previous: createSide(previous), current: createSide(current) };
  const differences = [...compareProtocols(sides.previous, sides.current), ...names.flatMap(compareGeneratedNames)];
  const finder = await createWitnessFinder(sides.previous, sides.current);
  const judging = { rules, assessment: { finder, ...sides, readers } };
  const judged = differences
    .filter(({ kind }) => kind !== "wording")
    .map((difference) => ({ difference, changes: judge(difference, judging) }));
  const wordings = differences.filter((difference) => difference.kind === "wording");
  const changes = [...judged.flatMap((item) => item.changes), ...judgeWordings(wordings, judged, judging)];
  const version = versionDifference(
    { previous, current },
    changes.filter((change) => !isApproved(change)),
  );
  const all = version === undefined ? changes : [...judge(version, judging), ...changes];
  return all.toSorted((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity));
}

interface Judging {
  readonly rules: readonly BreakingRule[];
  readonly assessment: Assessment;
}

interface Judged {
  readonly difference: Difference;
  readonly changes: readonly Change[];
}

type Wording = Extract<SchemaDifference, { kind: "wording" }>;

/**
 * Looks at whole definitions once more, for readers for whom no other change of the definition has an example: what is
 * refused for a reason that no difference has a name for is found here. That a definition is only written otherwise is
 * worth a word where nothing else is said of it.
 */
function judgeWordings(wordings: readonly Wording[], judged: readonly Judged[], judging: Judging): readonly Change[] {
  return wordings.flatMap((wording) => {
    const { path } = wording.place;
    const own = judged.filter(({ difference }) => "place" in difference && isWithin(difference.place.path, path));
    const seen = own.flatMap(({ changes }) =>
      changes.flatMap(({ witnesses }) => witnesses.map(({ readerVersion }) => readerVersion)),
    );
    const readers = (["previous", "current"] as const).filter((version) => !seen.includes(version));
    const isNamed = own.some(({ difference }) => difference.kind !== "annotation");
    return judge({ ...wording, readers }, judging).filter(({ witnesses }) => witnesses.length > 0 || !isNamed);
  });
}

function isWithin(path: string, declaration: string): boolean {
  return path === declaration || path.startsWith(`${declaration}.`) || path.startsWith(`${declaration}[`);
}

function judge(difference: Difference, { rules, assessment }: Judging): readonly Change[] {
  return rules.flatMap((rule) => {
    const finding = rule.check(difference);
    return finding === undefined ? [] : [assess(rule.id, { difference, finding }, assessment)];
  });
}

/** What the versions have to answer for; undefined where a version is not known. */
function versionDifference(
  { previous, current }: Pick<RunRules, "previous" | "current">,
  changes: readonly Change[],
): Difference | undefined {
  if (previous.version === undefined || current.version === undefined) return undefined;
  const onWire = changes.filter(({ category, witnesses }) => category === "wire" || witnesses.length > 0);
  const wireBreaks = onWire.filter(({ category, severity }) => category === "wire" && isGrave(severity)).length;
  return {
    kind: "version",
    previous: previous.version,
    current: current.version,
    wireBreaks,
    wireChanges: onWire.length,
  };
}

function isGrave(severity: ChangeSeverity): boolean {
  return severity === "breaking" || severity === "undecided";
}
