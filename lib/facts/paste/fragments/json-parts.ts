import { fieldOf, objectOf, textOf, type JsonObject } from '@/lib/wire/read'
import { extensionRow } from './extension'
import { lsblkRows, type ListedDevice } from './linux-tools'
import { machineNameOf } from '../named-line'
import { row, rowLimit, type Fragment, type FragmentFinding, type FragmentRow } from './types'

const words: Readonly<Record<string, FragmentFinding>> = {
  encrypted: 'says-encrypted',
  notencrypted: 'says-not-encrypted',
  encryptioninprogress: 'says-in-progress',
  decryptioninprogress: 'says-decrypting',
  vmrestartpending: 'says-restart-pending',
  notmounted: 'says-not-mounted',
}

function findingOf(word: string): FragmentFinding {
  const found = words[word.toLowerCase()]
  return Object.hasOwn(words, word.toLowerCase()) && found !== undefined ? found : 'says-other'
}

/** Fields that hold what should be, or what could be: no machine reported it. */
const unreal =
  /^(?:desired|expected|wanted|target|planned?|examples?|samples?|default|template|schema|enum|image|policyRule|if|then)(?:State|Value|Status|Output|Result)?$/i

/** Objects of a JSON value, outermost first, down to the depth of real pastes. */
function objectsIn(value: unknown, depth = 0): readonly JsonObject[] {
  if (depth > 12) return []
  if (Array.isArray(value)) return value.slice(0, rowLimit).flatMap((each) => objectsIn(each, depth + 1))
  const object = objectOf(value)
  if (object === undefined) return []
  const inner = Object.entries(object).filter(([name]) => !unreal.test(name))
  return [object, ...inner.flatMap(([, each]) => objectsIn(each, depth + 1))].slice(0, 2_000)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The words for OS and data of a sub-status, as an object or inside a message. */
function substatusOf(object: JsonObject): readonly FragmentRow[] {
  const message = textOf(fieldOf(object, 'message'))
  const inner = message !== undefined && message.length < 16_384 ? objectOf(parsed(message)) : undefined
  const holder = inner ?? object
  const fields = ['os', 'data'].flatMap((name) => {
    const word = textOf(fieldOf(holder, name))
    return word === undefined || !/^[A-Za-z]{2,40}$/.test(word) ? [] : [row(name, findingOf(word), word)]
  })
  return fields.some(({ finding }) => finding !== 'says-other') ? fields : []
}

/** The statuses of disks in an instance view, with the name of their disk. */
function diskOfStatus(objects: readonly JsonObject[]): ReadonlyMap<unknown, string> {
  return new Map(
    objects.flatMap((object) => {
      const name = textOf(fieldOf(object, 'name'))
      const statuses: unknown = fieldOf(object, 'statuses')
      const listed: readonly unknown[] = Array.isArray(statuses) ? statuses : []
      return name === undefined ? [] : listed.map((status) => [status, name] as const)
    }),
  )
}

function stampOf(object: JsonObject, disk: string | undefined): readonly FragmentRow[] {
  const code = textOf(fieldOf(object, 'code'))
  if (code === undefined || !/^EncryptionState\//i.test(code)) return []
  const isEncrypted = /\/encrypted$/i.test(code)
  return [row(disk ?? 'EncryptionState', isEncrypted ? 'stamp-encrypted' : 'stamp-not-encrypted', code)]
}

/**
 * The key settings of a disk resource, as ARM and `az disk show` print it.
 * https://learn.microsoft.com/rest/api/compute/disks/get#encryptionsettingscollection
 */
function settingsOf(object: JsonObject): readonly FragmentRow[] {
  const properties = objectOf(fieldOf(object, 'properties')) ?? object
  const name = textOf(fieldOf(object, 'name'))
  // A template has no id of a resource, and a list of chosen fields may lack any.
  const isDisk =
    /^\/subscriptions\/[^/]{1,80}\/resourceGroups\/[^/]{1,120}\/providers\/Microsoft\.Compute\/disks\/[^/]{1,120}$/i
  const hasState = textOf(fieldOf(properties, 'diskState')) !== undefined
  const id = fieldOf(object, 'id')
  const hasId = isDisk.test(textOf(id) ?? '')
  const value = fieldOf(properties, 'encryptionSettingsCollection')
  // Only Azure states a disk's state: beside the settings themselves it stands for the id.
  if (name === undefined || !(hasId || (id === undefined && hasState && value !== undefined))) return []
  const isWhole = value === null || (value === undefined && hasState)
  if (isWhole) return [row(name, 'stamp-absent', 'no encryptionSettingsCollection')]
  const enabled = fieldOf(objectOf(value) ?? {}, 'enabled')
  if (enabled === true) return [row(name, 'stamp-encrypted', 'encryptionSettingsCollection.enabled: true')]
  return enabled === false ? [row(name, 'stamp-not-encrypted', 'encryptionSettingsCollection.enabled: false')] : []
}

/** A row of `lsblk -J`, with the words of the same row of its table. */
function deviceOf(object: JsonObject): readonly ListedDevice[] {
  const name = textOf(fieldOf(object, 'name'))
  const type = textOf(fieldOf(object, 'type'))
  if (name === undefined || type === undefined || !/^(?:disk|part|crypt|lvm|rom|loop|raid\d{1,2})$/.test(type))
    return []
  const several: unknown = fieldOf(object, 'mountpoints')
  const listed: readonly unknown[] = Array.isArray(several) ? several : []
  const mounts = [fieldOf(object, 'mountpoint'), ...listed].flatMap((each) => textOf(each) ?? [])
  const words = [name, textOf(fieldOf(object, 'fstype')), type, textOf(fieldOf(object, 'label')), mounts[0]].flatMap(
    (word) => word ?? [],
  )
  return [{ name, words, line: words.join(' ') }]
}

/** The name of the VM in the id of its extension. */
const vmInId = (id: string | undefined): string | null =>
  /\/virtualMachines\/([^/]{1,100})\/extensions\//i.exec(id?.slice(0, 600) ?? '')?.[1] ?? null

/** An extension alone, as ARM (in its properties), `az vm extension show` and `Get-AzVMExtension` print it. */
function extensionOf(object: JsonObject): readonly FragmentRow[] {
  const properties = objectOf(fieldOf(object, 'properties')) ?? object
  const text = (name: string): string | undefined => textOf(fieldOf(properties, name))
  const type = text('typePropertiesType') ?? text('ExtensionType') ?? text('type')
  const state = text('provisioningState') ?? text('ProvisioningState')
  const vm = vmInId(textOf(fieldOf(object, 'id'))) ?? text('VMName') ?? null
  return type === undefined || state === undefined ? [] : extensionRow(type, state, vm)
}

/** Objects that are not the properties of another one. */
function resourcesIn(objects: readonly JsonObject[]): readonly JsonObject[] {
  const inner = new Set(objects.map((object) => fieldOf(object, 'properties')))
  return objects.filter((object) => !inner.has(object))
}

/** Sub-statuses of which each stands behind the name of its VM. */
function namedSubstatus(text: string): readonly FragmentRow[] {
  return text.split('\n').flatMap((line) => {
    const found = line.includes('{') ? machineNameOf(line) : null
    const object = found === null ? undefined : objectOf(parsed(found.rest))
    if (found === null || object === undefined) return []
    return substatusOf(object).map((each) => ({ ...each, subject: `${found.name}: ${each.subject}` }))
  })
}

/**
 * Values that stand in another field's place: a resource ID for a URL, a URL for a resource ID, a vault or a key without
 * its version for a key version. A template's expression shows nothing.
 * https://learn.microsoft.com/azure/virtual-machines/extensions/azure-disk-enc-linux#property-values
 */
const misplaced = [
  [/"(KeyVaultURL)" ?: ?"(\/subscriptions\/[^"\n]{1,300})"/g, 'not-a-vault-url'],
  [/"(KeyVaultResourceId|KekVaultResourceId)" ?: ?"(https:\/\/[^"\n]{1,300})"/g, 'not-a-vault-id'],
  [
    /"(KeyEncryptionKeyURL)" ?: ?"(\/subscriptions\/[^"\n]{1,300}|https:\/\/[\w.:-]{1,200}(?:\/(?:keys(?:\/[\w-]{0,127}\/?)?)?)?)"/g,
    'not-a-key-url',
  ],
] as const

