import { fieldOf, objectOf, textOf } from './read'

/** An event, as far as it is read: the token's claims and the address it came from are left where they are. */
export interface ActivityEventWire {
  readonly eventDataId: string
  readonly eventTimestamp: string
  readonly resourceId: string
  readonly correlationId: string | undefined
  readonly operation: string | undefined
  readonly status: string | undefined
  readonly caller: string | undefined
  readonly applicationId: string | undefined
}

/** `undefined` for an event that has no id, no time or no resource: it could not be put anywhere. */
export function readActivityEvent(json: unknown): ActivityEventWire | undefined {
  const event = objectOf(json)
  const value = (name: string): string | undefined => textOf(fieldOf(objectOf(fieldOf(event, name)), 'value'))
  const [eventDataId, eventTimestamp, resourceId] = ['eventDataId', 'eventTimestamp', 'resourceId'].map((name) =>
    textOf(fieldOf(event, name)),
  )
  if (eventDataId === undefined || eventTimestamp === undefined || resourceId === undefined) return undefined
  return {
    eventDataId,
    eventTimestamp,
    resourceId,
    correlationId: textOf(fieldOf(event, 'correlationId')),
    operation: value('operationName'),
    status: value('status'),
    caller: textOf(fieldOf(event, 'caller')),
    applicationId: textOf(fieldOf(objectOf(fieldOf(event, 'claims')), 'appid')),
  }
}
