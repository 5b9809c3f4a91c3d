import 'server-only'
import type * as z from 'zod'

/** One wrong variable and what it should be. Never contains the value, which may be a secret. */
export interface ConfigProblem {
  readonly variable: string
  readonly message: string
}

type Issue = z.core.$ZodIssue

/** What a value has at a path; undefined where it has nothing there. */
const valueAt = (path: readonly PropertyKey[], value: unknown): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : null),
    value,
  )

const counted = (origin: string): string => (origin === 'number' || origin === 'int' ? 'be' : 'have')

/** The rule that a value breaks, in words of its own: those of the schema's library speak of types and input. */
export function ruleOf(issue: Issue, whole: unknown): string {
  if (valueAt(issue.path, whole) === undefined) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected === 'record' ? 'an object' : `a value of type ${issue.expected}`}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `has unknown fields: ${issue.keys.join(', ')}`
    case 'too_small':
      return issue.message.startsWith('must ')
        ? issue.message
        : `must ${counted(issue.origin)} at least ${issue.minimum}`
    case 'too_big':
      return issue.message.startsWith('must ')
        ? issue.message
        : `must ${counted(issue.origin)} at most ${issue.maximum}`
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join('; ')
    case 'invalid_union':
      return 'has none of the allowed forms'
    default:
      return issue.message
  }
}

/** The problems that a schema found, one per variable; an absent variable is reported as missing. */
export function problemsOf(issues: readonly Issue[], variables: Readonly<Record<string, string>>): ConfigProblem[] {
  const problems = new Map<string, ConfigProblem>()
  for (const issue of issues) {
    const variable = String(issue.path[0] ?? 'environment')
    const message = ruleOf(issue, variables)
    if (!problems.has(variable)) problems.set(variable, { variable, message })
  }
  return [...problems.values()]
}

/** Thrown once, at start, with every wrong variable. The message contains names and rules, never values. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable}: ${message}`)
    super(`Sealwatch cannot start: the environment is wrong.\n${lines.join('\n')}`)
    this.name = 'ConfigurationError'
  }
}
