import { redact } from '@/lib/messages/report/redact'
import type { Exchange } from './exchange'
import { placesOfAnswer, placesOfRequest, type Places } from './redact-places'
import { isAdeSetting, isAdeWord, isAzureCode, isAzureWord, isPlainHeader, isPlainParameter } from './redact-words'

/** A keyed hash in hexadecimal, at least 32 digits. Its key is discarded, so that no value can be looked up. */
export type Hash = (text: string) => string

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const onlyGuid = new RegExp(`^${guid.source}$`, 'i')
const isoTime = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/
const armId = /^\/?(?:subscriptions|providers)\//i
const url = /^https?:\/\//i
/** Names that Azure gives, and that the product depends on. */
const knownNames: ReadonlySet<string> = new Set(
  ['AzureDiskEncryption', 'AzureDiskEncryptionForLinux', 'default', 'current', 'EncryptionAtHost'].map((name) =>
    name.toLowerCase(),
  ),
)
/** The extension's own words for a volume. */
const reportWords: ReadonlySet<string> = new Set(
  [
    'Encrypted',
    'NotEncrypted',
    'EncryptionInProgress',
    'DecryptionInProgress',
    'VMRestartPending',
    'NotMounted',
    'Unknown',
  ].map((word) => word.toLowerCase()),
)
/** Fields that always contain a name chosen by the customer. */
const nameFields: ReadonlySet<string> = new Set(['computername', 'adminusername', 'displayname'])
/** Beside one of these, `name` is the name of a resource or of a disk. */
const besideNames = ['id', 'vhd', 'managedDisk', 'lun', 'encryptionSettings', 'statuses']
/**
 * Free text that a verdict depends on: the extension's report. It is kept as far as the redaction of messages allows.
 */
const reportPath = /^(?:value\.\[\]\.)?properties\.instanceview\.extensions\.\[\]\.(?:sub)?statuses\.\[\]\.message$/
/** An extension's public settings, of which only those of Azure Disk Encryption are known. */
const settingsPath = /^(?:value\.\[\]\.)?(?:resources\.\[\]\.)?properties\.settings$|^data\.\[\]\.settings$/
/** Maps whose keys the customer chooses. */
const emptied: ReadonlySet<string> = new Set(['tags', 'userassignedidentities', 'metadata'])
const secretVersion = /^[0-9a-f]{32}$/i

const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Redacts exchanges consistently: one name has the same stand-in everywhere. */
export class ExchangeRedactor {
  readonly #names = new Set<string>()
  /** Versions of extensions: they have the form of an address and stay. */
  readonly #versions = new Set<string>()

  constructor(private readonly hash: Hash) {}

  /**
   * Collects the names from their fields, so that they are also found inside texts. Call it for all exchanges before
   * any `redact`.
   */
  learn({ url: address, requestBody, body }: Exchange): void {
    this.#learnPath(URL.canParse(address) ? new URL(address).pathname : address)
    this.#learnValue('', requestBody)
    this.#learnValue('', body)
  }

  redact(exchange: Exchange): Exchange {
    const headers = Object.entries(exchange.headers).filter(([name, value]) => isPlainHeader(name, value))
    return {
      method: exchange.method,
      url: this.#address(exchange.url),
      requestBody: this.#value(placesOfRequest(), '', exchange.requestBody),
      status: exchange.status,
      headers: Object.fromEntries(headers),
      body: this.#value(placesOfAnswer(exchange), '', exchange.body),
    }
  }

