import 'server-only'
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { typed } from '@/lib/cli/command-line'
import { cloudHosts } from '@/lib/config/clouds'
import { languages, type Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import type { Bundle } from '@/lib/setup/bundle/read'
import { compareFiles, comparisonAsJson, obstacleOf, type FleetInFile } from '@/lib/views/fleet-difference'
import { prepareEnvironment } from '../environment'
import { callerOf } from '../identity'
import { parseLocal } from '../options'
import type { Terminal } from '../serve'
import { comparisonAsText } from './comparison-text'
import { readBundleFile } from './file'
import { fileIdentity } from './identity'
import { loadRows } from './load-rows'
import { replayTransport } from './replay'

const compareUsage = `Usage: ${typed('compare')} BEFORE AFTER [--json] [--language en|ja]

Compares two files of ${typed('bundle')} of the same tenant: how many VMs have each state, and which VMs changed. A VM that
one file does not contain is new or gone only where that file lists all VMs of its subscription. Redacted files are
refused: each has other hashes. Nothing is read from Azure.

--json       prints every VM as JSON
--language   language of the text (default en)
--help       shows this

Exit code: 0 compared, 1 a file is refused or they cannot be compared (the terminal says why), 2 wrong arguments.
`

interface CompareOptions {
  readonly files: readonly [string, string]
  readonly json: boolean
  readonly language: Language
}

type ParsedCompare =
  | { readonly kind: 'run'; readonly options: CompareOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage'; readonly wrong: string }

function parseCompare(args: readonly string[]): ParsedCompare {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    const [before, after, third] = positionals
    if (before === undefined || after === undefined) return { kind: 'usage', wrong: 'BEFORE and AFTER are needed' }
    if (third !== undefined) return { kind: 'usage', wrong: `${third}: only two files are taken` }
    const language = languages.find((each) => each === values.language)
    if (language === undefined)
      return { kind: 'usage', wrong: `--language ${values.language}: not one of ${languages.join(', ')}` }
    return { kind: 'run', options: { files: [before, after], json: values.json, language } }
  } catch (error) {
    return { kind: 'usage', wrong: error instanceof Error ? error.message : String(error) }
  }
}

/** The rows of a file, as the dashboard that opens it shows them. Two files are loaded one after the other. */
export async function fleetIn(bundle: Bundle): Promise<FleetInFile> {
  const { header } = bundle
  globalThis.sealwatchTransport = replayTransport(bundle)
  globalThis.sealwatchMoment = Date.parse(header.takenAt)
  // Another person for each file: what was read of one counts for no other.
  const person = { cloud: header.cloud, tenantId: header.tenantId, objectId: randomUUID() }
  globalThis.sealwatchIdentity = fileIdentity(person)
  try {
    return await loadRows(callerOf(person), null, new AbortController().signal)
  } finally {
    globalThis.sealwatchTransport = undefined
    globalThis.sealwatchMoment = undefined
    globalThis.sealwatchIdentity = undefined
  }
}

async function run({ files, json, language }: CompareOptions, terminal: Terminal): Promise<0 | 1> {
  const texts = messages[language].local
  const bundles: Bundle[] = []
  for (const file of files) {
    const read = await readBundleFile(file)
    if (!read.ok) {
      terminal.complain(`${fill(texts.bundle.refused[read.failure.code], { file })}\n`)
      return 1
    }
    bundles.push(read.value)
  }
  const [before, after] = bundles
  if (before === undefined || after === undefined) return 1
  const obstacle = obstacleOf(before.header, after.header)
  if (obstacle !== null) {
    terminal.complain(`${texts.compare.obstacle[obstacle]}\n`)
    return 1
  }
  const { cloud, tenantId, armEndpoint } = before.header
  const local = parseLocal(['--no-history'])
  if (local.kind === 'run') prepareEnvironment(local.options)
  globalThis.sealwatchLocalDeployment = {
    ...{ cloud, tenantId, armEndpoint },
    authorityHost: cloudHosts[cloud].authorityHost,
  }
  const sideOf = (file: string, { header }: Bundle) => ({ name: basename(file), takenAt: header.takenAt })
  const old = await fleetIn(before)
  const compared = compareFiles([sideOf(files[0], before), old], [sideOf(files[1], after), await fleetIn(after)])
  terminal.print(json ? comparisonAsJson(compared) : comparisonAsText(compared, language))
  return 0
}

/** Runs `compare` and returns its exit code. */
export async function runCompare(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const parsed = parseCompare(args)
  if (parsed.kind === 'help') {
    terminal.print(compareUsage)
    return 0
  }
  if (parsed.kind === 'usage') {
    terminal.complain(`${parsed.wrong}\n\n${compareUsage}`)
    return 2
  }
  return run(parsed.options, terminal)
}
