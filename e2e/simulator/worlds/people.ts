import type { Person, RoleAssignment, ServicePrincipal, SignInTrouble, SimSubscription } from '../model/world'
import { adminAppRole, collectorApplication, demoTenantIds } from '../names'
import { relatedResourceActions } from '../related-resources/rights'
import { randomFor } from './random'

/** Azure's built-in Reader, as far as the simulator checks it. */
export const readerActions: readonly string[] = ['*/read']
/** Reader, and actions that read more without changing anything: Azure counts these as actions, which Reader lacks. */
export const operatorActions: readonly string[] = [
  ...readerActions,
  relatedResourceActions.bootDiagnostics,
  relatedResourceActions.effectiveRules,
  relatedResourceActions.effectiveRoutes,
]
/** A role that reads a subscription and its groups, and no VM in them. */
export const billingActions: readonly string[] = [
  'Microsoft.Resources/subscriptions/read',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Consumption/*/read',
]
/** A custom role: virtual machines, and neither disks nor extensions. */
export const vmOnlyActions: readonly string[] = [
  'Microsoft.Resources/subscriptions/read',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Compute/virtualMachines/read',
]

/** Application (client) id and secret of every world's service principal, for azure-cli and other unattended clients. */
export const azureCli = {
  applicationId: '5ea1a7c4-0000-4000-a000-00000000c11e',
  secret: 'simulator-service-principal-secret',
} as const

interface PersonSketch {
  readonly name: string
  readonly userPrincipalName: string
  readonly description: string
  /** Last group of the object id: the same person has the same one in every tenant. */
  readonly suffix: string
  readonly trouble: readonly SignInTrouble[]
}

const sketches = {
  aiko: sketch(
    'Aiko Tanaka',
    'Fleet admin: Reader on every subscription but one, with boot diagnostics and effective rules',
    'a1a000000001',
  ),
  ben: sketch('Ben Ortiz', 'Reader of a single resource group', 'be0000000002'),
  chiara: sketch('Chiara Rossi', 'Security analyst: Reader on everything', 'c41000000003'),
  dmitri: sketch('Dmitri Volkov', 'No rights at all', 'd31000000004'),
  emi: sketch('Emi Sato', 'Reader; Conditional Access asks for a second factor', 'e31000000005', ['claims-challenge']),
  farah: sketch('Farah Haddad', 'Reader; has not consented yet', 'fa0000000006', ['consent-needed']),
  goran: sketch('Goran Novak', 'Reader; the session ends early', '90a000000007', ['refresh-token-expired']),
  hana: {
    ...sketch('Hana Kim', 'Guest from another tenant: Reader of one subscription', 'ba0000000008'),
    userPrincipalName: 'hana.kim_fabrikam.example#EXT#@contoso.example',
  },
  ivan: sketch('Ivan Petrov', 'Custom role: virtual machines only, no disks and no extensions', '1a0000000009'),
} as const satisfies Record<string, PersonSketch>

export type PersonKey = keyof typeof sketches

function sketch(
  name: string,
  description: string,
  suffix: string,
  trouble: readonly SignInTrouble[] = [],
): PersonSketch {
  const userPrincipalName = `${name.toLowerCase().replace(' ', '.')}@contoso.example`
  return { name, userPrincipalName, description, suffix, trouble }
}

/** Roles that give Reader on each of the subscriptions. */
export function readerOf(subscriptions: readonly SimSubscription[]): readonly RoleAssignment[] {
  return subscriptions.map(({ id }) => ({ scope: `/subscriptions/${id}`, actions: readerActions }))
}

/** The same with boot diagnostics and effective rules. */
export function operatorOf(subscriptions: readonly SimSubscription[]): readonly RoleAssignment[] {
  return subscriptions.map(({ id }) => ({ scope: `/subscriptions/${id}`, actions: operatorActions }))
}

/** The people of a tenant, with these roles. Hana Kim is at home in the empty tenant and a guest in the mixed one and the demo's. */
export function peopleOf(tenantId: string, roles: Readonly<Record<PersonKey, readonly RoleAssignment[]>>): Person[] {
  const prefix = randomFor(0, tenantId).uuid().slice(0, 24)
  return Object.entries(sketches).map(([key, person]) => ({
    objectId: `${prefix}${person.suffix}`,
    userPrincipalName: person.userPrincipalName,
    displayName: person.name,
    description: person.description,
    roles: isPersonKey(key) ? roles[key] : [],
    trouble: person.trouble,
    guestIn: key === 'hana' && tenantId === demoTenantIds.empty ? [demoTenantIds.mixed, demoTenantIds.demo] : [],
    appRoles: key === 'aiko' ? [adminAppRole] : [],
  }))
}

/** Any number of people with the same roles, for concurrent users: `Reader 1`, `Reader 2`, … */
export function readersOf(tenantId: string, count: number, roles: readonly RoleAssignment[]): Person[] {
  const prefix = randomFor(0, tenantId).uuid().slice(0, 24)
  return Array.from({ length: count }, (_, index) => ({
    objectId: `${prefix}4ead${String(index + 1).padStart(8, '0')}`,
    userPrincipalName: `reader.${index + 1}@contoso.example`,
    displayName: `Reader ${index + 1}`,
    description: 'Reader on everything',
    roles,
    trouble: [],
    guestIn: [],
    appRoles: [],
  }))
}

function isPersonKey(key: string): key is PersonKey {
  return Object.hasOwn(sketches, key)
}

/** The same roles for all people except Dmitri, who has none. */
export function sameRoles(roles: readonly RoleAssignment[]): Record<PersonKey, readonly RoleAssignment[]> {
  return {
    aiko: roles,
    ben: roles,
    chiara: roles,
    dmitri: [],
    emi: roles,
    farah: roles,
    goran: roles,
    hana: roles,
    ivan: roles,
  }
}

export function servicePrincipalsOf(tenantId: string, subscriptions: readonly SimSubscription[]): ServicePrincipal[] {
  return [
    {
      ...azureCli,
      objectId: `${randomFor(0, tenantId).uuid().slice(0, 24)}5e4000000010`,
      displayName: 'Azure CLI service principal',
      roles: operatorOf(subscriptions),
    },
    {
      applicationId: collectorApplication.clientId,
      secret: collectorApplication.clientSecret,
      objectId: `${randomFor(0, tenantId).uuid().slice(0, 24)}5e4000000011`,
      displayName: 'Collector',
      roles: readerOf(subscriptions),
    },
  ]
}
