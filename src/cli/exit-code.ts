/** 0: fine. 1: findings, such as drift or a schema that is refused. 2: the command could not run. */
export type ExitCode = 0 | 1 | 2;
