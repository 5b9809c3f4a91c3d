import { callRoute, jsonOf, valuesOf } from '@/e2e/simulator/arm/test-context'
import { isObject } from '@/e2e/simulator/arm/json'
import { armRoutes } from '@/e2e/simulator/arm/routes'
import { vmId } from '@/e2e/simulator/arm/ids'
import type { SimResponse } from '@/e2e/simulator/model/http'
import { policyNames } from '@/e2e/simulator/model/related-resources'
import type { World } from '@/e2e/simulator/model/world'
import { matchRoute } from '@/e2e/simulator/server/arm-match'
import { policyDefinitionId } from '@/e2e/simulator/related-resources/policy-definitions'
import { createWorld } from '@/e2e/simulator/worlds/create'

/** One ARM answer of the fake: its type, and the path inside the type's schema that the body represents. */
export interface Body {
  readonly type: string
  /** Empty for a whole resource; the path of a part that has a separate route. */
  readonly at: string
  readonly json: unknown
}

const everything = [{ scope: '/', actions: ['*'] }]

function ask(world: World, path: string, query: Record<string, string> = {}, body?: unknown): Promise<SimResponse> {
  const method = body === undefined ? 'GET' : 'POST'
  const match = matchRoute(armRoutes, method, path)
  if (match === null) throw new Error(`the fake has no route for ${path}`)
  return callRoute(world, match.route.name, { as: everything, params: match.params, query, body })
}

const expand = { $expand: 'instanceView' }
const compute = 'Microsoft.Compute'

/** The text in a body at a path of names; undefined if missing. */
function textAt(json: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), json)
  return typeof found === 'string' ? found : undefined
}

async function* ofVm(world: World, id: string): AsyncGenerator<Body> {
  const type = `${compute}/virtualMachines`
  yield { type, at: '', json: jsonOf(await ask(world, id, expand)) }
  yield { type, at: 'properties.instanceView', json: jsonOf(await ask(world, `${id}/instanceView`)) }
  const extensions = valuesOf(await ask(world, `${id}/extensions`, expand))
  for (const json of extensions) yield { type: `${type}/extensions`, at: '', json }
  for (const name of extensions.flatMap((each) => textAt(each, 'name') ?? []))
    yield { type: `${type}/extensions`, at: '', json: jsonOf(await ask(world, `${id}/extensions/${name}`, expand)) }
}

async function* ofNetwork(world: World, interfaceId: string): AsyncGenerator<Body> {
  const network = 'Microsoft.Network'
  const networkInterface = jsonOf(await ask(world, interfaceId))
  yield { type: `${network}/networkInterfaces`, at: '', json: networkInterface }
  const own = textAt(networkInterface, 'properties', 'networkSecurityGroup', 'id')
  if (own !== undefined) yield { type: `${network}/networkSecurityGroups`, at: '', json: jsonOf(await ask(world, own)) }
  const text = JSON.stringify(networkInterface)
  const subnetId = /"(\/subscriptions\/[^"]+\/virtualNetworks\/[^"]+\/subnets\/[^"]+)"/i.exec(text)?.[1]
  if (subnetId === undefined) return
  yield { type: `${network}/virtualNetworks/subnets`, at: '', json: jsonOf(await ask(world, subnetId)) }
  const virtualNetwork = jsonOf(await ask(world, subnetId.replace(/\/subnets\/[^/]+$/i, '')))
  yield { type: `${network}/virtualNetworks`, at: '', json: virtualNetwork }
  const around = JSON.stringify(virtualNetwork)
  for (const [, table = ''] of around.matchAll(/"(\/subscriptions\/[^"]+\/routeTables\/[^"/]+)"/gi))
    yield { type: `${network}/routeTables`, at: '', json: jsonOf(await ask(world, table)) }
  for (const [, group = ''] of around.matchAll(/"(\/subscriptions\/[^"]+\/networkSecurityGroups\/[^"/]+)"/gi))
    yield { type: `${network}/networkSecurityGroups`, at: '', json: jsonOf(await ask(world, group)) }
}

