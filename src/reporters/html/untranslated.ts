/**
 * Attributes of what a browser must not translate: commands, and text as it was captured. In markup the attribute is
 * `no`; in a document Preact sets the property, for which any text counts as true, so it is set once more.
 */
export const untranslated: object = {
  translate: "no",
  ref: (element: HTMLElement | null) => {
    if (element !== null) element.translate = false;
  },
};
