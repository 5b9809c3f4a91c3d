import { fail, ok, type Result } from '@/lib/shared/result'
import { fieldOf, objectOf, textOf, type JsonObject } from '@/lib/wire/read'
import type { VmFacts } from '../types'
import { readVmFacts } from '../vm-facts'
import { readAzDualPass, readAzEncryptionShow, readStatusObject } from './az-encryption-show'
import { readAzVm } from './az-vm'
import { pasteLimit, type PasteFailure, type UnreadCode } from './errors'
import { besideJson, readJson, readJsonValues } from './json'
import { withoutColours } from './colours'
import { besideStatusBlocks, isStatusBlock, readStatusBlocks } from './powershell'
import { besideStatusTable, readStatusTable } from './status-table'
import type { NamedStatus } from './tool-status'
import { asList, isXplatData, withoutXplatLines, withoutXplatMarks } from './xplat'

/** The recognised form of a text. `facts` go through the full rules; `status` contains only another tool's words. */
export type RecognisedPaste =
  | { readonly input: 'arm-vm' | 'az-vm' | 'az-encryption-show'; readonly facts: VmFacts }
  | { readonly input: 'powershell' | 'az-encryption-show' | 'xplat'; readonly status: NamedStatus }

const parts = ['storageProfile', 'instanceView', 'hardwareProfile', 'osProfile'] as const

function hasVmPart(object: JsonObject | undefined): boolean {
  return parts.some((name) => objectOf(fieldOf(object, name)) !== undefined)
}

/** `true` and `false` where the object names its type, `null` where it does not. */
function saysVm(object: JsonObject): boolean | null {
  const type = textOf(fieldOf(object, 'type'))
  return type === undefined ? null : /\/virtualMachines$/i.test(type)
}

