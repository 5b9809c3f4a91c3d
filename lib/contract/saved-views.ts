import * as z from 'zod/mini'
import { parseFleetSearch, serialiseFleetSearch } from './fleet-search'
import { historyFailures } from './history-failures'

const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The query of the fleet's URL without `?`: filters, sort, grouping, columns and search text. */
  query: z.string(),
  /** Whether all users of the tenant can read it; otherwise only its author. */
  shared: z.boolean(),
  /** Whether the caller created it. Other users cannot change it. */
  mine: z.boolean(),
  /** Name of the author; missing where the directory did not state it. */
  author: z.nullable(z.string()),
  /** Send it with the next change: a change of another version is refused. */
  version: z.string(),
})
export type SavedView = z.infer<typeof savedViewSchema>

/** Answer of `GET /api/v1/views`: the caller's views of the fleet, and those that users of the tenant share. */
export const savedViewListSchema = z.object({
  /** Null when the store is available; otherwise nothing is known. */
  failure: z.nullable(z.enum(historyFailures)),
  /** The caller's own first, then by name. */
  views: z.array(savedViewSchema),
  /** Id of the view that opens where the fleet's URL has no query; null for none. */
  defaultView: z.nullable(z.string()),
})
export type SavedViewList = z.infer<typeof savedViewListSchema>

/** The part of a fleet's query that a view contains: without tenant and open row, invalid values left out. */
export function viewQueryOf(query: string): string {
  return serialiseFleetSearch({ ...parseFleetSearch(new URLSearchParams(query)), tenant: null, vm: null })
}
