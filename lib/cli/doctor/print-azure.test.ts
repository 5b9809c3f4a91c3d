import { expect, it } from 'vitest'
import { checkExchanges } from '@/lib/setup/azure/check'
import { azureText } from './print-azure'

/** The doctor's text where the first call had no response. */
function unanswered(networkCode: string | null): string {
  const url = 'https://management.azure.com/subscriptions?api-version=2022-12-01'
  const exchange = { method: 'GET', url, requestBody: null, status: null, headers: {}, body: null, networkCode }
  const results = checkExchanges(
    [exchange],
    {},
    () => null,
    () => [],
  )
  return azureText({ cloud: null, version: '1' }, results, 'en')
}

it('says why a call had no response, and names the calls that it prevented in one line', () => {
  expect(unanswered('ECONNREFUSED')).toContain('No response: ECONNREFUSED\n')
  expect(unanswered(null)).toContain('No response: –\n')
  const untrusted = unanswered('SELF_SIGNED_CERT_IN_CHAIN')
  expect(untrusted).toMatch(/not trusted: SELF_SIGNED_CERT_IN_CHAIN\. .*NODE_EXTRA_CA_CERTS/)
  const prevented = untrusted.split('\n').filter((line) => line.includes('not requested'))
  expect(prevented).toHaveLength(1)
  expect(prevented[0]).toMatch(
    /^– subscription, providers, graph:vms, .*locks.*: not requested, because .*\(subscriptions\)$/,
  )
})
