/** The version of the program, the same as in its package file (a test compares them). */
export const VERSION = "0.1.0";
