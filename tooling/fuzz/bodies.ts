import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { callRoute, jsonOf } from '@/e2e/simulator/arm/test-context'
import { renderVm } from '@/e2e/simulator/arm/render-vm'
import { createWorld } from '@/e2e/simulator/worlds/create'
import type { World } from '@/e2e/simulator/model/world'

const when = Date.parse('2026-11-24T12:00:00Z')
let made: World | null = null

/** The fake Azure's tenant with one VM of each kind; deterministic. */
export function mixedWorld(): World {
  made ??= createWorld({ tenantId: 'd1', scenario: 'mixed', seed: 1 }, () => when)
  return made
}

/** The fake Azure's answer for each of its VMs. */
export function simulatedBodies(): readonly unknown[] {
  return [...mixedWorld().vms.values()].map((vm) => renderVm(vm, true))
}

/** One page of the fake Resource Graph, reduced to a few rows: long pages find nothing more. */
export async function simulatedPage(query: string): Promise<unknown> {
  const body = { query, options: { $top: 3 } }
  return jsonOf(await callRoute(mixedWorld(), 'resource-graph', { body }))
}

const folder = resolve(process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '../shared'), 'recordings')

function vmsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const inner: readonly unknown[] = Object.values(value)
  if (Array.isArray(value)) return inner.flatMap(vmsIn)
  const isVm = 'properties' in value && JSON.stringify(value.properties ?? null).includes('storageProfile')
  return isVm ? [value] : inner.flatMap(vmsIn)
}

/** VMs recorded from Azure, if the recordings are on this machine. The project stores no copy. */
export function recordedVms(): readonly unknown[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[\\/].*\.json$/.test(name))
  return files.sort().flatMap((name) => {
    const recorded: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    return vmsIn(recorded).slice(0, 3)
  })
}
