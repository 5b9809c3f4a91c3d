import { fail, ok, type Result } from '@/lib/shared/result'
import { fieldOf, objectOf, textOf, type JsonObject } from '@/lib/wire/read'
import type { VmFacts } from '../types'
import { readVmFacts } from '../vm-facts'
import { readAzDualPass, readAzEncryptionShow, readStatusObject } from './az-encryption-show'
import { readAzVm } from './az-vm'
import { pasteLimit, type PasteFailure } from './errors'
import { readJson } from './json'
import { withoutColours } from './colours'
import { isStatusBlock, readStatusBlock } from './powershell'
import type { ToolStatusText } from './tool-status'

/** What a text turned out to be. `facts` go through the full rules; `status` holds only another tool's words. */
export type RecognisedPaste =
  | { readonly input: 'arm-vm' | 'az-vm' | 'az-encryption-show'; readonly facts: VmFacts }
  | { readonly input: 'powershell' | 'az-encryption-show'; readonly status: ToolStatusText }

const parts = ['storageProfile', 'instanceView', 'hardwareProfile', 'osProfile'] as const

function hasVmPart(object: JsonObject | undefined): boolean {
  return parts.some((name) => objectOf(fieldOf(object, name)) !== undefined)
}

/** `true` and `false` where the object names its type, `null` where it names none. */
function saysVm(object: JsonObject): boolean | null {
  const type = textOf(fieldOf(object, 'type'))
  return type === undefined ? null : /\/virtualMachines$/i.test(type)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** The instance view alone, as `GET virtualMachines/{vm}/instanceView` gives it: it names disks but not which is which. */
function isBareInstanceView(object: JsonObject): boolean {
  const runtime = objectOf(fieldOf(object, 'vmAgent')) !== undefined || isList(fieldOf(object, 'extensions'))
  return isList(fieldOf(object, 'statuses')) && (runtime || isList(fieldOf(object, 'disks')))
}

function recogniseVm(object: JsonObject): RecognisedPaste | null {
  const type = saysVm(object)
  if (type === false) return null
  const properties = objectOf(fieldOf(object, 'properties'))
  if (hasVmPart(properties) || (type === true && properties !== undefined)) {
    return { input: 'arm-vm', facts: readVmFacts(object) }
  }
  if (properties === undefined && (hasVmPart(object) || type === true))
    return { input: 'az-vm', facts: readAzVm(object) }
  return null
}

function recogniseObject(object: JsonObject): RecognisedPaste | null {
  const vm = recogniseVm(object)
  if (vm !== null) return vm
  if (isBareInstanceView(object)) {
    return { input: 'arm-vm', facts: readVmFacts({ properties: { instanceView: object } }) }
  }
  const shown = Object.hasOwn(object, 'status') || Object.hasOwn(object, 'substatus')
  if (isList(fieldOf(object, 'disks')) && shown) {
    return { input: 'az-encryption-show', facts: readAzEncryptionShow(object) }
  }
  const dualPass = readAzDualPass(object)
  if (dualPass !== null) return { input: 'az-encryption-show', status: dualPass }
  const status = readStatusObject(object)
  return status === null ? null : { input: 'powershell', status }
}

/** A list with one VM is that VM; with more it is refused, so that no VM is judged in another's place. */
function recogniseList(list: readonly unknown[]): Result<RecognisedPaste, PasteFailure> {
  const found = list.map((element) => {
    const object = objectOf(element)
    return object === undefined ? null : recogniseObject(object)
  })
  const vms = found.filter((vm) => vm !== null)
  const [only] = vms
  if (only === undefined) return fail({ code: 'not-a-vm' })
  return list.length === 1 ? ok(only) : fail({ code: vms.length > 1 ? 'several-vms' : 'not-a-vm' })
}

function recogniseJson(value: unknown): Result<RecognisedPaste, PasteFailure> {
  if (isList(value)) return recogniseList(value)
  const object = objectOf(value)
  if (object === undefined) return fail({ code: 'not-a-vm' })
  const recognised = recogniseObject(object)
  if (recognised !== null) return ok(recognised)
  const page = fieldOf(object, 'value')
  return isList(page) ? recogniseList(page) : fail({ code: 'not-a-vm' })
}

/** Recognises what an admin can paste of one VM. Takes any text; never throws. */
export function recognisePaste(text: string): Result<RecognisedPaste, PasteFailure> {
  if (text.length > pasteLimit) return fail({ code: 'too-large' })
  const trimmed = withoutColours(text.replace(/^\uFEFF/, '')).trim()
  if (trimmed === '') return fail({ code: 'empty' })
  if (!/^[[{]/.test(trimmed) && isStatusBlock(trimmed)) {
    const status = readStatusBlock(trimmed)
    return status.ok ? ok({ input: 'powershell', status: status.value }) : status
  }
  const json = readJson(trimmed)
  return json.ok ? recogniseJson(json.value) : json
}
