import { fieldOf, objectOf } from './read'

/**
 * Every part of a VM's answer that a verdict depends on, with the type that Azure documents. The rules of the verdict
 * define what an absent part means; a part in another form is not absent, and nothing may be concluded from it. Source:
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

/** A form: a type by its word, a list of one form, or an object of named forms. */
export type InputForm = 'text' | 'boolean' | readonly [InputForm] | { readonly [key: string]: InputForm }

function isList(form: InputForm): form is readonly [InputForm] {
  return Array.isArray(form)
}

function collect(form: InputForm, value: unknown, at: string, found: string[]): void {
  if (value === undefined || value === null) return
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

/** Paths of those inputs that have another form, such as `properties.instanceView.disks[].statuses`; each once. */
export function unreadableVmInputs(json: unknown): readonly string[] {
  const found: string[] = []
  collect(vmInputs, json, '', found)
  return [...new Set(found)]
}
