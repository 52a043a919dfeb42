import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { findChromium, openPage } from "./support/chromium.js";
import { writeJavascript } from "./support/import-typescript.js";
import { writeInto } from "./support/typecheck.js";
import { printTypescript, published, sources } from "./support/typescript-samples.js";

const TICK = '{"type":"event","event":"tick","payload":{"ts":1}}';
const FRAMES = [TICK, '{"type":"event","event":"tick","sequ":1}', '{"type":"nope"}', "{"];
const VERDICTS = [true, false, false, false];

/** What every runtime does: import the generated validators and parse some frames. */
const PROGRAM = `
import { parseFrame, validateEvent } from "./validators.js";
import { negotiateVersion } from "./protocol.js";
const verdicts = ${JSON.stringify(FRAMES)}.map((frame) => parseFrame(frame).ok);
const errors = validateEvent("tick", { ts: "now" }).errors;
const result = { verdicts, errors: errors.map(({ instancePath }) => instancePath), version: negotiateVersion(1, 99) };
`;
const RESULT = { verdicts: VERDICTS, errors: ["/ts"], version: 3 };

/** Shows first that the page may not make code from text. */
const PAGE = `${PROGRAM}
let hasEval = true;
try { new Function("return 1"); } catch { hasEval = false; }
const worker = new Worker("./worker-page.js", { type: "module" });
worker.onmessage = ({ data }) => fetch("./result", { method: "POST", body: JSON.stringify({ page: result, worker: data, hasEval }) });
worker.onerror = (event) => fetch("./result", { method: "POST", body: JSON.stringify({ failed: event.message }) });
`;

const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";

const folders = { gateway: "", published: "" };

beforeAll(async () => {
  folders.gateway = writeJavascript(await printTypescript(sources["gateway"] ?? ""), "typescript-runtimes");
  folders.published = writeJavascript(await printTypescript(published), "typescript-runtimes-published");
  writeInto(folders.gateway, "page.js", PAGE);
  writeInto(folders.gateway, "worker-page.js", `${PROGRAM}\npostMessage(result);\n`);
  writeInto(
    folders.gateway,
    "worker-node.js",
    `import { parentPort } from "node:worker_threads";\n${PROGRAM}\nparentPort.postMessage(result);\n`,
  );
  const all = 'import * as validators from "./validators.js";\nconsole.log(validators.validateTickEvent({}));\n';
  writeInto(folders.published, "all.js", all);
});

/** Serves the folder under a policy that forbids all but its own scripts, and takes what the page sends back. */
async function serve(folder: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    response.setHeader("Content-Security-Policy", POLICY);
    if (path === "/result") {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => server.emit("result", JSON.parse(Buffer.concat(chunks).toString())));
      response.end();
    } else if (path === "/") {
      response.setHeader("Content-Type", "text/html");
      response.end('<!doctype html><script type="module" src="./page.js"></script>');
    } else {
      response.setHeader("Content-Type", "text/javascript");
      response.end(readFileSync(join(folder, path)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const sent: Promise<unknown> = once(server, "result").then(([result]) => result);
  return { url: `http://127.0.0.1:${port}/`, sent, close: () => server.close() };
}

describe("the generated validators run", () => {
  it("in Node where no code can be made from text, all 877 of them", () => {
    const program = join(folders.published, "all.js");
    const { stdout, stderr } = spawnSync(process.execPath, ["--disallow-code-generation-from-strings", program], {
      encoding: "utf8",
    });
    expect({ stdout, stderr }).toEqual({ stdout: "false\n", stderr: "" });
  });

  it("in a worker of Node", async () => {
    const worker = new Worker(join(folders.gateway, "worker-node.js"));
    const message = await new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject));
    expect(message).toEqual(RESULT);
  });

  const chromium = findChromium();
  it.skipIf(chromium === undefined && process.env["CI"] === undefined)(
    "in a page and a worker of Chromium under a strict content security policy",
    async () => {
      if (chromium === undefined) throw new Error("there is no chromium on the PATH");
      const { url, sent, close } = await serve(folders.gateway);
      const result = await openPage(chromium, url, sent);
      close();
      expect(result).toEqual({ page: RESULT, worker: RESULT, hasEval: false });
    },
  );
});

/** The size of a program that imports one thing, bundled and minified. */
function bundled(folder: string, imported: string, file = "validators.js"): number {
  const contents = `import { ${imported} } from "./${file}";\nconsole.log(${imported});\n`;
  const stdin = { contents, resolveDir: folder, loader: "js" } as const;
  const { outputFiles } = buildSync({ stdin, bundle: true, minify: true, format: "esm", write: false });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + bytes.length, 0);
}

describe("a bundle of the generated validators", () => {
  it("holds what is used of it and nothing else", () => {
    expect(bundled(folders.published, "isTickEvent")).toBeLessThan(1000);
    expect(bundled(folders.published, "validateTickEvent")).toBeLessThan(3.25 * 1024);
    expect(bundled(folders.gateway, "negotiateVersion", "protocol.js")).toBeLessThan(300);
    expect(bundled(folders.gateway, "validateTickEvent")).toBeLessThan(3.25 * 1024);
  });
});
