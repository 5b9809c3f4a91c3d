import type { CatalogueId } from '../ids'
import { linuxCheckSamples } from './linux-check-samples'
import { linuxOtherSamples } from './linux-other-samples'
import { linuxStatusSamples } from './linux-status-samples'
import { otherSamples } from './other-samples'
import { requestSamples } from './request-samples'

/** One text for every entry: the literal words with example values of our own. */
export const samples: Readonly<Record<CatalogueId, string>> = {
  ...linuxStatusSamples,
  ...linuxCheckSamples,
  ...linuxOtherSamples,
  ...otherSamples,
  ...requestSamples,
}
