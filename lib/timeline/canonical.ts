import type { ObservedFacts } from './observation'

/** Version of the form below: a change of it makes every VM's next observation a new row, and must be wanted. */
const formVersion = 1

/**
 * The facts as one text that is equal exactly where the facts are: what the store hashes to join equal looks. Fields
 * stand in a fixed order, so neither the order in which a program builds an object nor one read back from a database
 * matters.
 */
export function canonicalFacts(facts: ObservedFacts): string {
  const { message, extension } = facts
  return JSON.stringify([
    formVersion,
    [facts.depth, facts.osType, facts.pass, facts.state, facts.os, facts.data],
    [facts.reported.os, facts.reported.data],
    message === null
      ? null
      : [message.text, message.kind, message.phase, message.percent, message.index, message.count, message.attempt],
    [facts.status.code, facts.status.level],
    [facts.request.operation, facts.request.volumeType],
    extension === null ? null : [extension.name, extension.version, extension.provisioningState, extension.sequence],
    [facts.power, facts.agent],
    facts.disks.map((disk) => [disk.name, disk.role, disk.lun, disk.sizeGiB, disk.stamp, disk.state]),
  ])
}
