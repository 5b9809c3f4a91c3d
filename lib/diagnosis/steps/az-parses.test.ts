import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandText } from '../commands/build'
import { unknownSubject } from '../commands/unknown-subject'
import { callsOfBash } from '../testing/calls-of-bash'
import { stepFor } from '.'
import { stepKinds } from './kinds'

/** Passes each call to the parser of the real azure-cli, and stops before anything is validated, sent or run. */
const driver = `
import contextlib, io, itertools, json, sys
from azure.cli.core import get_default_cli
from knack.events import EVENT_INVOKER_POST_PARSE_ARGS

class Parsed(BaseException):
    pass

def stop(*_, **__):
    raise Parsed()

def outcome(args):
    cli = get_default_cli()
    cli.register_event(EVENT_INVOKER_POST_PARSE_ARGS, stop)
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            cli.invoke(args)
    except Parsed:
        return 'parsed'
    except BaseException:
        pass
    words = ' '.join(itertools.takewhile(lambda arg: not arg.startswith('-'), args))
    found = cli.invocation.data.get('command_string') if cli.invocation else None
    return said.getvalue() if found == words else 'no such command'

json.dump([outcome(args) for args in json.load(sys.stdin)], sys.stdout)
`

/** The interpreter of the installed azure-cli; null without azure-cli, or if the interpreter cannot be found. */
function interpreterOfAz(): string | null {
  const found = spawnSync('bash', ['-c', 'command -v az'], { encoding: 'utf8' }).stdout.trim()
  if (found === '') return null
  const script = readFileSync(realpathSync(found), 'utf8').slice(0, 4096)
  const python = /^#! ?(\/\S*python[\d.]*)/.exec(script)?.[1] ?? /(\/\S*python[\d.]*) -/.exec(script)?.[1]
  return python ?? null
}

/** Commands that come from an extension, or from a module that some builds cannot load. */
const notInEveryBuild = ['vm repair', 'monitor']
const isMissing = (said: string): boolean => said === 'no such command'

/** Sample values for names that the reader looks up, where the parser does not accept just any word. */
const fillings: readonly (readonly [RegExp, string])[] = [
  [/^<LUN/, '0'],
  [/^<ZONE/, '1'],
  [/^<(?:VOLUME-TYPE|DATA-OR-ALL)>/, 'All'],
  [/^<LINUX-OR-WINDOWS>/, 'Linux'],
  [/^<SKU/, 'Premium_LRS'],
  [/^<[A-Z-]*PERMISSIONS-FOR-(?:SECRETS|KEYS)>/, 'get'],
  [/^<YYYY/, '2027-01-01T00:00:00Z'],
  [/^<KEY-URL>/, 'https://kv.vault.azure.net/keys/kek/0d5f2a7c9b3e4f6a'],
  [/^<.*RESOURCE-ID>/, '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv'],
]
const filledIn = (word: string): string => fillings.find(([placeholder]) => placeholder.test(word))?.[1] ?? word

function callsOfSteps(): readonly (readonly string[])[] {
  const scripts = stepKinds.flatMap((kind) =>
    (['Linux', 'Windows', null] as const).flatMap((osType) =>
      [null, 'https://kv.vault.azure.net/keys/kek/1'].flatMap((keyUrl) => {
        const parts = stepFor(kind, { ...unknownSubject, dataDisks: ['data1'], osType, keyUrl }).commands.az
        return parts === undefined ? [] : [commandText(parts)]
      }),
    ),
  )
  const calls = callsOfBash(scripts).map((call) => call.map(filledIn))
  return [...new Map(calls.map((call) => [call.join('\0'), call])).values()]
}

function outcomes(python: string, calls: readonly (readonly string[])[]): readonly string[] {
  const home = mkdtempSync(join(tmpdir(), 'az-'))
  const run = spawnSync(python, ['-W', 'ignore', '-c', driver], {
    encoding: 'utf8',
    input: JSON.stringify(calls),
    env: {
      ...process.env,
      HOME: home,
      AZURE_CONFIG_DIR: home,
      AZURE_CORE_COLLECT_TELEMETRY: 'no',
      AZURE_EXTENSION_USE_DYNAMIC_INSTALL: 'no',
    },
  })
  rmSync(home, { recursive: true, force: true })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as readonly string[]
}

const python = interpreterOfAz()

describe('every call of az', () => {
  it.skipIf(python === null)('is accepted by the parser of the real azure-cli', () => {
    const calls = callsOfSteps()
    expect(calls.length).toBeGreaterThan(70)
    const wrong = ['vm', 'restart', '--resource-group', 'g', '--name', 'v', '--no-such-option', 'x']
    const said = outcomes(python!, [wrong, ...calls])
    expect(said[0]).toContain('--no-such-option')
    const results = calls.map((call, index) => ({ call: call.join(' '), said: said[index + 1] ?? '' }))
    const notRun = results.filter(
      ({ call, said: text }) => isMissing(text) && notInEveryBuild.some((group) => call.startsWith(`${group} `)),
    )
    console.info(`az: ${results.length} calls, ${notRun.length} not run (not in this build)`)
    for (const { call } of notRun) console.info(`not run: az ${call}`)
    const refused = results.filter((result) => result.said !== 'parsed' && !notRun.includes(result))
    expect(refused).toEqual([])
  })
})
