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

/** The variable whose name is most like this one, apart from what all begin with; null where none is. */
function nearest(name: string): string | null {
  const names = new MiniSearch<{ readonly id: string }>({
    fields: ['id'],
    tokenize: (text) => [text.slice(prefix.length)],
  })
  names.addAll(
    Object.keys(variableShapes)
      .filter((id) => id.startsWith(prefix))
      .map((id) => ({ id })),
  )
  const own = name.slice(prefix.length)
  // Half of the letters may differ, and never more than four: `FOO` is not like `CLOUD`.
  const fuzzy = Math.min(4, Math.round(own.length / 2))
  const found: unknown = names.search(own, { fuzzy, tokenize: (text) => [text] })[0]?.id
  return typeof found === 'string' ? found : null
}

/**
 * Refuses variables that begin as this product's and that no program reads: a misspelt one would be ignored, and its default
 * would apply.
 * @throws ConfigurationError naming each, with the variable that was probably meant, never with a value
 */
export function checkVariableNames(raw: Readonly<Record<string, string | undefined>> = process.env): void {
  const known = new Set([...Object.keys(variableShapes), ...toolVariables])
  const unknown = Object.keys(withoutEmpty(raw)).filter(
    (name) => name.startsWith(prefix) && !known.has(name) && !isOfKubernetes(name),
  )
  if (unknown.length === 0) return
  throw new ConfigurationError(
    unknown.map((variable) => {
      const meant = nearest(variable)
      return { variable, message: `is no variable of Sealwatch${meant === null ? '' : `; did you mean ${meant}?`}` }
    }),
  )
}
