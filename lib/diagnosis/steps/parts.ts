import { idSegment } from '@/lib/facts/arm-id'
import { az, inside, powerShell, sequence, type Option } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { CommandPart, Commands } from '../commands/types'
import { fill, type Filled } from '../commands/values'
import type { Step, StepPhase, StepRight, StepRisk } from './types'

export type Parts = readonly CommandPart[]
type CommandsOf = (subject: CommandSubject) => Commands

/** The names of a VM, each with the placeholder that replaces it where it is unknown. */
export const named = {
  subscription: ({ subscriptionId }: CommandSubject): Filled => fill(subscriptionId, 'SUBSCRIPTION-ID'),
  group: ({ resourceGroup }: CommandSubject): Filled => fill(resourceGroup, 'RESOURCE-GROUP'),
  vm: ({ name }: CommandSubject): Filled => fill(name, 'VM-NAME'),
  region: ({ region }: CommandSubject): Filled => fill(region, 'REGION'),
  size: ({ size }: CommandSubject): Filled => fill(size, 'VM-SIZE'),
  diskGroup: ({ diskGroup }: CommandSubject): Filled => fill(diskGroup, 'DISK-RESOURCE-GROUP'),
  osDisk: ({ osDisk }: CommandSubject): Filled => fill(osDisk, 'OS-DISK-NAME'),
  extension: ({ extensionName, extensionType }: CommandSubject): Filled =>
    fill(extensionName ?? extensionType, 'EXTENSION-NAME'),
  otherExtension: ({ otherExtensionName }: CommandSubject): Filled => fill(otherExtensionName, 'OTHER-EXTENSION-NAME'),
  networkInterface: ({ networkInterface }: CommandSubject): Filled => fill(networkInterface, 'NETWORK-INTERFACE-NAME'),
  networkInterfaceGroup: ({ networkInterfaceGroup }: CommandSubject): Filled =>
    fill(networkInterfaceGroup, 'NETWORK-INTERFACE-RESOURCE-GROUP'),
  denyRule: ({ denyRule }: CommandSubject): Filled => fill(denyRule, 'DENY-RULE-NAME'),
  securityGroup: ({ securityGroup }: CommandSubject): Filled => fill(securityGroup, 'SECURITY-GROUP-NAME'),
  lock: ({ lockId }: CommandSubject): Filled => fill(lockId, 'LOCK-ID'),
  vault: ({ vaultName }: CommandSubject): Filled => fill(vaultName, 'KEY-VAULT-NAME'),
  vaultId: ({ vaultId }: CommandSubject): Filled => fill(vaultId, 'KEY-VAULT-RESOURCE-ID'),
  vaultGroup: ({ vaultId }: CommandSubject): Filled =>
    fill(idSegment(vaultId ?? undefined, 'resourceGroups'), 'KEY-VAULT-RESOURCE-GROUP'),
  vaultSubscription: (subject: CommandSubject): Filled =>
    fill(idSegment(subject.vaultId ?? undefined, 'subscriptions') ?? subject.subscriptionId, 'SUBSCRIPTION-ID'),
  application: ({ applicationId }: CommandSubject): Filled => fill(applicationId, 'APPLICATION-ID'),
}

/** Names that the reader chooses or has to look up. */
export const own = (placeholder: string): Filled => fill(null, placeholder)

/** The key encryption key: `https://VAULT.SUFFIX/keys/NAME/VERSION` in its parts. */
export function keyParts({ keyUrl }: CommandSubject): {
  readonly url: Filled
  readonly vault: Filled
  readonly name: Filled
  readonly version: Filled
} {
  const found =
    /^https:\/\/([A-Za-z0-9-]{1,64})\.[^/]{1,80}\/keys\/([A-Za-z0-9-]{1,127})(?:\/([A-Za-z0-9]{1,64}))?$/.exec(
      keyUrl ?? '',
    )
  return {
    url: fill(keyUrl, 'KEY-URL'),
    vault: fill(found?.[1] ?? null, 'KEY-VAULT-NAME'),
    name: fill(found?.[2] ?? null, 'KEY-NAME'),
    version: fill(found?.[3] ?? null, 'KEY-VERSION'),
  }
}

/** A call of Azure CLI in the VM's subscription, independent of the default one. */
export function azHere(subject: CommandSubject, words: string, ...options: readonly Option[]): Parts {
  return az(words, ...options, ['subscription', named.subscription(subject)])
}

/** The same with the VM's resource group and name. */
export function azVm(subject: CommandSubject, words: string, ...options: readonly Option[]): Parts {
  return azHere(subject, words, ['resource-group', named.group(subject)], ['name', named.vm(subject)], ...options)
}

/** The same in the vault's subscription. */
export function azVault(subject: CommandSubject, words: string, ...options: readonly Option[]): Parts {
  return az(words, ['name', named.vault(subject)], ['resource-group', named.vaultGroup(subject)], ...options, [
    'subscription',
    named.vaultSubscription(subject),
  ])
}

