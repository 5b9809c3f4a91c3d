export interface TextTable {
  readonly [key: string]: string | TextTable
}

/** Texts by namespace; a namespace may hold some of its tables only. */
export type SomeTexts = Readonly<Record<string, TextTable>>

/** Texts of a page beside those of the frame around it; a namespace may be in both with different tables. */
export function joinTexts(outer: SomeTexts, inner: SomeTexts): SomeTexts {
  const joined = Object.entries(inner).map(([name, table]): [string, TextTable] => [name, { ...outer[name], ...table }])
  return { ...outer, ...Object.fromEntries(joined) }
}
