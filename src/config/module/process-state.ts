/** The properties of the process that a module may put others in the place of. */
const PROPERTIES =
  "exit reallyExit abort kill cwd chdir stdout stderr emit on once off addListener prependListener removeListener removeAllListeners".split(
    " ",
  );

/**
 * Remembers what a module may change of the process: the working folder, the environment, the exit code, who listens to
 * signals and events, and its own methods. The function that is given back makes all of it as it was.
 */
export function rememberProcess(): () => void {
  const { env, exitCode } = process;
  const variables = { ...env };
  const folder = workingFolder();
  const properties = PROPERTIES.map((name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const);
  const listeners = new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]));
  return () => {
    for (const [name, descriptor] of properties) restoreProperty(name, descriptor);
    restoreListeners(listeners);
    process.env = env;
    restoreVariables(variables);
    process.exitCode = exitCode;
    if (folder !== undefined && workingFolder() !== folder) process.chdir(folder);
  };
}

/** A shell may stand in a folder that is gone. */
function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function restoreProperty(name: string, descriptor: PropertyDescriptor | undefined): void {
  if (descriptor === undefined) Reflect.deleteProperty(process, name);
  else Object.defineProperty(process, name, descriptor);
}

type Listeners = ReturnType<typeof process.rawListeners>;

function restoreListeners(before: ReadonlyMap<string | symbol, Listeners>): void {
  for (const event of new Set([...before.keys(), ...process.eventNames()])) {
    const former = before.get(event) ?? [];
    const present = process.rawListeners(event);
    if (present.length === former.length && present.every((one, index) => one === former[index])) continue;
    process.removeAllListeners(event);
    for (const listener of former) Reflect.apply(process.on, process, [event, listener]);
  }
}

function restoreVariables(before: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
  for (const [name, value] of Object.entries(before)) if (process.env[name] !== value) process.env[name] = value;
}
