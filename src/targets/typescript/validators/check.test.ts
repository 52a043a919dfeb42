import { describe, expect, it } from "vitest";
import { accepted, ALWAYS, and, atom, NEVER, not, or, refused } from "./check.js";

const text = atom('typeof v === "string"', 'typeof v !== "string"');
const filled = atom('v !== ""', 'v === ""');
const nothing = atom("v === null", "v !== null");

describe("a check", () => {
  it("reads well in both directions", () => {
    const check = or([and([text, filled]), nothing]);
    expect(accepted(check)).toBe('typeof v === "string" && v !== "" || v === null');
    expect(refused(check)).toBe('(typeof v !== "string" || v === "") && v !== null');
    expect(accepted(not(check))).toBe(refused(check));
  });

  it("keeps the order of what it joins and brackets only what it must", () => {
    expect(accepted(and([text, or([filled, nothing])]))).toBe('typeof v === "string" && (v !== "" || v === null)');
    expect(accepted(or([text, or([filled, nothing])]))).toBe('typeof v === "string" || v !== "" || v === null');
  });

  it("leaves out what is always true and gives up where something never is", () => {
    expect(and([ALWAYS, text, ALWAYS])).toBe(text);
    expect(and([text, NEVER])).toBe(NEVER);
    expect(or([text, ALWAYS])).toBe(ALWAYS);
    expect(or([])).toBe(NEVER);
    expect(and([])).toBe(ALWAYS);
    expect(not(NEVER)).toBe(ALWAYS);
  });
});
