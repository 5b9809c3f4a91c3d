import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandText } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { CommandShell } from '../commands/types'
import { callsOfBash } from '../testing/calls-of-bash'
import { hostileNames } from '../testing/hostile-names'
import { stepFor, steps } from '.'
import { stepKinds } from './kinds'

/** Each name is a distinct word, so that the test can see where it was used. */
const harmless: CommandSubject = {
  subscriptionId: 'tokSubscription',
  resourceGroup: 'tokGroup',
  name: 'tokVm',
  instance: null,
  region: 'tokRegion',
  osType: null,
  size: 'tokSize',
  hasOsSnapshots: true,
  osDisk: 'tokOsDisk',
  dataDisks: ['tokData1', 'tokData2'],
  dataDiskGroups: ['tokDiskGroup', 'tokDiskGroup'],
  diskGroup: 'tokDiskGroup',
  networkInterface: 'tokInterface',
  networkInterfaceGroup: 'tokInterfaceGroup',
  denyRule: 'tokRule',
  securityGroup: 'tokSecurityGroup',
  lockId: 'tokLock',
  extensionName: 'tokExtension',
  extensionType: 'tokType',
  otherExtensionName: 'tokOther',
  applicationId: 'tokApplication',
  applicationCertificate: 'tokCertificate',
  isDualPass: false,
  missingRights: [],
  vaultName: 'tokVault',
  vaultId: '/subscriptions/tokVaultSub/resourceGroups/tokVaultGroup/providers/Microsoft.KeyVault/vaults/tokVaultName',
  vaultUrl: 'tokVaultUrl',
  keyUrl: 'https://contosokv.vault.azure.net/keys/kek/0d5f2a7c9b3e4f6a',
  keyVaultId: 'tokKeyVault',
  volumeType: 'tokVolume',
}

const withName = (text: string, name: string): string => text.replaceAll(/tok[A-Z][A-Za-z0-9]*/g, () => name)

function subjectNamed(name: string): CommandSubject {
  const entries = Object.entries(harmless).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? withName(value, name) : Array.isArray(value) ? value.map(() => name) : value,
  ])
  return Object.fromEntries(entries) as CommandSubject
}

const textsFor = (subject: CommandSubject, shell: CommandShell): readonly string[] =>
  stepKinds.flatMap((kind) => {
    const parts = stepFor(kind, subject).commands[shell]
    return parts === undefined ? [] : [commandText(parts)]
  })

const quotes = "'\u2018\u2019\u201a\u201b"
const token = new RegExp(
  [
    `[${quotes}]((?:[^${quotes}]|[${quotes}]{2})*)[${quotes}]`, // a text, its quotes doubled
    '(\\$?[A-Za-z_][A-Za-z0-9_./:-]*|-?[0-9][A-Za-z0-9_./:-]*|-[A-Za-z]+|\\.|/[A-Za-z0-9_./:-]*)', // a bare word or a variable
    '([|(){}=@,;:\\n+%\\[\\]-]|\\\\)', // special characters
  ].join('|'),
  'uy',
)

/** Tokens of PowerShell: texts without their quotes, words, and signs marked as such. */
function tokensOfPowerShell(script: string): readonly string[] {
  const tokens: string[] = []
  let at = 0
  while (at < script.length) {
    if (script[at] === ' ') {
      at += 1
      continue
    }
    token.lastIndex = at
    const match = token.exec(script)
    if (match === null) throw new Error(`not PowerShell at ${at}: ${script}`)
    const [whole, quoted, bare, sign] = match
    at += whole.length
    if (quoted !== undefined) tokens.push(quoted.replaceAll(new RegExp(`([${quotes}])[${quotes}]`, 'gu'), '$1'))
    else tokens.push(bare ?? `sign ${sign ?? ''}`)
  }
  return tokens
}

