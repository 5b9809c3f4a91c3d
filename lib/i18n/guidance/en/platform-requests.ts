import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

export const platformRequests = {
  'arm-scope-locked': {
    meaning:
      'A lock on the VM, its group or its subscription forbids the operation. It was refused and changed nothing.',
    next: [
      'Find the locked scope in the message, and its lock with `az lock list`.',
      'Agree with the owner of the lock: remove it for the time of the operation, then set it again.',
    ],
  },
  'arm-authorization-failed': {
    meaning:
      'The caller has no role with the action that the message names, on the scope that it names. The request changed nothing.',
    next: [
      'Read the action and the scope in the message: the scope can be the vault or the network of the VM.',
      'Ask an owner for a role with this action on this scope, wait some minutes and sign in again.',
    ],
  },
  'arm-size-not-available': {
    meaning:
      'Azure has no room for this VM size in this region or zone, or the subscription may not use it there. It says nothing about encryption; a VM that was deallocated stays so.',
    next: [
      'Try again later, or choose another size, zone or region that Azure Disk Encryption supports.',
      'An encrypted VM starts only with the key: check the vault before the next start.',
    ],
  },
  'arm-quota-exceeded': {
    meaning: 'The subscription’s quota in this region does not suffice for the request. It changed nothing.',
    next: [
      'Compare the limit and the usage in the message with `az vm list-usage`.',
      'Request more quota, free cores that are not needed, or choose another size.',
    ],
  },
  'arm-provider-not-registered': {
    meaning:
      'The subscription is not registered for the resource provider that the message names. The request changed nothing.',
    next: ['Register the provider (`az provider register`), wait until it is registered, then repeat the request.'],
  },
  'arm-resource-not-found': {
    meaning:
      'Azure found no resource with this name and type in this group and subscription, and changed nothing. It does not show whether the resource was deleted or never was there.',
    next: [
      'Compare name, type, resource group and subscription in the message with those of the resource.',
      'In a template, let the extension depend on its VM (`dependsOn`).',
    ],
  },
  'arm-subscription-not-found': {
    meaning:
      'This caller finds no subscription with this ID: the ID can be wrong, or the caller has no role in it. It says nothing about the VMs in it.',
    next: [
      'List the subscriptions of the caller with `az account list --all`, and compare the ID.',
      'If it is missing, sign in to its tenant, or ask its owner for a role.',
    ],
  },
  'arm-subscription-disabled': {
    meaning:
      'The subscription is disabled. Azure refuses every change in it until it is enabled again; this request changed nothing.',
    next: [
      'The owner of the billing account enables the subscription again in the portal.',
      'VMs can have been stopped: before an encrypted one starts, check its vault and key.',
    ],
  },
  'arm-too-many-requests': {
    meaning:
      'Azure limits how many requests it answers, and refused this one. Nothing in it is about the disks; work in the VM goes on.',
    next: [
      'Wait for the seconds in the message or in `Retry-After`: before that, Azure refuses again.',
      'Find the tool that sends many requests, and let it ask less often.',
    ],
  },
  'arm-wrong-tenant': {
    meaning:
      'The caller’s access token is from another tenant than the one of the subscription. The request changed nothing.',
    next: [
      'Sign in to the tenant that the message names: `az login --tenant` or `Connect-AzAccount -Tenant`.',
      'If the subscription was just transferred, wait up to an hour.',
      'After a transfer, check the tenant of the vault too: it does not move with the subscription.',
    ],
  },
  'arm-operation-not-allowed': {
    meaning: 'Azure refused the operation in the present state of the resource. The code alone names no reason.',
    next: [
      'Read the message beside the code: it names the state or the limit.',
      'Check the state of the VM and of its extensions before you repeat the request.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
