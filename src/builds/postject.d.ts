declare module "postject" {
  /** Puts data into a program, under a name by which it finds it. */
  export function inject(
    file: string,
    name: string,
    data: Uint8Array,
    options: { readonly sentinelFuse: string },
  ): Promise<void>;
}