/** Started once, when a test first needs it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

describe('every command of every step', () => {
  const calls = once(() => callsOfBash(textsFor(harmless, 'az')))
  const tokens = once(() => textsFor(harmless, 'powershell').map(tokensOfPowerShell))

  it('contains a call of az or a cmdlet', () => {
    expect(calls().length).toBeGreaterThan(60)
    expect(tokens().length).toBeGreaterThan(50)
  })

  it('passes hostile names to az unchanged, through a real bash', () => {
    const scripts = hostileNames.flatMap((name) => textsFor(subjectNamed(name), 'az'))
    const expected = hostileNames.flatMap((name) => calls().map((call) => call.map((word) => withName(word, name))))
    expect(callsOfBash(scripts)).toEqual(expected)
  })

  it.each(hostileNames)('passes %j to PowerShell as one argument', (name) => {
    const hostile = textsFor(subjectNamed(name), 'powershell').map(tokensOfPowerShell)
    expect(hostile).toEqual(tokens().map((script) => script.map((word) => withName(word, name))))
  })

  it('is the same text inside the VM for any names, and bash can parse it', () => {
    const scripts = textsFor(harmless, 'guest-bash')
    for (const shell of ['guest-bash', 'guest-powershell'] as const)
      for (const name of hostileNames) expect(textsFor(subjectNamed(name), shell)).toEqual(textsFor(harmless, shell))
    const functions = scripts.map((script, index) => `f${index}() {\n${script}\n}`).join('\n')
    const run = spawnSync('bash', ['--noprofile', '--norc', '-n'], { encoding: 'utf8', input: functions })
    expect(run.stderr).toBe('')
  })

  it('has a placeholder for every unknown name', () => {
    const nothing: CommandSubject = {
      ...(Object.fromEntries(Object.keys(harmless).map((key) => [key, null])) as unknown as CommandSubject),
      dataDisks: [],
      dataDiskGroups: [],
      missingRights: [],
    }
    for (const shell of ['az', 'powershell'] as const)
      for (const text of textsFor(nothing, shell)) {
        expect(text).not.toMatch(/\bnull\b|undefined/)
        expect(text.replaceAll(/'<[A-Z-]+>'/g, '')).not.toMatch(/<[A-Z-]+>/)
      }
  })
})

describe('the steps', () => {
  it('state their risk wherever they change something irreversibly', () => {
    const risksOf = (kind: (typeof stepKinds)[number]): readonly string[] => steps[kind].risks
    expect(risksOf('restart-vm')).toContain('restart')
    expect(risksOf('remove-extension-after-disable')).toContain('removes-extension')
    expect(risksOf('enable-format-all')).toContain('erases-data-disks')
    expect(risksOf('restore-os-disk')).toContain('replaces-disk')
    for (const kind of stepKinds) {
      const { right, risks, readOnly, phase, commands } = steps[kind]
      if (right === 'guest-administrator') expect(risks, kind).toContain('never-during-os-encryption')
      if (phase !== 'do') expect(readOnly, kind).toBe(true)
      expect(commands === null, kind).toBe(right === 'none')
    }
  })

  it('only read where they claim to', () => {
    const reading = /^(?:show|list|list-[a-z-]+|get-[a-z-]+)$/
    for (const kind of stepKinds.filter((name) => steps[name].readOnly)) {
      const az = stepFor(kind, harmless).commands.az
      if (az === undefined) continue
      for (const call of callsOfBash([commandText(az)])) {
        const verb = call
          .slice(
            0,
            call.findIndex((word) => word.startsWith('--')),
          )
          .at(-1)
        expect(verb, kind).toMatch(reading)
      }
    }
  })

  it('decrypt all volumes on Windows, and only data volumes on Linux', () => {
    const text = (osType: 'Linux' | 'Windows') =>
      commandText(stepFor('disable-encryption', { ...harmless, osType }).commands.az ?? [])
    expect(text('Windows')).toContain('--volume-type All')
    expect(text('Linux')).toContain('--volume-type Data')
  })

  it('use no subscription except the VM\u2019s and the vault\u2019s', () => {
    const control = stepKinds.filter((kind) => stepFor(kind, harmless).commands.powershell !== undefined)
    for (const kind of control) {
      const text = commandText(stepFor(kind, harmless).commands.powershell ?? [])
      const dataPlane = /AzKeyVault(?:Key|Secret)\b|Removal\b/.test(text)
      if (!dataPlane) expect(text, kind).toMatch(/^Set-AzContext -Subscription tok/)
    }
  })
})
