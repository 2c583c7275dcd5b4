/** The part of cliui used here; the package ships no types. */
declare module "cliui" {
  export interface Column {
    readonly text: string;
    readonly width: number;
    readonly align?: "right";
    /** Columns of blanks: top, right, bottom, left. */
    readonly padding: readonly [number, number, number, number];
  }

  export interface Ui {
    div(...columns: readonly Column[]): unknown;
    toString(): string;
  }

  export default function cliui(options: { readonly width: number }): Ui;
}
