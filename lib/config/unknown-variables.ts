import 'server-only'
import MiniSearch from 'minisearch'
import { withoutEmpty } from './environment'
import { ConfigurationError } from './problems'
import { variableShapes } from './variables'

const prefix = 'SEALWATCH_'

/** Variables of this project's tools, tests and templates: a program that these start inherits them. */
const toolVariables = [
  'ADDRESS',
  'API_IDENTITY_PRINCIPAL_ID',
  'BENCH_PORT',
  'BUILD',
  'CHROMIUM',
  'COVERAGE',
  'FUZZ_SEED',
  'KILL_ROUNDS',
  'MUTANTS_MODULE',
  'NAME',
  'REPORT',
  'SCRIPT_LINES',
  'SEED',
  'SHARED',
  'TESTS',
  'TEST_PORT',
  'TOKEN_EXCHANGE_AUDIENCE',
].map((name) => prefix + name)

/**
 * Kubernetes describes each service of a namespace to its containers, also services whose names begin with this product's.
 * Source: https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
function isOfKubernetes(name: string): boolean {
  return (
    /_(?:SERVICE_HOST|PORT)$/.test(name) ||
    name.includes('_SERVICE_PORT_') ||
    /_PORT_\d{1,5}_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?$/.test(name)
  )
}

/** The variable of this beginning whose name is most like this one, apart from what all begin with; null where none is. */
function nearest(name: string, beginning: string, mostLetters: number): string | null {
  const names = new MiniSearch<{ readonly id: string }>({
    fields: ['id'],
    tokenize: (text) => [text.slice(beginning.length)],
  })
  names.addAll(
    Object.keys(variableShapes)
      .filter((id) => id.startsWith(beginning))
      .map((id) => ({ id })),
  )
  const own = name.slice(beginning.length)
  // At most half of the letters may differ: `FOO` is not like `CLOUD`.
  const fuzzy = Math.min(mostLetters, Math.round(own.length / 2))
  const found: unknown = names.search(own, { fuzzy, tokenize: (text) => [text] })[0]?.id
  return typeof found === 'string' ? found : null
}

const address = 'DATABASE_URL'
const ordered = (text: string): string => Array.from(text).sort().join('')

/** Whether this is the database's address with one letter wrong, or with letters in another order: `DATABASE_SSL` is not. */
const isLikeAddress = (upper: string): boolean =>
  nearest(upper, address.slice(0, 1), 1) === address || ordered(upper) === ordered(address)

/** The names that are set, in upper case where letters' case makes another variable: on Windows it does not. */
function namesIn(raw: Readonly<Record<string, string | undefined>>) {
  const exact = process.platform !== 'win32'
  return Object.keys(withoutEmpty(raw)).map((name) => ({
    name: exact ? name : name.toUpperCase(),
    upper: name.toUpperCase(),
  }))
}

const otelPrefix = 'OTEL_'

/**
 * Variables of OpenTelemetry that are spelt nearly as one that Sealwatch reads. They do not end the start, because its
 * libraries know more variables than these.
 */
export function misspeltTelemetry(
  raw: Readonly<Record<string, string | undefined>> = process.env,
): readonly { readonly variable: string; readonly meant: string }[] {
  return namesIn(raw).flatMap(({ name, upper }) => {
    if (!upper.startsWith(otelPrefix) || name in variableShapes) return []
    const meant = nearest(upper, otelPrefix, 2)
    return meant === null ? [] : [{ variable: name, meant }]
  })
}

/**
 * What an environment file left in a value: a shell keeps the line end of Windows in it, and Docker keeps quotes. A secret with them is
 * refused by Entra alone, and much later.
 */
function leftIn(value: string): string | null {
  if (value.endsWith('\r')) return 'ends with a carriage return: save the environment file with line ends of Unix (LF)'
  const first = value.trim().at(0)
  const isQuoted = value.trim().length > 1 && (first === '"' || first === "'") && value.trim().at(-1) === first
  return isQuoted ? 'is in quotes, which are a part of the value here: remove them' : null
}

/**
 * Refuses variables that begin as this product's and that no program reads: a misspelt one would be ignored, and its default
 * would apply. So would SQLite's for a misspelt `DATABASE_URL`. Refuses values too that have more than was meant.
 * @throws ConfigurationError naming each, with the variable that was probably meant, never with a value
 */
export function checkVariableNames(raw: Readonly<Record<string, string | undefined>> = process.env): void {
  const known = new Set([...Object.keys(variableShapes), ...toolVariables])
  const names = namesIn(raw)
  const hasAddress = names.some(({ name }) => name === address)
  const unknown = names.filter(({ name, upper }) => {
    if (known.has(name) || isOfKubernetes(name)) return false
    return upper.startsWith(prefix) || (!hasAddress && isLikeAddress(upper))
  })
  const misspelt = unknown.map(({ name: variable, upper }) => {
    const meant = upper.startsWith(prefix) ? nearest(upper, prefix, 4) : address
    return { variable, message: `is no variable of Sealwatch${meant === null ? '' : `; did you mean ${meant}?`}` }
  })
  const spoilt = Object.entries(withoutEmpty(raw)).flatMap(([variable, value]) => {
    const message = variable.startsWith(prefix) || variable === address ? leftIn(value) : null
    return message === null ? [] : [{ variable, message }]
  })
  if (misspelt.length + spoilt.length > 0) throw new ConfigurationError([...misspelt, ...spoilt])
}
