import { renderSet } from '../arm/render-scale-set'
import { actions } from '../arm/rights'
import { scaleSetsOfSubscription } from '../arm/scale-set-index'
import type { ArmContext } from '../model/http'
import type { SimScaleSet } from '../model/scale-set'
import type { SimVm } from '../model/vm'
import { ConstantRow } from './language/derived-rows'
import type { Row } from './language/values'

export const scaleSetType = 'microsoft.compute/virtualmachinescalesets'

/** The sets of a subscription that the caller may read. */
export function readableScaleSets(context: ArmContext, subscriptionId: string): readonly SimScaleSet[] {
  return scaleSetsOfSubscription(context.world, subscriptionId).filter(({ id }) => context.can(actions.scaleSet, id))
}

/** The instances of a subscription of which the caller may read this kind of part: only their disks are rows. */
export function instancesWith(context: ArmContext, action: string, subscriptionId: string): readonly SimVm[] {
  const instances = scaleSetsOfSubscription(context.world, subscriptionId).flatMap((set) => set.instances)
  return instances.map(({ vm }) => vm).filter(({ id }) => context.can(action, id))
}

/** Rows of scale sets: the model with its extension profile. */
export function scaleSetRows(context: ArmContext, subscriptionIds: readonly string[]): Row[] {
  return subscriptionIds.flatMap((id) =>
    readableScaleSets(context, id).map((set) => {
      const { subscriptionId } = set
      const { tenantId } = context.world
      const resourceGroup = set.resourceGroup.toLowerCase()
      return new ConstantRow({ ...renderSet(set), type: scaleSetType, tenantId, subscriptionId, resourceGroup })
    }),
  )
}
