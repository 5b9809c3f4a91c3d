import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isObject } from '../arm/json'
import type { SimSubscription } from '../model/world'
import type { SimVm } from '../model/vm'
import { peopleOf, readerOf, sameRoles, servicePrincipalsOf } from './people'
import { recordedVm, type Recording } from './recorded-vm'
import type { SceneContents, ScenePlace } from './scene'

const vmType = 'microsoft.compute/virtualmachines'

/** The answers in one file that are bodies of a VM: of `GET` alone, as `PUT` answers describe what was asked for. */
function recordingsIn(folder: string, file: string): Recording[] {
  const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  if (!isObject(content) || !Array.isArray(content.interactions)) return []
  if (content.format !== undefined && (content.format !== 'sealwatch-recording' || content.version !== 1))
    throw new Error(`${file}: a recording in a format that is not known`)
  const list: readonly unknown[] = content.interactions
  return list.flatMap((interaction, index) => {
    if (!isObject(interaction) || interaction.method !== 'GET' || interaction.status !== 200) return []
    const { body } = interaction
    if (!isObject(body) || typeof body.type !== 'string' || body.type.toLowerCase() !== vmType) return []
    return [{ file, interaction: index, body }]
  })
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort()
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => `${name}/${file}`),
    )
}

function hasInstanceView({ body }: Recording): boolean {
  return isObject(body.properties) && body.properties.instanceView !== undefined
}

/**
 * Every recorded VM body in a file, or in the folders under a folder, in the order of files and interactions. Where a file holds bodies with an
 * instance view, those without are the same VM read with less and are left out.
 */
export function readRecordings(place: string): Recording[] {
  const isFile = existsSync(place) && statSync(place).isFile()
  const folder = isFile ? dirname(place) : place
  return (isFile ? [basename(place)] : filesOf(folder)).flatMap((file) => {
    const all = recordingsIn(folder, file)
    const whole = all.filter(hasInstanceView)
    return whole.length > 0 ? whole : all
  })
}

function subscriptionsOf(vms: readonly SimVm[]): SimSubscription[] {
  const ids = [...new Set(vms.map(({ subscriptionId }) => subscriptionId))].sort()
  return ids.map((id, index) => ({ id, name: `Recorded ${index + 1}`, state: 'Enabled' }))
}

/** A tenant whose VMs answer with recorded bodies, byte for byte. The tags `recording` and `interaction` of a listed VM say where from. */
export function createRecordedWorld({ spec, now }: ScenePlace): SceneContents {
  const taken = new Set<string>()
  const vms = readRecordings(spec.recordings ?? '').map((recording) => recordedVm(recording, taken, now))
  const subscriptions = subscriptionsOf(vms)
  return {
    displayName: 'Recorded',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms,
  }
}