/** An extension: it has an instance view as well, and no VM names a publisher. */
function isExtension(object: JsonObject | undefined): boolean {
  return object !== undefined && textOf(fieldOf(object, 'publisher')) !== undefined
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/**
 * The instance view alone, as `GET virtualMachines/{vm}/instanceView` returns it: it names disks but not their roles.
 */
function isBareInstanceView(object: JsonObject): boolean {
  const runtime = objectOf(fieldOf(object, 'vmAgent')) !== undefined || isList(fieldOf(object, 'extensions'))
  return isList(fieldOf(object, 'statuses')) && (runtime || isList(fieldOf(object, 'disks')))
}

function recogniseVm(object: JsonObject): RecognisedPaste | null {
  const type = saysVm(object)
  const properties = objectOf(fieldOf(object, 'properties'))
  if (type === false || isExtension(object) || isExtension(properties)) return null
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

/** VMs of a list that are judged; more would delay the page. */
export const listLimit = 100

/** The VMs of one text, each with its place in the text's list, counted from 1. */
export interface RecognisedVms {
  readonly vms: readonly { readonly position: number; readonly paste: RecognisedPaste }[]
  /** Places of the list that contain no VM. */
  readonly unreadable: readonly number[]
  /** Elements after the limit: not read. */
  readonly leftOut: number
  /** Whether Azure has more pages of the list (`nextLink`). */
  readonly hasMore: boolean
}

function vmsOf(vms: RecognisedVms['vms']): RecognisedVms {
  return { vms, unreadable: [], leftOut: 0, hasMore: false }
}

function recogniseList(list: readonly unknown[], hasMore: boolean): Result<RecognisedVms, PasteFailure<UnreadCode>> {
  const found = list.slice(0, listLimit).map((element, index) => {
    const object = objectOf(element)
    return { position: index + 1, paste: object === undefined ? null : recogniseObject(object) }
  })
  const vms = found.flatMap(({ position, paste }) => (paste === null ? [] : [{ position, paste }]))
  if (vms.length === 0) return fail({ code: 'not-a-vm' })
  const unreadable = found.flatMap(({ position, paste }) => (paste === null ? [position] : []))
  return ok({ vms, unreadable, leftOut: list.length - found.length, hasMore })
}

function recogniseJson(value: unknown): Result<RecognisedVms, PasteFailure<UnreadCode>> {
  if (isList(value)) return recogniseList(value, false)
  const object = objectOf(value)
  if (object === undefined) return fail({ code: 'not-a-vm' })
  const recognised = recogniseObject(object)
  if (recognised !== null) return ok(vmsOf([{ position: 1, paste: recognised }]))
  const page = fieldOf(object, 'value')
  return isList(page)
    ? recogniseList(page, (textOf(fieldOf(object, 'nextLink')) ?? '') !== '')
    : fail({ code: 'not-a-vm' })
}

/** The VMs of several values in one text, numbered through; values that are no answer stand beside them. */
function recogniseValues(values: readonly unknown[]): Result<RecognisedVms, PasteFailure<UnreadCode>> {
  const [first, ...rest] = values.flatMap((value) => {
    const found = recogniseJson(value)
    return found.ok ? [found.value] : []
  })
  if (first === undefined) return fail({ code: 'not-a-vm' })
  return ok(rest.reduce(joined, first))
}

function joined(one: RecognisedVms, other: RecognisedVms): RecognisedVms {
  const before = one.vms.length + one.unreadable.length + one.leftOut
  const vms = other.vms.map(({ position, paste }) => ({ position: before + position, paste }))
  const room = Math.max(0, listLimit - one.vms.length)
  return {
    vms: [...one.vms, ...vms.slice(0, room)],
    unreadable: [...one.unreadable, ...other.unreadable.map((position) => before + position)],
    leftOut: one.leftOut + other.leftOut + Math.max(0, vms.length - room),
    hasMore: one.hasMore || other.hasMore,
  }
}

const inputOf = {
  powershell: 'powershell',
  'az-dual-pass': 'az-encryption-show',
  xplat: 'xplat',
} as const satisfies Readonly<Record<NamedStatus['tool'], RecognisedPaste['input']>>

function ofStatuses(statuses: readonly NamedStatus[]): RecognisedVms {
  const read = statuses.slice(0, listLimit)
  const vms = read.map((status, index) => ({ position: index + 1, paste: { input: inputOf[status.tool], status } }))
  return { ...vmsOf(vms), leftOut: statuses.length - read.length }
}

/** The answer of the old command; its words count as another tool's, in any form. */
function recogniseXplat(text: string): RecognisedVms | null {
  const answer = withoutXplatMarks(text)
  const json = readJson(answer)
  const object = json.ok ? objectOf(json.value) : undefined
  const status = object === undefined ? null : readStatusObject(object)
  if (status !== null) return ofStatuses([{ ...status, tool: 'xplat' }])
  const list = asList(answer)
  if (!isStatusBlock(list)) return null
  return ofStatuses(readStatusBlocks(list).map((each) => ({ ...each, tool: 'xplat' as const })))
}

/** Text that is not JSON as a whole: lists and tables of names and values. */
function recogniseWords(text: string): RecognisedVms | null {
  const xplat = isXplatData(text) ? recogniseXplat(text) : null
  if (xplat !== null) return xplat
  if (isStatusBlock(text)) return ofStatuses(readStatusBlocks(text))
  const rows = readStatusTable(text)
  return rows.length === 0 ? null : ofStatuses(rows)
}

/** Whether a JSON value is an answer about a VM. */
export const isAnswer = (value: unknown): boolean => recogniseJson(value).ok

/** Whether JSON breaks off, or is damaged, behind the answers that are recognised in a text. */
export function breaksOffBehind(text: string): boolean {
  const plain = withoutColours(text.replace(/^\uFEFF/, '')).trim()
  if (!/^[[{]/.test(plain) && recogniseWords(plain) !== null) return false
  return readJsonValues(plain, isAnswer).ok && !readJsonValues(plain).ok
}

/** What a text says beside the answers that are recognised in it; the lines of those are left empty. */
export function besideAnswers(text: string): string {
  const plain = withoutColours(text.replace(/^\uFEFF/, ''))
  if (/^\s{0,64}[[{]/.test(plain) || recogniseWords(plain) === null) return besideJson(plain, isAnswer)
  if (isXplatData(plain) && recogniseXplat(plain) !== null) return withoutXplatLines(plain)
  return isStatusBlock(plain) ? besideStatusBlocks(plain) : besideStatusTable(plain)
}

/**
 * Recognises a pasted text about one VM or several: a list, a page of ARM's list, JSON Lines, or blocks of
 * `Get-AzVMDiskEncryptionStatus` one below the other. Takes any text; never throws.
 * @returns at least one VM
 */
export function recogniseVms(text: string): Result<RecognisedVms, PasteFailure<UnreadCode>> {
  if (text.length > pasteLimit) return fail({ code: 'too-large' })
  const trimmed = withoutColours(text.replace(/^\uFEFF/, '')).trim()
  if (trimmed === '') return fail({ code: 'empty' })
  const words = /^[[{]/.test(trimmed) ? null : recogniseWords(trimmed)
  if (words !== null) return ok(words)
  const values = readJsonValues(trimmed, isAnswer)
  return values.ok ? recogniseValues(values.value.map(({ value }) => value)) : values
}

/** The one VM of a text; a text with more than one is refused, so that no VM is judged instead of another. */
export function recognisePaste(text: string): Result<RecognisedPaste, PasteFailure> {
  const found = recogniseVms(text)
  if (!found.ok) return found
  const { vms, unreadable, leftOut } = found.value
  const [only] = vms
  if (only !== undefined && vms.length + unreadable.length + leftOut === 1) return ok(only.paste)
  return fail({ code: vms.length > 1 ? 'several-vms' : 'not-a-vm' })
}