  #learnName(name: string): void {
    const lower = name.toLowerCase()
    if (name.length >= 3 && !onlyGuid.test(name) && !knownNames.has(lower) && !reportWords.has(lower))
      this.#names.add(name)
  }

  #learnPath(path: string): void {
    for (const [name, isName] of segmentsOf(decoded(path))) if (isName) this.#learnName(name)
  }

  #learnValue(field: string, value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.#learnValue(field, each)
    else if (isObject(value)) {
      const isNamed = besideNames.some((each) => Object.hasOwn(value, each))
      for (const [name, each] of Object.entries(value))
        this.#learnValue(name === 'name' && isNamed ? 'displayName' : name, each)
    } else if (typeof value === 'string' && /^typeHandlerVersion$/i.test(field)) this.#versions.add(value)
    else if (typeof value === 'string' && armId.test(value)) this.#learnPath(value)
    else if (typeof value === 'string' && url.test(value)) this.#learnAddress(value)
    else if (typeof value === 'string' && nameFields.has(field.toLowerCase())) this.#learnName(value)
  }

  #learnAddress(address: string): void {
    if (!URL.canParse(address)) return
    const { hostname, pathname } = new URL(address)
    this.#learnName(hostname.split('.')[0] ?? '')
    for (const part of pathname.split('/').slice(2)) this.#learnName(part)
  }

  #guid(text: string): string {
    const digits = this.hash(text.toLowerCase())
    return [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `8${digits.slice(17, 20)}`,
      digits.slice(20, 32),
    ].join('-')
  }

  #name(text: string): string {
    if (text === '' || knownNames.has(text.toLowerCase())) return text
    return onlyGuid.test(text) ? this.#guid(text) : `n${this.hash(text.toLowerCase()).slice(0, 10)}`
  }

  #path(path: string): string {
    return segmentsOf(decoded(path))
      .map(([segment, isName]) => (isName ? this.#name(segment) : segment))
      .join('/')
  }

  /**
   * Hosts of vaults keep their suffix, which shows cloud and kind to the product. Query strings are removed, with their
   * signatures.
   */
  #address(address: string): string {
    if (!URL.canParse(address)) return this.#name(address)
    const { protocol, hostname, pathname, searchParams } = new URL(address)
    const [, ending] = /^[^.]+\.((?:vault|managedhsm)\.[\w.-]+)$/i.exec(hostname) ?? []
    const isArm = armId.test(pathname) || /^\/subscriptions$/i.test(pathname)
    const host = isArm ? 'management.invalid' : `${this.#name(hostname.split('.')[0] ?? '')}.${ending ?? 'invalid'}`
    const [, kind = '', ...parts] = pathname.split('/')
    const keptKind = /^(?:secrets|keys)$/i.test(kind) ? kind : this.#name(kind)
    const path = isArm ? this.#path(pathname) : ['', keptKind, ...parts.map((part) => this.#secretPart(part))].join('/')
    const query = [...searchParams].flatMap(([name, value]) =>
      isPlainParameter(name, value) ? [`${name}=${encodeURIComponent(value)}`] : [],
    )
    return `${protocol}//${host}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`
  }

  /** Names and versions of secrets and keys; a version keeps its form, by which messages are recognised. */
  #secretPart(part: string): string {
    return secretVersion.test(part) ? this.hash(part.toLowerCase()).slice(0, 32) : this.#name(part)
  }

  /** Whether a name is among the words of a text. */
  #holdsName(text: string): boolean {
    const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}_.-]+/u))
    return [...this.#names].some((name) => words.has(name.toLowerCase()))
  }

  #ids(text: string): string {
    const hidden = text.replace(/\/(?:subscriptions|providers)\/[^\s'"<>,;)\]]+/gi, (id) => this.#path(id))
    return hidden.replace(guid, (found) => this.#guid(found))
  }

  /** The extension's report: the words of a volume where it is JSON, otherwise a text. */
  #report(text: string): string {
    const object = jsonObject(text)
    if (object !== null) return JSON.stringify(this.#reportObject(object))
    const version = [...this.#versions].find((each) => text.includes(each)) ?? null
    return redact(this.#ids(text), [...this.#names], version).text
  }

  #reportObject(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const entry = ([key, value]: [string, unknown]): [string, unknown] =>
      /^(?:os|data)$/i.test(key) ? [key, this.#hidden(value)] : [this.#name(key), this.#hidden(value)]
    return Object.fromEntries(Object.entries(object).map(entry))
  }

  /** A text at an unknown place: only its form is kept. */
  #formOnly(text: string): string {
    if (text === '' || isoTime.test(text) || reportWords.has(text.toLowerCase())) return text
    if (onlyGuid.test(text)) return this.#guid(text)
    if (armId.test(text)) return this.#path(text)
    return url.test(text) ? this.#address(text) : this.#name(text)
  }

  #string(path: string, text: string): string {
    const form = this.#formOnly(text)
    // A message with a secret's URL alone is an answer of dual pass.
    if (reportPath.test(path) && !url.test(text)) return this.#report(text)
    // The text of a query is the product's own, except for the ids in it.
    if (path === 'query') return this.#ids(text)
    const field =
      path
        .replace(/\.\[\]$/, '')
        .split('.')
        .at(-1) ?? ''
    const isCode = /(?:^|\.)(?:error\.)?(?:details\.\[\]\.)?code$/.test(path) && !path.includes('statuses')
    if (!(isCode && isAzureCode(text)) && !isAzureWord(field, text)) return form
    return this.#holdsName(text) ? this.#name(text) : text
  }

  /** A part that the customer fills freely: neither its keys nor its values are kept. */
  #hidden(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#hidden(each))
    if (typeof value === 'string') return this.#formOnly(value)
    if (typeof value === 'number') return 0
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [this.#name(key), this.#hidden(each)]))
  }

  #settings(settings: Readonly<Record<string, unknown>>): unknown {
    const entry = ([key, value]: [string, unknown]): [string, unknown] => {
      if (!isAdeSetting(key)) return [this.#name(key), this.#hidden(value)]
      const isWord = (typeof value === 'string' || typeof value === 'number') && isAdeWord(key, String(value))
      return [key, isWord ? value : this.#hidden(value)]
    }
    return Object.fromEntries(Object.entries(settings).map(entry))
  }

  #value(places: Places, path: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#value(places, `${path}.[]`, each))
    if (typeof value === 'string') return path === '' ? this.#formOnly(value) : this.#string(path, value)
    if (!isObject(value)) return value
    const entry = ([key, each]: [string, unknown]): [string, unknown] => {
      const place = `${path === '' ? '' : `${path}.`}${key.toLowerCase()}`
      if (!places.has(place)) return [this.#name(key), this.#hidden(each)]
      if (emptied.has(key.toLowerCase()) && isObject(each)) return [key, {}]
      if (settingsPath.test(place) && isObject(each)) return [key, this.#settings(each)]
      return [key, places.hasBelow(place) || !isContainer(each) ? this.#value(places, place, each) : this.#hidden(each)]
    }
    return Object.fromEntries(Object.entries(value).map(entry))
  }
}

/** The object of a message in JSON, as the extension's sub-status is; null for any other text. */
function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.trimStart().startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The segments of an ARM path, each with whether the customer chose it. Keywords and names alternate: `subscriptions/{id}`,
 * `resourceGroups/{name}`, `providers/{namespace}/{type}/{name}/{type}/{name}`.
 * Source: https://learn.microsoft.com/rest/api/resources/resources/get-by-id
 */
function segmentsOf(path: string): readonly (readonly [segment: string, isName: boolean])[] {
  let expects: 'word' | 'name' | 'namespace' = 'word'
  return path.split('/').map((segment, index): readonly [string, boolean] => {
    if (segment === '' && index === 0) return [segment, false]
    if (expects === 'namespace') {
      expects = 'word'
      return [segment, !/^[A-Z]\w{1,40}(?:\.\w{1,40}){0,4}$/i.test(segment)]
    }
    if (expects === 'name') {
      expects = 'word'
      return [segment, true]
    }
    expects = /^providers$/i.test(segment) ? 'namespace' : 'name'
    return [segment, !/^[A-Za-z]{1,60}$/.test(segment)]
  })
}
