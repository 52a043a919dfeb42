import { describe, expect, it } from "vitest";
import { connectedComponents } from "./connected-components.js";

const edges: Readonly<Record<string, readonly string[]>> = {
  a: ["b"],
  b: ["c"],
  c: ["a", "d"],
  d: ["e"],
  e: [],
  f: ["f"],
};
const components = connectedComponents(Object.keys(edges), (node) => edges[node] ?? []);

describe("connectedComponents", () => {
  it("finds what leads back to itself", () => {
    expect(Object.keys(edges).filter((node) => components.isCircular(node))).toEqual(["a", "b", "c", "f"]);
  });

  it("tells what is together", () => {
    expect(components.areTogether("a", "c")).toBe(true);
    expect(components.areTogether("a", "d")).toBe(false);
    expect(components.areTogether("f", "f")).toBe(true);
    expect(components.areTogether("e", "e")).toBe(false);
  });

  it("follows a long chain without exhausting the stack", () => {
    const nodes = Array.from({ length: 50_000 }, (_, index) => String(index));
    const chain = connectedComponents(nodes, (node) => [String((Number(node) + 1) % nodes.length)]);
    expect(chain.areTogether("0", "49999")).toBe(true);
  });
});
