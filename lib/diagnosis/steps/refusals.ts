import { az, powerShell } from '../commands/build'
import { act, azHere, checkStep, lines, named, own, psHere } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const caller = own('OBJECT-ID-OF-CALLER')
const role = own('ROLE-NAME')
const scope = own('SCOPE-OF-MESSAGE')
const namespace = own('PROVIDER-NAMESPACE')
const resource = own('RESOURCE-NAME-IN-MESSAGE')

/**
 * What a caller, a subscription or a region lacks for a request that ARM refused.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export const refusalSteps = {
  'show-quota': checkStep('reader', (subject) => ({
    az: azHere(subject, 'vm list-usage', ['location', named.region(subject)], ['output', 'table']),
    powershell: psHere(subject, powerShell('Get-AzVMUsage', ['Location', named.region(subject)])),
  })),
  'find-resource': checkStep('reader', (subject) => ({
    az: azHere(subject, 'resource list', ['name', resource], ['query', '[].{type:type,id:id}'], ['output', 'json']),
    powershell: psHere(subject, powerShell('Get-AzResource', ['Name', resource])),
  })),
  'register-provider': act('contributor', 'harmless', (subject) => ({
    az: lines([
      azHere(subject, 'provider register', ['namespace', namespace]),
      azHere(subject, 'provider show', ['namespace', namespace], ['query', 'registrationState']),
    ]),
    powershell: psHere(
      subject,
      lines([
        powerShell('Register-AzResourceProvider', ['ProviderNamespace', namespace]),
        powerShell('Get-AzResourceProvider', ['ProviderNamespace', namespace]),
      ]),
    ),
  })),
  'grant-azure-role': act('user-access-administrator', 'harmless', (subject) => ({
    az: az('role assignment create', ['assignee', caller], ['role', role], ['scope', scope]),
    powershell: psHere(
      subject,
      powerShell('New-AzRoleAssignment', ['ObjectId', caller], ['RoleDefinitionName', role], ['Scope', scope]),
    ),
  })),
} satisfies Partial<Record<StepKind, Step>>
