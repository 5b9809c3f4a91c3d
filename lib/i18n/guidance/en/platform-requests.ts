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
  'arm-operation-not-allowed': {
    meaning: 'Azure refused the operation in the present state of the resource. The code alone names no reason.',
    next: [
      'Read the message beside the code: it names the state or the limit.',
      'Check the state of the VM and of its extensions before you repeat the request.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
