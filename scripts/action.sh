#!/usr/bin/env bash
# What action.yml runs. Every command runs, so that one report does not hide another; the worst exit code is the step's.
# Takes COMMANDS, CONFIG, AGAINST and TYPEWIRE (the path of bin/typewire.js) from the environment, and no text from a
# workflow becomes code.
set -uo pipefail

worst=0
read -r -a commands <<<"$COMMANDS"
if [ "${#commands[@]}" -eq 0 ]; then
  echo "::error title=typewire::No command to run: set the input 'command' to check, lint or diff."
  exit 2
fi
for command in "${commands[@]}"; do
  arguments=("$command" --format github)
  if [ -n "$CONFIG" ]; then arguments+=(--config "$CONFIG"); fi
  case "$command" in
    check | lint) ;;
    diff)
      if [ -z "$AGAINST" ]; then
        echo "::error title=typewire::'diff' needs something to compare with: set the input 'against'."
        exit 2
      fi
      arguments+=(--against "$AGAINST")
      ;;
    *)
      echo "::error title=typewire::There is no command '$command' here: use check, lint or diff."
      exit 2
      ;;
  esac
  node "$TYPEWIRE" "${arguments[@]}"
  code=$?
  if [ "$code" -gt "$worst" ]; then worst=$code; fi
done
exit "$worst"
