import * as z from 'zod'

/** The checker's results for the product's expressions, stored so that tests need not run it again. */
export const judgedSchema = z.strictObject({
  /** Linear, by proof. */
  safe: z.array(z.string()),
  /** Without a proof, or polynomial, and why it does no harm. */
  bounded: z.array(
    z.strictObject({
      text: z.string(),
      why: z.enum(['operator', 'repetitions', 'length']),
      /** The repeated text that costs most. */
      pump: z.string(),
      /** Longest text that the expression can receive, in characters. */
      longest: z.number(),
    }),
  ),
})
export type JudgedList = z.infer<typeof judgedSchema>
