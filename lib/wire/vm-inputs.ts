import { fieldOf, listOf, objectOf, textOf } from './read'

/**
 * Every part of a VM's answer that a verdict depends on, with the type that Azure documents. The rules of the verdict
 * define what an absent part means; a part in another form is not absent, and nothing may be concluded from it. The same
 * holds for a member that Azure never leaves out. Source:
 * https://learn.microsoft.com/rest/api/compute/virtual-machines/get
 */
const settings = { enabled: 'boolean', diskEncryptionKey: { secretUrl: 'text' } } as const
const status = { code: 'text', level: 'text', message: 'text' } as const
const disk = { name: 'text', managedDisk: { id: 'text', securityProfile: { securityEncryptionType: 'text' } } } as const

export const vmInputs = {
  properties: {
    storageProfile: {
      osDisk: { ...disk, osType: 'text', encryptionSettings: settings },
      dataDisks: [disk],
    },
    securityProfile: { encryptionAtHost: 'boolean', securityType: 'text' },
    instanceView: {
      disks: [{ name: 'text', statuses: [status], encryptionSettings: [settings] }],
      extensions: [
        { name: 'text', type: 'text', typeHandlerVersion: 'text', statuses: [status], substatuses: [status] },
      ],
    },
  },
  resources: [
    {
      name: 'text',
      properties: {
        publisher: 'text',
        type: 'text',
        typeHandlerVersion: 'text',
        provisioningState: 'text',
        settings: { EncryptionOperation: 'text' },
      },
    },
  ],
} as const

/**
 * Members that no answer of Azure that is known lacks, by their paths; without them an
 * extension may be any extension, and a disk with a stamp any disk. Older answers list extensions by their ids alone.
 * Source: the answers that the tests of azure-cli recorded (20 instance views, 64 extensions),
 * https://github.com/Azure/azure-cli/tree/dev/src/azure-cli/azure/cli/command_modules/vm/tests/latest/recordings
 */
const constantInputs: ReadonlySet<string> = new Set([
  'properties.instanceView.disks',
  'properties.instanceView.disks[].name',
  'properties.instanceView.disks[].statuses',
  'resources[].properties.publisher',
  'resources[].properties.type',
])

/** A form: a type by its word, a list of one form, or an object of named forms. */
export type InputForm = 'text' | 'boolean' | readonly [InputForm] | { readonly [key: string]: InputForm }

function isList(form: InputForm): form is readonly [InputForm] {
  return Array.isArray(form)
}

function collect(form: InputForm, value: unknown, at: string, found: string[]): void {
  if (value === undefined || value === null) {
    if (constantInputs.has(at)) found.push(at)
    return
  }
  if (form === 'text' || form === 'boolean') {
    if (typeof value !== (form === 'text' ? 'string' : 'boolean')) found.push(at)
    return
  }
  if (isList(form)) {
    if (!Array.isArray(value)) found.push(at)
    // The list has an element here, so null is no absence.
    else
      for (const each of value)
        if (objectOf(each) === undefined) found.push(`${at}[]`)
        else collect(form[0], each, `${at}[]`, found)
    return
  }
  const object = objectOf(value)
  if (object === undefined) {
    found.push(at)
    return
  }
  for (const [key, inner] of Object.entries(form))
    collect(inner, fieldOf(object, key), at === '' ? key : `${at}.${key}`, found)
}

const nameOf = (disk: unknown): string => textOf(fieldOf(objectOf(disk), 'name'))?.toLowerCase() ?? ''

/** Whether a disk's view has the code of a stamp, past or present. */
const hasStamp = (view: unknown): boolean =>
  listOf(fieldOf(objectOf(view), 'statuses'), (status) => textOf(fieldOf(objectOf(status), 'code')))?.some(
    (code) => code.toLowerCase() === 'encryptionstate/encrypted',
  ) === true

/**
 * Whether the instance view shows a stamped disk that the model does not have, while it shows nothing of one that the model
 * has: model and view are not of one moment, and the stamp may be that disk's.
 */
function isStampLeftOver(json: unknown): boolean {
  const properties = objectOf(fieldOf(objectOf(json), 'properties'))
  const profile = objectOf(fieldOf(properties, 'storageProfile'))
  const disks = listOf(fieldOf(profile, 'dataDisks'), nameOf)
  const views = listOf(fieldOf(objectOf(fieldOf(properties, 'instanceView')), 'disks'), (view) => view ?? undefined)
  if (disks === undefined || views === undefined) return false
  const own = new Set([nameOf(fieldOf(profile, 'osDisk')), ...disks])
  const shown = new Set(views.map(nameOf))
  return [...own].some((name) => !shown.has(name)) && views.some((view) => hasStamp(view) && !own.has(nameOf(view)))
}

/**
 * Paths of those inputs that have another form, that are missing although Azure always gives them, or that contradict
 * each other, such as `properties.instanceView.disks[].statuses`; each once.
 */
export function unreadableVmInputs(json: unknown): readonly string[] {
  const found: string[] = []
  collect(vmInputs, json, '', found)
  if (isStampLeftOver(json)) found.push('properties.instanceView.disks')
  return [...new Set(found)]
}
