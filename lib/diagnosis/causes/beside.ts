import type { ProblemKind } from '../kinds'
import { retry, rule } from './rule'
import type { CauseRule, CauseView } from './types'
import { always, said, strongest, where } from './weigh'

/** Not where only a text names the extension. */
const isListed = ({ reading: { facts } }: CauseView): boolean => facts !== null

/** Extensions and settings that should not be there, or that only seem wrong. */
export const besideProblems = {
  'extension-removed': [rule('removed-before-disabled', always('shown', 'extension-list', 'disk-stamps'), retry)],
  'extension-deprecated': [rule('deprecated-publisher', always('shown', 'extension-list'), retry)],
  'extension-wrong-os': [
    rule(
      'extension-for-other-os',
      strongest(said('arm-handler-wrong-os'), where(isListed, 'shown', 'extension-list', 'os-type')),
      retry,
    ),
  ],
  'other-extension-failed': [rule('other-extension-broken', always('shown', 'other-extensions'))],
  'other-extension-running': [rule('operation-goes-on', always('shown', 'other-extensions'))],
  'two-kinds-of-encryption': [rule('two-encryptions-chosen', always('shown', 'security-profile', 'data-disks'))],
  'host-encryption-not-counted': [
    rule('compliance-reads-bitlocker', always('possible', 'security-profile', 'other-extensions')),
  ],
  'extension-renamed': [rule('named-by-template', always('shown', 'extension-name'))],
  'dual-pass-leftover': [rule('dual-pass-disabled', always('shown', 'model-settings'))],
  'dual-pass-in-use': [rule('dual-pass-chosen', always('shown', 'model-settings', 'extension-version'))],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
