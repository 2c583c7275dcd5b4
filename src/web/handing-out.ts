/** Puts text on the clipboard. */
export async function copyText(text: string): Promise<void> {
  // Browsers have a clipboard only for pages that they take for safe, which a file is to some and not to others.
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  throw new Error("this browser lets no file use the clipboard; download it instead");
}

/** Hands a file to the browser, which asks where to put it or has a folder for such. */
export function saveFile(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
