/** The names of files that have to be compiled before Node can import them. For example `schema.mts`. */
export const TYPESCRIPT_FILE = /\.[mc]?tsx?$/u;
