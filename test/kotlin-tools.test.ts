import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findKotlin, kotlinFolder } from "./support/kotlin.js";

const kotlin = findKotlin();

describe.skipIf(kotlin === undefined)("the Kotlin tools", () => {
  it("compile and run what kotlinx.serialization reads, and object to a warning", async () => {
    const folder = kotlinFolder("kotlin-tools");
    const source = join(folder, "Main.kt");
    writeFileSync(
      source,
      `import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json

@Serializable
public data class Point(
    public val x: Long,
)

public fun main() {
    println(Json.decodeFromString(Point.serializer(), readln()))
}
`,
    );
    expect(await kotlin?.compile([source], folder)).toEqual({ code: 0, output: "" });
    expect(kotlin?.run("MainKt", [folder], '{"x":9007199254740993}\n').output).toBe("Point(x=9007199254740993)\n");
    expect(kotlin?.lint(folder, ["Main.kt"])).toEqual({ code: 0, output: "" });

    const wrong = join(folder, "Wrong.kt");
    writeFileSync(wrong, "public fun wrong(text: String): Int = text!!.length\n");
    const refused = await kotlin?.compile([wrong], join(folder, "wrong"));
    expect(refused?.code).not.toBe(0);
    expect(refused?.output).toContain("unnecessary non-null assertion");
    expect(kotlin?.lint(folder, ["*.kt"])).toEqual({ code: 0, output: "" });
  });
});
