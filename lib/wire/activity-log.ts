import { fieldOf, objectOf, textOf } from './read'

/** An event, with the fields that are read: the token's claims and the client address are not read. */
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

/** `undefined` for an event without id, time or resource: it cannot be placed. */
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
