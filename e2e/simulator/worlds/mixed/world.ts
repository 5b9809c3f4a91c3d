import { buildVm } from '../build-vm'
import { adeExtension } from '../build-extension'
import { peopleOf, readerOf, sameRoles, servicePrincipalsOf } from '../people'
import type { SceneContents, ScenePlace } from '../scene'
import { subscriptionsOf } from '../subscriptions'

export function createMixedWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Contoso Production', 'Contoso Staging'])
  const place = { seed: spec.seed, subscriptions, now }
  const stamped = { stampCode: 'EncryptionState/encrypted', settings: 'stamped' } as const
  return {
    displayName: 'Contoso',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: [
      buildVm(place, {
        name: 'vm-plain-01',
        subscription: 0,
        group: 'rg-web-prod',
        image: 'ubuntu2204',
        dataDisks: [128],
      }),
      buildVm(place, {
        name: 'vm-sealed-01',
        subscription: 0,
        group: 'rg-web-prod',
        image: 'ubuntu2204',
        osDisk: stamped,
        extensions: [
          adeExtension({
            version: 'linux-single',
            report: {
              status: 'success',
              code: 0,
              message: 'Encryption succeeded for all volumes',
              words: { os: 'Encrypted', data: 'NotMounted' },
            },
          }),
        ],
      }),
    ],
  }
}
