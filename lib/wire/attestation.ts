import { fieldOf, listOf, objectOf, textOf } from './read'

/** The guest configuration's result for one VM. */
export interface AttestationRow {
  /** Id of the VM, where the query requests it. */
  readonly target: string | undefined
  readonly compliance: string | undefined
  readonly at: string | undefined
  readonly phrases: readonly string[]
}

export function readAttestationRow(json: unknown): AttestationRow | undefined {
  const row = objectOf(json)
  if (row === undefined) return undefined
  const phrases = (listOf(fieldOf(row, 'resources'), (resource) => resource) ?? []).flatMap(
    (resource) =>
      listOf(fieldOf(objectOf(resource), 'reasons'), (reason) => textOf(fieldOf(objectOf(reason), 'phrase'))) ?? [],
  )
  return {
    target: textOf(fieldOf(row, 'target')),
    compliance: textOf(fieldOf(row, 'compliance')),
    at: textOf(fieldOf(row, 'at')),
    phrases,
  }
}
