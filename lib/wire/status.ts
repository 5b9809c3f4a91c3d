import { fieldOf, objectOf, textOf } from './read'

/** `InstanceViewStatus` of the Compute API. */
export interface InstanceViewStatus {
  readonly code: string | undefined
  readonly level: string | undefined
  readonly displayStatus: string | undefined
  readonly message: string | undefined
  readonly time: string | undefined
}

export function readStatus(json: unknown): InstanceViewStatus | undefined {
  const status = objectOf(json)
  if (status === undefined) return undefined
  return {
    code: textOf(fieldOf(status, 'code')),
    level: textOf(fieldOf(status, 'level')),
    displayStatus: textOf(fieldOf(status, 'displayStatus')),
    message: textOf(fieldOf(status, 'message')),
    time: textOf(fieldOf(status, 'time')),
  }
}