function inContext(subscription: Filled, pieces: readonly (Parts | string)[]): Parts {
  return sequence(powerShell('Set-AzContext', ['Subscription', subscription]), ' | Out-Null\n', ...pieces)
}

/** Azure PowerShell in the VM's subscription: its cmdlets work in the current context only. */
export function psHere(subject: CommandSubject, ...pieces: readonly (Parts | string)[]): Parts {
  return inContext(named.subscription(subject), pieces)
}

export function psVault(subject: CommandSubject, ...pieces: readonly (Parts | string)[]): Parts {
  return inContext(named.vaultSubscription(subject), pieces)
}

/** A cmdlet for the VM itself: `-ResourceGroupName … -Name …`. */
export function psVm(subject: CommandSubject, cmdlet: string, ...options: readonly Option[]): Parts {
  return powerShell(cmdlet, ['ResourceGroupName', named.group(subject)], ['Name', named.vm(subject)], ...options)
}

/** A cmdlet for a resource of the VM: `-ResourceGroupName … -VMName …`. */
export function psOfVm(subject: CommandSubject, cmdlet: string, ...options: readonly Option[]): Parts {
  return powerShell(cmdlet, ['ResourceGroupName', named.group(subject)], ['VMName', named.vm(subject)], ...options)
}

/** Commands one below the other. */
export function lines(pieces: readonly Parts[]): Parts {
  return sequence(...pieces.flatMap((piece, index) => (index === 0 ? [piece] : ['\n', piece])))
}

/** What is typed inside the VM, for its operating system; for both where that is unknown. */
export function guest(bash: string | null, powershell: string | null): CommandsOf {
  return ({ osType }) => ({
    ...(bash !== null && osType !== 'Windows' ? { 'guest-bash': inside(bash) } : {}),
    ...(powershell !== null && osType !== 'Linux' ? { 'guest-powershell': inside(powershell) } : {}),
  })
}

/** One command for each package manager: the one that the VM has is to be used. */
export const byManager = ({
  apt,
  tdnf,
  zypper,
  yum,
}: Readonly<Record<'apt' | 'tdnf' | 'zypper' | 'yum', string>>): string =>
  [
    `if command -v apt-get >/dev/null; then ${apt}`,
    `elif command -v tdnf >/dev/null; then ${tdnf}`,
    `elif command -v zypper >/dev/null; then ${zypper}`,
    `else ${yum}`,
    'fi',
  ].join('\n')

/**
 * Registers a feature of the subscription, shows whether that is done, and passes it on to the provider.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/preview-features
 */
export function registerFeature(subject: CommandSubject, feature: string): Commands {
  const provider = 'Microsoft.Compute'
  const az = [
    ['namespace', provider],
    ['name', feature],
  ] as const
  const ps = [
    ['ProviderNamespace', provider],
    ['FeatureName', feature],
  ] as const
  return {
    az: lines([
      azHere(subject, 'feature register', ...az),
      azHere(subject, 'feature show', ...az),
      azHere(subject, 'provider register', ['namespace', provider]),
    ]),
    powershell: psHere(
      subject,
      lines([
        powerShell('Register-AzProviderFeature', ...ps),
        powerShell('Get-AzProviderFeature', ...ps),
        powerShell('Register-AzResourceProvider', ['ProviderNamespace', provider]),
      ]),
    ),
  }
}

function step(
  phase: StepPhase,
  readOnly: boolean,
  right: StepRight,
  risks: readonly StepRisk[],
  commands: CommandsOf | null,
): Step {
  return { phase, readOnly, right, risks, commands }
}

/** Reads through Azure and changes nothing. */
export function checkStep(right: StepRight, commands: CommandsOf, phase: StepPhase = 'check'): Step {
  return step(phase, true, right, [], commands)
}

/** Reads inside the VM: never while the OS disk is being copied, when a sign-in disturbs it. */
export function guestCheckStep(commands: CommandsOf, phase: StepPhase = 'check'): Step {
  return step(phase, true, 'guest-administrator', ['never-during-os-encryption'], commands)
}

/** A change without a risk must say so: a new change does not compile without that decision. */
type Cost = 'harmless' | readonly [StepRisk, ...StepRisk[]]

/** Changes something through Azure. */
export function act(right: StepRight, cost: Cost, commands: CommandsOf): Step {
  return step('do', false, right, cost === 'harmless' ? [] : cost, commands)
}

/** Changes something inside the VM. */
export function actInside(cost: Cost, commands: CommandsOf): Step {
  const risks = cost === 'harmless' ? [] : cost
  return step('do', false, 'guest-administrator', ['never-during-os-encryption', ...risks], commands)
}

/** Waiting or deciding: no command. */
export function decide(risks: readonly StepRisk[] = []): Step {
  return step('do', risks.length === 0, 'none', risks, null)
}
