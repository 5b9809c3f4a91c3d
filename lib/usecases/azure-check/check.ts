import 'server-only'
import { apiVersions } from '@/lib/azure/api-versions'
import { checkExchanges } from '@/lib/setup/azure/check'
import type { CallResult } from '@/lib/setup/azure/compare'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { exerciseAzure, type AzurePlace } from './exercise'
import { graphNameOf } from './graph-name'
import { newWordsOf } from './new-words'

export interface AzureCheck {
  readonly results: readonly CallResult[]
  /** Every request and response; they contain names and ids. */
  readonly exchanges: readonly Exchange[]
}

/** Makes each of the product's calls once and compares the responses with what the product expects. */
export async function checkAzure(place: AzurePlace): Promise<AzureCheck> {
  const exchanges: Exchange[] = []
  await exerciseAzure(place, (exchange) => exchanges.push(exchange))
  return { results: checkExchanges(exchanges, apiVersions, graphNameOf, newWordsOf), exchanges }
}
