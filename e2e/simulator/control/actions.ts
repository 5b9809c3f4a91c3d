import { randomUUID } from 'node:crypto'
import type { Fault } from '../model/faults'
import { identitiesIn } from '../entra/identities'
import { withdrawConsent } from '../entra/consent'
import type { Simulator, Tenant } from '../server/state'
import { applyDue } from '../worlds/scheduled'
import type { z } from 'zod'
import type { clockInput, faultInput, settingsInput } from './shapes'

export function addFault({ world }: Tenant, input: z.output<typeof faultInput>): Fault {
  const fault: Fault = { ...input, id: randomUUID() }
  world.faults.push(fault)
  return fault
}

/** Removes one fault, or all if `id` is null; returns their number. */
export function removeFaults({ world, faults }: Tenant, id: string | null): number {
  const gone = world.faults.filter((fault) => id === null || fault.id === id)
  for (const fault of gone) {
    world.faults.splice(world.faults.indexOf(fault), 1)
    faults.delete(fault.id)
  }
  return gone.length
}

export function setClock({ world }: Tenant, input: z.output<typeof clockInput>): void {
  if (input.freeze === true) world.clock.freeze()
  if (input.step !== undefined) world.clock.step(input.step)
  applyDue(world)
  if (input.resume === true) world.clock.speed(1)
  if (input.speed !== undefined) world.clock.speed(input.speed)
}

export function changeSettings(simulator: Simulator, tenant: Tenant, input: z.output<typeof settingsInput>): void {
  const { signIn, directory } = tenant
  if (input.cloud !== undefined) signIn.cloud = input.cloud
  if (input.directoryLagMs !== undefined) directory.late.milliseconds = input.directoryLagMs
  if (input.accessTokenSeconds !== undefined) signIn.accessTokenSeconds = input.accessTokenSeconds
  if (input.refreshTokenSeconds !== undefined) signIn.refreshTokenSeconds = input.refreshTokenSeconds
  const identityOf = (who: string | undefined) =>
    identitiesIn(simulator, tenant).find(({ person }) => person.objectId.toLowerCase() === who?.toLowerCase())
  const withoutConsent = identityOf(input.withdrawConsentOf)
  if (withoutConsent !== undefined) withdrawConsent(simulator, withoutConsent)
  const withoutRoles = identityOf(input.withdrawRolesOf)
  if (withoutRoles !== undefined) withoutRoles.person.roles = []
  if (input.apiVersions !== undefined) {
    tenant.apiVersions.clear()
    for (const [provider, versions] of Object.entries(input.apiVersions))
      tenant.apiVersions.set(provider.toLowerCase(), versions)
  }
}
