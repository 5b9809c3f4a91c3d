import * as z from 'zod'

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const
const answerSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.enum(severities) })),
})

/** The registry's known vulnerabilities. A missing answer does not mean "none". */
export type Audit =
  | { readonly kind: 'answered'; readonly severe: readonly string[]; readonly others: readonly string[] }
  | { readonly kind: 'not-answered'; readonly why: string }

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}

/**
 * Parses the output of `npm audit --json`. Severe ones are high and critical.
 * Source: https://docs.npmjs.com/cli/v11/commands/npm-audit
 */
export function readAudit(output: string): Audit {
  const json = jsonOf(output)
  const answer = answerSchema.safeParse(json)
  if (!answer.success) {
    const said = z.object({ message: z.string() }).safeParse(json)
    return { kind: 'not-answered', why: said.success ? said.data.message : 'no report came' }
  }
  const found = Object.entries(answer.data.vulnerabilities).map(([name, { severity }]) => ({ name, severity }))
  const written = ({ name, severity }: (typeof found)[number]) => `${name}: ${severity}`
  const isSevere = ({ severity }: (typeof found)[number]) => severity === 'high' || severity === 'critical'
  return {
    kind: 'answered',
    severe: found.filter(isSevere).map(written),
    others: found.filter((each) => !isSevere(each)).map(written),
  }
}
