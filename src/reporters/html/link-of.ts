/** Where the report of a bundle lies, from the page on. */
export type LinkOf = (bundle: string) => string;
