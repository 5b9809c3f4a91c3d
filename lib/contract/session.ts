import * as z from 'zod/mini'

/** What the signed-in user may open in this deployment. It says nothing of rights in Azure. */
export const sessionSchema = z.object({
  /** Whether the page and the operations for administrators exist for this user. */
  administrator: z.boolean(),
})

export type Session = z.infer<typeof sessionSchema>
