import 'server-only'
import { serviceTokenSource } from '@/lib/auth/service-token'
import { blobContainer, storageScope, type BlobContainer } from '@/lib/azure/blob-container'
import { collectorConfig } from '@/lib/config/collector-config'

/**
 * The container of the reports, with the rights of the collector's identity.
 * @throws ConfigurationError naming every wrong variable
 */
export function reportContainer(address: string): BlobContainer {
  return blobContainer(address, serviceTokenSource(collectorConfig(), storageScope))
}
