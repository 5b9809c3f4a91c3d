import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isObject } from '../arm/json'
import type { SimSubscription } from '../model/world'
import type { SimVm } from '../model/vm'
import { peopleOf, readerOf, sameRoles, servicePrincipalsOf } from './people'
import { readBundleExchanges } from './bundle-file'
import { recordedVm, type Recording } from './recorded-vm'
import type { SceneContents, ScenePlace } from './scene'

const vmType = 'microsoft.compute/virtualmachines'

function parsed(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    throw new Error(`${join(folder, file)}: is not JSON (${error instanceof Error ? error.message : String(error)})`, {
      cause: error,
    })
  }
}

/** The answers in one file that are bodies of a VM: of `GET` alone, as `PUT` answers describe what was asked for. */
function recordingsIn(folder: string, file: string): Recording[] {
  const content = file.endsWith('.gz')
    ? { interactions: readBundleExchanges(join(folder, file)) }
    : parsed(folder, file)
  if (!isObject(content) || !Array.isArray(content.interactions)) return []
  if (content.format !== undefined && (content.format !== 'sealwatch-recording' || content.version !== 1))
    throw new Error(`${join(folder, file)}: a recording in a format that is not known`)
  const list: readonly unknown[] = content.interactions
  return list.flatMap((interaction, index) => {
    if (!isObject(interaction) || interaction.method !== 'GET' || interaction.status !== 200) return []
    const { body } = interaction
    if (!isObject(body) || typeof body.type !== 'string' || body.type.toLowerCase() !== vmType) return []
    return [{ file, interaction: index, body }]
  })
}

function filesOf(folder: string): string[] {
  const filesIn = (name: string): string[] =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => join(name, file))
  const folders = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())
  return ['', ...folders.sort()].flatMap(filesIn)
}

function hasInstanceView({ body }: Recording): boolean {
  return isObject(body.properties) && body.properties.instanceView !== undefined
}

/**
 * Every recorded VM body in a file, or in the folders under a folder, in the order of files and interactions. Where a
 * file holds bodies with an instance view, those without are the same VM read with less and are left out. Throws on a
 * path without such a body.
 */
export function readRecordings(place: string): Recording[] {
  if (!existsSync(place)) throw new Error(`${place}: no such file or folder`)
  const isFile = statSync(place).isFile()
  const folder = isFile ? dirname(place) : place
  const found = (isFile ? [basename(place)] : filesOf(folder)).flatMap((file) => {
    const all = recordingsIn(folder, file)
    const whole = all.filter(hasInstanceView)
    return whole.length > 0 ? whole : all
  })
  if (found.length > 0) return found
  const wanted = isFile
    ? 'a file that "doctor --azure --record" or "bundle" wrote'
    : 'a folder of such files, or of folders of them'
  throw new Error(`${place}: holds no recorded VM; wanted is ${wanted}`)
}

function subscriptionsOf(vms: readonly SimVm[]): SimSubscription[] {
  const ids = [...new Set(vms.map(({ subscriptionId }) => subscriptionId))].sort()
  return ids.map((id, index) => ({ id, name: `Recorded ${index + 1}`, state: 'Enabled' }))
}

/** A tenant whose VMs answer with recorded bodies, byte for byte. The tags `recording` and `interaction` of a listed VM say where from. */
export function createRecordedWorld({ spec, now }: ScenePlace): SceneContents {
  const taken = new Set<string>()
  const recordings = spec.recordings === undefined ? [] : readRecordings(spec.recordings)
  const vms = recordings.map((recording) => recordedVm(recording, taken, now))
  const subscriptions = subscriptionsOf(vms)
  return {
    displayName: 'Recorded',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms,
  }
}
