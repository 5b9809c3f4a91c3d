import 'server-only'

/** One wrong variable and what it should be. Never contains the value, which may be a secret. */
export interface ConfigProblem {
  readonly variable: string
  readonly message: string
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** The problems that a schema found, one per variable; an absent variable is reported as missing. */
export function problemsOf(issues: readonly Issue[], variables: Readonly<Record<string, string>>): ConfigProblem[] {
  const problems = new Map<string, ConfigProblem>()
  for (const issue of issues) {
    const variable = String(issue.path[0] ?? 'environment')
    const message = variables[variable] === undefined ? 'is missing' : issue.message
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
