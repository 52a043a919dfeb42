// Preloaded into the command line: ends the process at the nth call that changes a file, in the middle of the call.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// While a module is imported, the command line keeps everybody else from ending it.
const kill = process.kill.bind(process);
const killAt = Number(process.env.KILL_AT_CALL);
let calls = 0;

function endAt(name, halfway) {
  const original = fs[name];
  fs[name] = (...args) => {
    calls += 1;
    if (calls === killAt) {
      halfway(original, args);
      kill(process.pid, "SIGKILL");
    }
    return original(...args);
  };
}

endAt("writeFileSync", (write, [path, text]) => write(path, text.slice(0, text.length / 2)));
endAt("renameSync", () => {});
endAt("linkSync", () => {});
endAt("lutimesSync", () => {});
endAt("rmSync", () => {});
endAt("rmdirSync", () => {});
endAt("mkdirSync", () => {});
syncBuiltinESMExports();
