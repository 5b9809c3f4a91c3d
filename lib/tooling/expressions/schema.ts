import * as z from 'zod'

/** What the checker said of the expressions of the product, kept so that the tests need not ask again. */
export const judgedSchema = z.strictObject({
  /** Linear, by proof. */
  safe: z.array(z.string()),
  /** Without a proof, or polynomial, and why no harm comes of it. */
  bounded: z.array(
    z.strictObject({
      text: z.string(),
      why: z.enum(['operator', 'repetitions', 'length']),
      /** What makes it work most, over and over. */
      pump: z.string(),
      /** Characters of a text that it can be given at most. */
      longest: z.number(),
    }),
  ),
})
export type JudgedList = z.infer<typeof judgedSchema>
