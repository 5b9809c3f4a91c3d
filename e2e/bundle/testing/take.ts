import { expect } from 'vitest'
import type { Caller } from '@/lib/auth/caller'
import { identity } from '@/lib/auth/identity'
import { lineHash, openLineFile, readBundleFile } from '@/lib/local/bundle/file'
import { takeBundle, type AlsoPart } from '@/lib/local/bundle/take'
import type { BegunBundle, Bundle } from '@/lib/setup/bundle/read'
import { BundleWriter } from '@/lib/setup/bundle/write'
import type { TenantClient } from '../../simulator/control/client'

/** A person of a simulated tenant, for the use cases. */
export async function callerOf(tenant: TenantClient, person: string): Promise<Caller> {
  const headers = { authorization: `Bearer ${await tenant.token({ person })}` }
  const caller = await identity().authenticate(new Request('http://localhost/', { headers }), true)
  if (!caller.ok) throw new Error(caller.failure.code)
  return caller.value
}

/** Takes a bundle of what the person may read, and reads it. */
export async function takeInto(
  path: string,
  taking: {
    readonly caller: Caller
    readonly armEndpoint: string
    readonly also?: readonly AlsoPart[]
    readonly begun?: BegunBundle
    readonly subscriptions?: readonly string[]
  },
): Promise<Bundle> {
  const file = await openLineFile(path)
  const { signal } = new AbortController()
  const rest = { who: 'a@example.test', pages: 'traced', onPage: () => undefined, signal } as const
  const taken = await takeBundle(
    { also: [], subscriptions: null, begun: null, ...taking, ...rest },
    new BundleWriter(lineHash, file.write),
  )
  expect(taken.kind).toBe('taken')
  await file.keep()
  const read = await readBundleFile(path)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value
}
