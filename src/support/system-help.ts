const HELP: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: make room on it.",
  EDQUOT: "The disk quota is used up: make room.",
  EMFILE: "Too many files are open: raise the limit (`ulimit -n`).",
  ENFILE: "Too many files are open on this machine: end what holds them.",
  ENAMETOOLONG: "The path is too long for this system: choose a shorter one.",
  EROFS: "The disk can only be read: choose another place.",
  ENOMEM: "There is not enough memory left: end other programs.",
  EACCES: "Change the permissions, or run the command as somebody who has them.",
  EPERM: "Change the permissions, or run the command as somebody who has them.",
};

/** What to do about what the system refused, by its code; undefined for a code that tells nothing. For example `ENOSPC`. */
export function systemHelp(code: string): string | undefined {
  return HELP[code];
}
