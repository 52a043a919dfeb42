import { Argument, Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Adds a method or an event to a registry's source. */
export const addCommand: CliCommand = {
  name: "add",
  summary: "add a method or an event to a protocol: schemas, types, entries, a handler; then generate",
  arguments: () => [
    new Argument("<kind>", "what to add").choices(["method", "event"]),
    new Argument("<name>", "for example system.echo"),
  ],
  options: () => [
    new Option("--params <fields>", "a method's params, such as text:string,limit?:integer"),
    new Option("--result <fields>", "a method's result"),
    new Option("--payload <fields>", "an event's payload"),
    new Option("--set <key=value...>", "what its row says, such as scope=operator.read; else as its neighbour's"),
    new Option("--protocol <name>", "the protocol of the config, where it has several"),
  ],
  run: async (invocation) => (await import("./add/run-add.js")).runAdd(invocation),
};
