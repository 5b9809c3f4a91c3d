import { expect, it } from 'vitest'
import { hiddenDisksQuery } from '@/lib/usecases/fleet/queries'
import { readCountedVms, readHiddenDiskRow } from '@/lib/wire/resource-graph'
import { sent } from '../simulator/resource-graph/answer'
import { ConstantRow } from '../simulator/resource-graph/language/derived-rows'
import { parseQuery } from '../simulator/resource-graph/language/parse-query'
import { atOnce } from '../simulator/resource-graph/language/pauses'
import { planQuery } from '../simulator/resource-graph/language/plan-query'
import { cellOf } from '../simulator/resource-graph/language/values'
import { tableColumns } from '../simulator/resource-graph/table-row'

const subscriptionId = '11111111-1111-4111-8111-111111111111'
const root = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute`
const vmId = `${root}/virtualMachines/vm`
const diskId = (name: string): string => `${root}/disks/${name}`

const managed = (name: string) => ({ managedDisk: { id: diskId(name) } })
const vm = (dataDisks: unknown, osDisk: unknown = managed('os'), id = vmId) => ({
  id,
  subscriptionId,
  type: 'microsoft.compute/virtualmachines',
  properties: { storageProfile: { osDisk, dataDisks } },
})
const disk = (name: string, properties: Record<string, unknown> = {}, managedBy = vmId) => ({
  id: diskId(name),
  subscriptionId,
  type: 'microsoft.compute/disks',
  managedBy,
  properties,
})
const stampOf = (enabled: unknown) => ({ encryptionSettingsCollection: { enabled } })
const other = vm([managed('shared')], managed('other-os'), `${root}/virtualMachines/other`)
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `d${index}`)

/** The VMs that the query lists by name, and the number of the others. */
function answerTo(table: readonly (Record<string, unknown> & { readonly type: string })[]) {
  const catalog = {
    table: () => ({
      columns: tableColumns,
      rows: (types: readonly string[] | null) =>
        table.filter(({ type }) => types === null || types.includes(type)).map((row) => new ConstantRow(row)),
    }),
  }
  const plan = planQuery(parseQuery(hiddenDisksQuery, 0), catalog)
  const rows = atOnce(plan.rows()).map((row) =>
    Object.fromEntries(plan.columns.map((each) => [each.name, sent(cellOf(row, each), each.type)])),
  )
  const counted = rows.flatMap((row) => readCountedVms(row) ?? [])
  const listed = rows.filter((row) => readCountedVms(row) === undefined).flatMap((row) => readHiddenDiskRow(row) ?? [])
  expect(counted.length + listed.length).toBe(rows.length)
  return { counted: counted.reduce((sum, { vms }) => sum + vms, 0), listed: listed.map(({ id }) => id) }
}

it.each<[string, Parameters<typeof answerTo>[0]]>([
  ['all of its disks', [vm([managed('a'), managed('b')]), disk('os'), disk('a'), disk('b')]],
  ['disks in another case', [vm([managed('A')], managed('OS')), disk('os'), disk('a')]],
  ['no data disks', [vm([]), disk('os')]],
  ['no list of data disks', [vm(null), disk('os')]],
  ['64 data disks', [vm(many(64).map(managed)), ...['os', ...many(64)].map((name) => disk(name))]],
  ['300 data disks', [vm(many(300).map(managed)), ...['os', ...many(300)].map((name) => disk(name))]],
  ['a disk that names no VM', [vm([managed('a')]), disk('os'), disk('a', {}, '')]],
  ['key settings that are off', [vm([]), disk('os', stampOf(false))]],
])('counts a VM with %s', (_name, table) => {
  expect(answerTo(table)).toEqual({ counted: 1, listed: [] })
})

it.each<[string, Parameters<typeof answerTo>[0]]>([
  ['a hidden data disk', [vm([managed('a')]), disk('os')]],
  ['a hidden OS disk', [vm([managed('a')]), disk('a')]],
  ['a hidden disk beside one that left its model', [vm([managed('a')]), disk('os'), disk('left')]],
  ['a hidden disk beside one of another VM', [vm([managed('a')]), disk('os'), disk('b', {}, `${root}/vm2`)]],
  ['a hidden disk and a row that comes twice', [vm([managed('a')]), disk('os'), disk('os')]],
  ['two rows and a hidden disk', [vm([managed('a')]), vm([managed('a')]), disk('os')]],
  ['an OS disk in a storage account', [vm([], { vhd: { uri: 'https://a/b' } })]],
  ['a data disk in a storage account', [vm([{ vhd: { uri: 'https://a/b' } }]), disk('os')]],
  ['more data disks than mv-expand returns', [vm(many(401).map(managed)), ...['os', ...many(401)].map((d) => disk(d))]],
  ['a stamped disk', [vm([managed('a')]), disk('os'), disk('a', stampOf(true))]],
  ['a stamped disk that names another VM', [vm([managed('a')]), disk('os'), disk('a', stampOf(true), `${root}/vm2`)]],
  ['key settings that nothing turns on or off', [vm([]), disk('os', { encryptionSettingsCollection: {} })]],
])('lists a VM with %s', (_name, table) => {
  expect(answerTo(table)).toEqual({ counted: 0, listed: [vmId] })
})

it('counts both VMs of a shared disk, and lists both where it is hidden', () => {
  const both = [vm([managed('shared')]), other, disk('os'), disk('other-os')]
  expect(answerTo([...both, disk('shared')])).toEqual({ counted: 2, listed: [] })
  expect(answerTo(both)).toEqual({ counted: 0, listed: [other.id, vmId] })
})
