import { booleanOf, fieldOf, numberOf, objectOf, textOf } from './read'

/** A changed property; values are text for every type. */
export interface PropertyChangeWire {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A row of Resource Graph's `resourcechanges`, as our query projects it. */
export interface ResourceChangeRow {
  readonly id: string
  readonly t: string
  readonly rid: string
  readonly changeType: string | undefined
  readonly by: string | undefined
  readonly op: string | undefined
  readonly corr: string | undefined
  readonly changes: readonly PropertyChangeWire[]
}

/**
 * Values are text, a missing one is the text `null`; numbers and booleans are accepted as well. Source:
 * https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes
 */
function valueText(value: unknown): string | undefined {
  const plain = numberOf(value) ?? booleanOf(value)
  const text = plain === undefined ? textOf(value) : String(plain)
  return text === 'null' ? undefined : text
}

function readChanges(json: unknown): readonly PropertyChangeWire[] {
  return Object.entries(objectOf(json) ?? {}).map(([path, each]) => {
    const change = objectOf(each)
    return {
      path,
      before: valueText(fieldOf(change, 'previousValue')),
      after: valueText(fieldOf(change, 'newValue')),
    }
  })
}

/** `undefined` for a row without id, time or resource. */
export function readResourceChange(json: unknown): ResourceChangeRow | undefined {
  const row = objectOf(json)
  const [id, t, rid, changeType, by, op, corr] = ['id', 't', 'rid', 'changeType', 'by', 'op', 'corr'].map((name) =>
    textOf(fieldOf(row, name)),
  )
  if (id === undefined || t === undefined || rid === undefined) return undefined
  return { id, t, rid, changeType, by, op, corr, changes: readChanges(fieldOf(row, 'changes')) }
}
