import type { ResourceChange, StampChange } from './types'

/**
 * Property paths of a disk's encryption settings; the second is the name in older API versions.
 * https://learn.microsoft.com/rest/api/compute/disks/get
 */
const stampPaths = ['properties.encryptionsettingscollection.enabled', 'properties.encryptionsettings.enabled']

/** Encryption settings that a change added to a disk or removed from it. */
export function stampChangesOf(change: ResourceChange, at: string): readonly StampChange[] {
  return change.changes.flatMap(({ path, before, after }) => {
    if (!stampPaths.includes(path.toLowerCase())) return []
    const stamped = after?.toLowerCase() === 'true'
    if (stamped === (before?.toLowerCase() === 'true')) return []
    return [{ at, diskId: change.resourceId.toLowerCase(), stamped }]
  })
}
