import 'server-only'
import { apiVersions } from '@/lib/azure/api-versions'
import { checkExchanges } from '@/lib/setup/azure/check'
import type { CallResult } from '@/lib/setup/azure/compare'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { exerciseAzure, type AzurePlace } from './exercise'
import { graphNameOf } from './graph-name'

export interface AzureCheck {
  readonly results: readonly CallResult[]
  /** Everything that was sent and answered; it holds names and ids. */
  readonly exchanges: readonly Exchange[]
}

/** Makes the product's calls once each and compares the answers with what the product expects. */
export async function checkAzure(place: AzurePlace): Promise<AzureCheck> {
  const exchanges: Exchange[] = []
  await exerciseAzure(place, (exchange) => exchanges.push(exchange))
  return { results: checkExchanges(exchanges, apiVersions, graphNameOf), exchanges }
}