function requestOf(text: string): readonly FragmentRow[] {
  const read = text.slice(0, 200_000)
  const found = read.matchAll(/"(EncryptionOperation|VolumeType)"\s{0,8}:\s{0,8}"([A-Za-z]{1,40})"/g)
  return [
    ...[...found].slice(0, 20).map(([raw, name = '']) => row(name, 'asked', raw)),
    ...misplaced.flatMap(([form, finding]) =>
      [...read.matchAll(form)].slice(0, 20).map(([raw, name = '']) => row(name, finding, raw)),
    ),
  ]
}

/** Parts of JSON answers, whole or truncated. */
export function readJsonParts(text: string, value: unknown): readonly Fragment[] {
  const objects = objectsIn(value)
  const disks = diskOfStatus(objects)
  const all: readonly { kind: Fragment['kind']; rows: readonly FragmentRow[] }[] = [
    { kind: 'substatus', rows: [...objects.flatMap(substatusOf), ...(value === null ? namedSubstatus(text) : [])] },
    { kind: 'disk', rows: objects.flatMap((each) => [...stampOf(each, disks.get(each)), ...settingsOf(each)]) },
    {
      kind: 'lsblk',
      rows: objects.some((each) => Object.hasOwn(each, 'blockdevices'))
        ? lsblkRows(objects.flatMap(deviceOf).slice(0, rowLimit))
        : [],
    },
    { kind: 'request-settings', rows: requestOf(text) },
    { kind: 'extension', rows: resourcesIn(objects).flatMap(extensionOf) },
  ]
  return all.filter(({ rows }) => rows.length > 0).map(({ kind, rows }) => ({ kind, rows: rows.slice(0, rowLimit) }))
}
