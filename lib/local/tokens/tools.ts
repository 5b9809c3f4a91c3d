import 'server-only'
import { runAz } from '@/lib/cli/azure/run-az'
import type { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import { canOpenBrowser, openBrowser } from '../open-browser'
import type { LocalOptions } from '../options'
import { azureCliTool } from './azure-cli'
import { ownSignIn } from './own-sign-in'
import { powerShellTool } from './powershell'
import type { TokenTool } from './tool'

export type TerminalTexts = (typeof messages)['en']['local']['terminal']

/** The tools that the options allow, in the order in which they are tried. */
export function toolsOf(
  { credential, open }: LocalOptions,
  texts: TerminalTexts,
  print: (text: string) => void,
): readonly TokenTool[] {
  const prompt = {
    showCode: ({ code, address }: { readonly code: string; readonly address: string }) =>
      print(`${fill(texts.code, { code, address })}\n`),
    openBrowser: async (address: string) => {
      print(`${texts.withBrowser}\n`)
      await openBrowser(address)
    },
  }
  const powerShell = async () => {
    const { AzurePowerShellCredential } = await import('@azure/identity')
    return new AzurePowerShellCredential({ additionallyAllowedTenants: ['*'] })
  }
  const tools = [
    azureCliTool(runAz()),
    powerShellTool(powerShell),
    ownSignIn('browser', prompt),
    ownSignIn('device-code', prompt),
  ]
  if (credential !== null) return tools.filter(({ name }) => name === credential)
  const last = open && canOpenBrowser(process.platform, process.env) ? 'browser' : 'device-code'
  return tools.filter(({ name }) => (name !== 'browser' && name !== 'device-code' ? true : name === last))
}
