import * as z from 'zod/mini'
import { givenText } from './given-text'

/** Longest name of a saved view, in UTF-16 units. */
export const longestViewName = 60
/** Longest query of a saved view, in bytes: a query is ASCII. */
export const longestViewQuery = 2000

/** Body of `PUT /api/v1/views/{id}`: creates a view under an id that the caller chose, or changes it. */
export const viewChangeSchema = z.strictObject({
  version: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
  name: givenText.check(z.maxLength(longestViewName)),
  /** The query of the fleet's URL without `?`. */
  query: z.string().check(z.maxLength(longestViewQuery)),
  /** Whether all users of the tenant can read it; otherwise only its author. */
  shared: z.boolean(),
})
export type ViewChange = z.infer<typeof viewChangeSchema>

/** Body of `PUT /api/v1/views`: chooses the view that the caller opens first; null for none. */
export const defaultViewSchema = z.strictObject({ defaultView: z.nullable(z.guid()) })
