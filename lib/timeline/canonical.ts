import type { ObservedFacts } from './observation'

/** Version of the canonical form below. A new version makes the next observation of every VM a new row. */
const formVersion = 1

/**
 * The facts as canonical text, equal exactly where the facts are equal. The store hashes it to join equal observations.
 * The order of fields is fixed, so the order in an object or in JSON read from a database does not matter.
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
