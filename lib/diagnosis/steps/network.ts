import { powerShell } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import { act, azHere, lines, named, own, psHere } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const itsGroup = own('SECURITY-GROUP-RESOURCE-GROUP')

/** One rule for each service tag: a rule accepts only one. */
function allow(subject: CommandSubject, tags: readonly string[]): Commands {
  return {
    az: lines(
      tags.map((tag, index) =>
        azHere(
          subject,
          'network nsg rule create',
          ['resource-group', itsGroup],
          ['nsg-name', named.securityGroup(subject)],
          ['name', `Allow${tag}`],
          ['priority', String(110 + index)],
          ['direction', 'Outbound'],
          ['access', 'Allow'],
          ['protocol', 'Tcp'],
          ['destination-address-prefixes', tag],
          ['destination-port-ranges', '443'],
        ),
      ),
    ),
    powershell: psHere(
      subject,
      '$group = ',
      powerShell('Get-AzNetworkSecurityGroup', ['Name', named.securityGroup(subject)], ['ResourceGroupName', itsGroup]),
      ...tags.flatMap((tag, index) => [
        '\n',
        powerShell(
          'Add-AzNetworkSecurityRuleConfig',
          ['Name', `Allow${tag}`],
          ['Priority', String(110 + index)],
          ['Direction', 'Outbound'],
          ['Access', 'Allow'],
          ['Protocol', 'Tcp'],
          ['SourceAddressPrefix', '*'],
          ['SourcePortRange', '*'],
          ['DestinationAddressPrefix', tag],
          ['DestinationPortRange', '443'],
        ),
        ' -NetworkSecurityGroup $group | Out-Null',
      ]),
      '\nSet-AzNetworkSecurityGroup -NetworkSecurityGroup $group',
    ),
  }
}

/** Changes of the network's rules. */
export const networkSteps = {
  'allow-entra-and-vault': act('network-contributor', ['opens-network'], (subject) =>
    allow(subject, ['AzureActiveDirectory', 'AzureKeyVault']),
  ),
  'allow-storage': act('network-contributor', ['opens-network'], (subject) => allow(subject, ['Storage'])),
  'remove-platform-deny': act('network-contributor', ['opens-network'], (subject) => ({
    az: azHere(
      subject,
      'network nsg rule delete',
      ['resource-group', itsGroup],
      ['nsg-name', named.securityGroup(subject)],
      ['name', named.denyRule(subject)],
    ),
    powershell: psHere(
      subject,
      powerShell('Get-AzNetworkSecurityGroup', ['Name', named.securityGroup(subject)], ['ResourceGroupName', itsGroup]),
      ' | ',
      powerShell('Remove-AzNetworkSecurityRuleConfig', ['Name', named.denyRule(subject)]),
      ' | Set-AzNetworkSecurityGroup',
    ),
  })),
} satisfies Partial<Record<StepKind, Step>>