async function* ofVaults(world: World, subscription: string): AsyncGenerator<Body> {
  const vaultType = 'Microsoft.KeyVault/vaults'
  for (const vault of valuesOf(await ask(world, `${subscription}/providers/${vaultType}`))) {
    yield { type: vaultType, at: '', json: vault }
    const id = textAt(vault, 'id') ?? ''
    const key = await ask(world, `${id}/keys/ade-kek`)
    if (key.status !== 200) continue
    yield { type: `${vaultType}/keys`, at: '', json: jsonOf(key) }
    for (const json of valuesOf(await ask(world, `${id}/keys/ade-kek/versions`)))
      yield { type: `${vaultType}/keys/versions`, at: '', json }
  }
}

async function* ofSubscription(world: World, id: string): AsyncGenerator<Body> {
  const path = `/subscriptions/${id}`
  const lists = { virtualMachines: {}, disks: {}, snapshots: {} }
  for (const type of Object.keys(lists))
    for (const json of valuesOf(await ask(world, `${path}/providers/${compute}/${type}`)))
      yield { type: `${compute}/${type}`, at: '', json }
  const statuses = await ask(world, `${path}/providers/${compute}/virtualMachines`, { statusOnly: 'true' })
  for (const json of valuesOf(statuses)) yield { type: `${compute}/virtualMachines`, at: '', json }
  for (const type of ['locks', 'policyAssignments'])
    for (const json of valuesOf(await ask(world, `${path}/providers/Microsoft.Authorization/${type}`)))
      yield { type: `Microsoft.Authorization/${type}`, at: '', json }
  yield* ofVaults(world, path)
}

async function* ofScaleSets(world: World): AsyncGenerator<Body> {
  const type = `${compute}/virtualMachineScaleSets`
  for (const { id } of world.scaleSets) {
    yield { type, at: '', json: jsonOf(await ask(world, id)) }
    const listed = valuesOf(await ask(world, `${id}/virtualMachines`, expand))
    for (const json of listed) yield { type: `${type}/virtualMachines`, at: '', json }
    for (const instance of listed.flatMap((each) => textAt(each, 'instanceId') ?? []))
      yield {
        type: `${type}/virtualMachines`,
        at: '',
        json: jsonOf(await ask(world, `${id}/virtualMachines/${instance}`, expand)),
      }
  }
}

/** Items protected by Azure Backup: rows of Resource Graph whose `properties` are those of the resource. */
async function* ofBackup(world: World): AsyncGenerator<Body> {
  const type = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems'
  const query = 'recoveryservicesresources | project id, properties | order by id asc'
  const answer = await ask(
    world,
    '/providers/Microsoft.ResourceGraph/resources',
    {},
    { query, subscriptions: world.subscriptions.map(({ id }) => id), options: { resultFormat: 'objectArray' } },
  )
  for (const { properties } of valuesOf(answer, 'data')) yield { type, at: 'properties', json: properties }
}

/** Every ARM answer of the fake about a resource, from worlds that contain each kind. Deterministic. */
export async function* bodiesOfFake(): AsyncGenerator<Body> {
  for (const scenario of ['mixed', 'troubleshooting', 'scale-sets'] as const) {
    const world = createWorld({ tenantId: 'c1', scenario, seed: 1 }, () => Date.UTC(2026, 10, 24))
    for (const { id } of world.subscriptions) yield* ofSubscription(world, id)
    for (const vm of world.vms.values()) {
      yield* ofVm(world, vmId(vm))
      const text = JSON.stringify(jsonOf(await ask(world, vmId(vm))))
      const nic = /"(\/subscriptions\/[^"]+\/networkInterfaces\/[^"/]+)"/i.exec(text)?.[1]
      if (nic !== undefined) yield* ofNetwork(world, nic)
    }
    yield* ofScaleSets(world)
    yield* ofBackup(world)
  }
  const world = createWorld({ tenantId: 'c1', scenario: 'empty', seed: 1 }, () => Date.UTC(2026, 10, 24))
  for (const name of policyNames)
    yield {
      type: 'Microsoft.Authorization/policyDefinitions',
      at: '',
      json: jsonOf(await ask(world, policyDefinitionId(name))),
    }
}
