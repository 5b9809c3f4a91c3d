import { describe, expect, it } from 'vitest'
import type { CloudName } from '@/lib/config/clouds'
import { ok } from '@/lib/shared/result'
import { signedIn } from './directory'

async function placeOf(activeDirectory: string, resourceManager: string) {
  const endpoints = { activeDirectory, resourceManager, microsoftGraphResourceId: 'https://graph.test/' }
  const account = { tenantId: '11111111-1111-4111-8111-111111111111', user: { name: 'somebody' } }
  const who = await signedIn((args) => Promise.resolve(ok(args[0] === 'cloud' ? { endpoints } : account)))
  if (!who.ok) throw new Error(who.failure.code)
  const { cloud, authorityHost, armEndpoint } = who.value
  return [cloud, authorityHost, armEndpoint]
}

describe('the cloud of azure-cli', () => {
  it.each<[string, string, CloudName, string]>([
    [
      'https://login.microsoftonline.com',
      'https://management.azure.com/',
      'public',
      'https://login.microsoftonline.com',
    ],
    [
      'https://login.microsoftonline.us',
      'https://management.usgovcloudapi.net/',
      'usgovernment',
      'https://login.microsoftonline.us',
    ],
    [
      'https://login.chinacloudapi.cn',
      'https://management.chinacloudapi.cn',
      'china',
      'https://login.partner.microsoftonline.cn',
    ],
    [
      'https://login.partner.microsoftonline.cn/',
      'https://management.chinacloudapi.cn',
      'china',
      'https://login.partner.microsoftonline.cn',
    ],
  ])('%s with %s is %s, signed in at %s', async (login, arm, cloud, authorityHost) => {
    expect(await placeOf(login, arm)).toEqual([cloud, authorityHost, arm.replace(/\/$/, '')])
  })

  it('is unknown where directory and ARM belong to different clouds', async () => {
    const mixed = await placeOf('https://login.microsoftonline.com', 'https://management.stack.test/')
    expect(mixed).toEqual([null, 'https://login.microsoftonline.com', 'https://management.stack.test'])
  })
})
