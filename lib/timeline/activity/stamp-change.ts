import type { ResourceChange, StampChange } from './types'

/**
 * Paths under which a disk's record holds its key settings; the second is how older API versions name them.
 * https://learn.microsoft.com/rest/api/compute/disks/get
 */
const stampPaths = ['properties.encryptionsettingscollection.enabled', 'properties.encryptionsettings.enabled']

/** Key settings that a change put on a disk or took away. */
export function stampChangesOf(change: ResourceChange, at: string): readonly StampChange[] {
  return change.changes.flatMap(({ path, before, after }) => {
    if (!stampPaths.includes(path.toLowerCase())) return []
    const stamped = after?.toLowerCase() === 'true'
    if (stamped === (before?.toLowerCase() === 'true')) return []
    return [{ at, diskId: change.resourceId.toLowerCase(), stamped }]
  })
}
