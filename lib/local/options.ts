import 'server-only'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { typed } from '@/lib/cli/command-line'
import { cloudNames, type CloudName } from '@/lib/config/clouds'
import { signInTools, type SignInTool } from '@/lib/contract/local-session'
import { languages, type Language } from '@/lib/i18n/languages'

export interface LocalOptions {
  readonly credential: SignInTool | null
  readonly tenantId: string | null
  readonly cloud: CloudName | null
  readonly port: number
  readonly open: boolean
  readonly history: boolean
  /** Whether the timelines are continued while the program runs, also without an open page. */
  readonly collect: boolean
  readonly dataFolder: string | null
  readonly language: Language
}

export type ParsedLocal =
  | { readonly kind: 'run'; readonly options: LocalOptions }
  | { readonly kind: 'help' }
  /** `wrong` says what of the command line is not understood. */
  | { readonly kind: 'usage'; readonly wrong: string }

export const localUsage = `Usage: ${typed('local')} [options]

Shows your own Azure with your own rights, on this machine only. It reads and changes nothing. The sign-in is the one of
azure-cli (az login), of Azure PowerShell (Connect-AzAccount), or one in the browser; nothing has to be registered.

--credential NAME    where tokens come from: ${signInTools.join(', ')}; default: the first that is signed in
--tenant ID          tenant to show (a GUID); default: the one that the sign-in uses
--cloud NAME         ${cloudNames.join(', ')}; default: the cloud of the sign-in
--no-browser         opens no browser; a sign-in of the program itself then uses a device code
--no-history         stores nothing on this machine
--collect            reads the VMs in the background while it runs, so that their timelines have no gaps
--data-dir FOLDER    where the history is stored; default: your data folder
--port N             port on 127.0.0.1; default: a free one
--language en|ja     language of the words in the terminal (default en)
--help               shows this

Exit code: 0 ended, 1 not signed in or not started, 2 wrong arguments.
`

const oneOf = <T extends string>(names: readonly T[], text: string): T | undefined =>
  names.find((name) => name === text)
const usage = (wrong: string): ParsedLocal => ({ kind: 'usage', wrong })
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

interface Values {
  readonly credential?: string | undefined
  readonly tenant?: string | undefined
  readonly cloud?: string | undefined
  readonly port: string
  readonly language: string
  readonly collect: boolean
  readonly 'no-history': boolean
}

function wrongIn({ credential, tenant, cloud, port, language, ...values }: Values): string | null {
  if (credential !== undefined && oneOf(signInTools, credential) === undefined)
    return `--credential ${credential}: not one of ${signInTools.join(', ')}`
  if (tenant !== undefined && !guid.test(tenant)) return `--tenant ${tenant}: not the id (a GUID) of a tenant`
  if (cloud !== undefined && oneOf(cloudNames, cloud) === undefined)
    return `--cloud ${cloud}: not one of ${cloudNames.join(', ')}`
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return `--port ${port}: not a port`
  if (oneOf(languages, language) === undefined) return `--language ${language}: not one of ${languages.join(', ')}`
  if (values.collect && values['no-history']) return '--collect stores a history: leave out --no-history'
  return null
}

/** Reads the command line. Every unknown argument is a usage error, never ignored. */
export function parseLocal(args: readonly string[]): ParsedLocal {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        credential: { type: 'string' },
        tenant: { type: 'string' },
        cloud: { type: 'string' },
        port: { type: 'string', default: '0' },
        'data-dir': { type: 'string' },
        'no-browser': { type: 'boolean', default: false },
        'no-history': { type: 'boolean', default: false },
        collect: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    const wrong = wrongIn(values)
    if (wrong !== null) return usage(wrong)
    return {
      kind: 'run',
      options: {
        credential: oneOf(signInTools, values.credential ?? '') ?? null,
        tenantId: values.tenant?.toLowerCase() ?? null,
        cloud: oneOf(cloudNames, values.cloud ?? '') ?? null,
        port: Number(values.port),
        open: !values['no-browser'],
        history: !values['no-history'],
        collect: values.collect,
        dataFolder: values['data-dir'] ?? null,
        language: oneOf(languages, values.language) ?? 'en',
      },
    }
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error))
  }
}

/** The folder for a person's data as each system has it; for Linux https://specifications.freedesktop.org/basedir-spec/. */
export function dataFolderOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home = homedir()): string {
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Sealwatch')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Sealwatch')
  const named = environment['XDG_DATA_HOME'] ?? ''
  return join(named.startsWith('/') ? named : join(home, '.local', 'share'), 'sealwatch')
}
