import 'server-only'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { withoutEmpty } from './environment'
import type { Program } from './variable-doc'
import { variableDocs } from './variable-docs'
import { ruleOf, variableShapes, type VariableName } from './variables'

/** One variable with its effective value in a process. */
export interface EffectiveVariable {
  readonly name: VariableName
  /** Null where no value applies, and for every secret. */
  readonly value: string | null
  readonly isSet: boolean
  readonly secret: boolean
}

function isName(text: string): text is VariableName {
  return Object.hasOwn(variableShapes, text)
}

/** The whole configuration of a program without its secrets. */
export function effectiveConfiguration(
  raw: Readonly<Record<string, string | undefined>>,
  program: Program,
): readonly EffectiveVariable[] {
  const variables = withoutEmpty(raw)
  return Object.keys(variableShapes)
    .filter(isName)
    .filter((name) => variableDocs[name].readBy.includes(program))
    .map((name) => {
      const { secret } = variableDocs[name]
      const given = variables[name]
      const value = secret ? null : (given ?? ruleOf(name).fallback)
      return { name, value, isSet: given !== undefined, secret }
    })
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Whether a variable has one value in a deployment; also one that an older version knew. */
export function isShared({ name }: { readonly name: string }): boolean {
  return !isName(name) || variableDocs[name].ofProcess !== true
}

/**
 * A fingerprint of the configuration, by variable, without those that processes of one deployment differ in on purpose.
 * For a secret it contains only whether it is set, because the hash of
 * a weak secret could be guessed. For the webhooks' file its content counts; its secrets have at least 24 random bytes.
 */
export function configurationMarks(variables: readonly EffectiveVariable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    variables.filter(isShared).map(({ name, value, isSet, secret }) => {
      const content = name === 'SEALWATCH_WEBHOOKS_FILE' && value !== null ? contentOf(value) : ''
      return [name, secret ? String(isSet) : short(`${value ?? ''}\n${content}`)]
    }),
  )
}
