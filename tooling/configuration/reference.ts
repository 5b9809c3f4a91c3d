import type { VariableDoc } from '@/lib/config/variable-doc'
import { variableDocs } from '@/lib/config/variable-docs'
import { ruleOf, variableShapes, type VariableName } from '@/lib/config/variables'

/** Path of the reference, from the top of the project. */
export const referencePath = 'docs/configuration.md'

const headings: Readonly<Record<VariableDoc['group'], string>> = {
  'sign-in': 'Sign-in',
  azure: 'Azure',
  history: 'History',
  sharing: 'Notifications and share links',
  operating: 'Operating',
  telemetry: 'OpenTelemetry',
}

const intro = `# Configuration

Every variable that Sealwatch reads, generated from the schemas that parse them by \`npm run docs:configuration\`; a test keeps it
true. An empty variable counts as not set. A wrong one ends the start with a message that names every wrong variable and
no value. A name that is misspelt or in lower case ends the start, too (\`SEALWATCH_TENNANT\`, \`DATABSE_URL\`); one like a variable of
OpenTelemetry is a warning in the log (\`variable-ignored\`). *Read by*: \`server\` is \`npm run start\`, \`collector\` is \`npm run collect\`, \`store\` is \`npm run store\`.
`

function isName(text: string): text is VariableName {
  return Object.hasOwn(variableShapes, text)
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``)
/** A pipe would end the table cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

function fallbackOf(name: VariableName): string {
  const { required, fallback } = ruleOf(name)
  if (required) return '**required**'
  return fallback === null ? (variableDocs[name].otherwise ?? '–') : code(fallback)
}

function valuesOf(name: VariableName): string {
  const { choices, limits } = ruleOf(name)
  if (choices !== null) return ` (${choices.map(code).join(', ')})`
  return limits === null ? '' : ` (${limits.join(' to ')})`
}

function row(name: VariableName): string {
  const { meaning, example, secret, readBy } = variableDocs[name]
  const cells = [
    code(name),
    `${meaning}${valuesOf(name)}`,
    fallbackOf(name),
    code(example),
    secret ? 'yes' : 'no',
    readBy.join(', '),
  ]
  return `| ${cells.map(cell).join(' | ')} |`
}

/** The whole reference as Markdown. */
export function configurationReference(): string {
  const names = Object.keys(variableDocs).filter(isName)
  const parts = Object.entries(headings).map(([group, heading]) => {
    const rows = names.filter((name) => variableDocs[name].group === group).map(row)
    return `\n## ${heading}\n\n| Variable | Meaning | Default | Example | Secret | Read by |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `${intro}${parts.join('')}`
}
