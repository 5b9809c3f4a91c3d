import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import type { ArmSession } from '@/lib/azure/session'
import type { Retirement, RetirementDisk } from '@/lib/contract/retirement'
import { known, type Known } from '@/lib/shared/known'
import { sameText } from '@/lib/shared/text'
import { readExtensionRow } from '@/lib/wire/resource-graph'
import { readRetirementDiskRow, readVmNamingRow, type RetirementDiskRow, type VmNamingRow } from '@/lib/wire/retirement'
import { groupsOf } from '../fleet/groups'
import { allKnown, whyUnknown } from '../related-resources/known-result'
import { vmIdOfExtension, vmKey } from '../vm-name'
import { backupsQuery, domainJoinQuery, retirementDisksQuery, sessionHostsQuery, setMembersQuery } from './queries'

type Tables = Pick<Retirement, 'disks' | 'domainJoined' | 'sessionHosts' | 'backedUp' | 'setMembers'>

function diskOf(row: RetirementDiskRow): RetirementDisk {
  const segments = row.id.split('/')
  const os = (['Windows', 'Linux'] as const).find((each) => sameText(row.osType ?? '', each))
  return {
    id: row.id,
    name: row.name ?? segments.at(-1) ?? row.id,
    subscriptionId: (row.subscriptionId ?? segments[2] ?? '').toLowerCase(),
    resourceGroup: segments[4] ?? row.resourceGroup ?? '',
    region: row.location ?? '',
    vm: row.managedBy === '' ? null : vmKey(row.managedBy),
    sku: row.sku || null,
    sizeGiB: row.sizeGiB ?? null,
    sectorSize: row.sectorSize ?? null,
    createdAt: row.created || null,
    osType: os ?? null,
    stamped: row.stamped,
    doubleEncrypted: sameText(row.sse, 'EncryptionAtRestWithPlatformAndCustomerKeys'),
  }
}

/** Runs one query over all subscriptions. An incomplete answer is a failure: a missing row would be read as "no". */
async function ask<Row>(
  session: ArmSession,
  subscriptions: readonly string[],
  text: string,
  read: (json: unknown) => Row | undefined,
): Promise<Known<Row[]>> {
  const parts = groupsOf(subscriptions).map(async (group): Promise<Known<readonly Row[]>> => {
    const rows: Row[] = []
    const onRows = (page: readonly Row[]) => rows.push(...page)
    const answer = await queryResourceGraph(session, { text, subscriptions: group, read, onRows })
    return answer.ok ? known(rows) : whyUnknown(answer.failure)
  })
  const whole = allKnown(await Promise.all(parts))
  return whole.known ? known(whole.value.flat()) : whole
}

/** The VM of an extension's row. */
function readExtensionVm(json: unknown): VmNamingRow | undefined {
  const vm = vmIdOfExtension(readExtensionRow(json)?.id ?? '')
  return vm === null ? undefined : { vm }
}

async function vmsOf(
  session: ArmSession,
  subscriptions: readonly string[],
  text: string,
  read = readVmNamingRow,
): Promise<Known<string[]>> {
  const rows = await ask(session, subscriptions, text, read)
  return rows.known ? known([...new Set(rows.value.map(({ vm }) => vmKey(vm)))]) : rows
}

/** Resource Graph's data about VMs with Azure Disk Encryption. */
export async function readTables(session: ArmSession, subscriptions: readonly string[]): Promise<Tables> {
  const [disks, domainJoined, sessionHosts, backedUp, setMembers] = await Promise.all([
    ask(session, subscriptions, retirementDisksQuery, readRetirementDiskRow),
    vmsOf(session, subscriptions, domainJoinQuery, readExtensionVm),
    vmsOf(session, subscriptions, sessionHostsQuery),
    vmsOf(session, subscriptions, backupsQuery),
    vmsOf(session, subscriptions, setMembersQuery),
  ])
  return {
    disks: disks.known ? known(disks.value.map(diskOf)) : disks,
    domainJoined,
    sessionHosts,
    backedUp,
    setMembers,
  }
}
