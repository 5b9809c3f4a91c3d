/** Ids of the catalogue's entries. Filled from `catalogue/` so that a new entry must be worded in every language. */
import type { CatalogueId } from './ids'

export type MessageKind = CatalogueId

export const messagePhases = [
  'not-started',
  'prerequisites',
  'starting',
  'data-encrypting',
  'os-preparing',
  'os-encrypting',
  'finalizing',
  'restart-pending',
  'succeeded',
  'decrypting',
  'disabled',
  'failed',
  'unknown',
] as const
export type MessagePhase = (typeof messagePhases)[number]
