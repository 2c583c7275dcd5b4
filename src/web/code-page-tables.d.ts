/** The tables of iconv-lite, which it keeps apart from its code: by the name of the page, or another name for one. */
declare module "iconv-lite/encodings/sbcs-data-generated.js" {
  const tables: Readonly<Record<string, string | { readonly type: string; readonly chars: string }>>;
  export default tables;
}
