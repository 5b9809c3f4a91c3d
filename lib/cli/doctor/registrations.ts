import { findFaults } from '@/lib/setup/registrations/find-faults'
import type { Evidence } from '@/lib/setup/doctor/evidence'
import { deploymentOf } from '@/lib/setup/doctor/reading'
import type { Az } from '../azure/az'
import { readRegistrations, signedIn } from '../azure/directory'

const apiOf = /^api:\/\/([0-9a-f-]{36})\/([\w.-]+)$/i

/**
 * What the registrations lack, read with azure-cli and the operator's own sign-in; 'unreadable' where they cannot be
 * read.
 */
export async function checkRegistrations(az: Az, evidence: Evidence): Promise<Evidence['registrations']> {
  const own = deploymentOf(evidence)
  const [, apiClientId, scopeName] = apiOf.exec(own?.apiScope ?? '') ?? []
  if (own === null || apiClientId === undefined || scopeName === undefined) return 'unreadable'
  const who = await signedIn(az)
  if (!who.ok) return 'unreadable'
  const [signedInTo, wanted] = [who.value.tenantId, own.tenantId.toLowerCase()]
  if (signedInTo !== wanted) return { signedIn: signedInTo, wanted }
  const found = await readRegistrations(az, who.value.graph, {
    api: { by: 'appId', value: apiClientId },
    page: { by: 'appId', value: own.spaClientId },
  })
  return found.ok ? findFaults(found.value, { redirectUri: evidence.redirectUri, scopeName }) : 'unreadable'
}
