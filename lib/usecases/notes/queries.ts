import 'server-only'
import { quoted } from '../kql'

/** The disks that no VM uses: only these are in plans by themselves. */
export const unattachedDisksQuery = `resources | where type =~ 'microsoft.compute/disks' and isempty(tostring(managedBy))
| project id | order by id asc`

/** Which of these VMs and disks the caller can read. At most about a hundred ids, so that the query stays short. */
export function readableQuery(ids: readonly string[]): string {
  return `resources | where type in~ ('microsoft.compute/virtualmachines','microsoft.compute/disks')
| where id in~ (${ids.map(quoted).join(',')}) | project id | order by id asc`
}
