/** The same keys with other words: what a second language must have, no more and no less. */
export type SameKeys<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string ? string : SameKeys<Table[Key]>
}
