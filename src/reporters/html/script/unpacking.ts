/** What the page carries packed is unpacked where it is needed: deflated texts, in base64. */
export const unpacking = `
async function unpackedText(element) {
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}
`;
