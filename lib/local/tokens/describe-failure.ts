import 'server-only'
import type { LocalSource } from '@/lib/contract/local-session'
import type { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import type { LocalOptions } from '../options'
import { cloudCommand } from './azure-cli'
import type { ChoiceFailure, TriedTool } from './choose'
import { placeIn } from './powershell'
import type { ToolFailure } from './tool'

type Texts = (typeof messages)['en']['local']['terminal']

/** The tools' own names, the same in every language. */
const toolNames: Readonly<Record<LocalSource, string>> = {
  'azure-cli': 'azure-cli',
  powershell: 'Azure PowerShell',
  browser: 'Browser',
  'device-code': 'Device code',
  file: 'File',
}

const sentences: Readonly<Record<ToolFailure['code'], 'missing' | 'signedOut' | 'unreachable' | 'failed'>> = {
  missing: 'missing',
  'signed-out': 'signedOut',
  unreachable: 'unreachable',
  failed: 'failed',
}

function lineOf({ tool, failure, place }: TriedTool, options: LocalOptions, texts: Texts): string {
  const command = tool.command({
    place: place ?? placeIn(options.cloud ?? 'public'),
    tenantId: options.tenantId,
    claims: null,
  })
  const code = failure.entraCode ?? ''
  return fill(texts[sentences[failure.code]], { tool: toolNames[tool.name], code, command }).replace('  ', ' ')
}

/** Why no tool gave a token, a line for each that was tried, with the command that mends it. */
export function describeFailure(failure: ChoiceFailure, options: LocalOptions, texts: Texts): string {
  if (failure.kind === 'none') {
    const lines = failure.tried.map((tried) => `  ${lineOf(tried, options, texts)}\n`)
    return `${texts.nothing}\n${lines.join('')}`
  }
  const wanted = options.cloud ?? failure.cloud
  const tool = toolNames[failure.tool]
  return `${fill(texts.otherCloud, { tool, found: failure.cloud, wanted, command: cloudCommand(wanted) })}\n`
}
