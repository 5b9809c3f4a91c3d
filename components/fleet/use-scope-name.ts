'use client'

import { useTranslations } from 'next-intl'
import { useFleetContext } from './fleet-context'

/** Label for the scope of a wait or a gap: a subscription's name, the last name of an id, or "all". */
export function useScopeName(): (scope: string) => string {
  const t = useTranslations('fleet.load')
  const { names } = useFleetContext()
  return (scope) => {
    if (scope === 'tenant') return t('tenant')
    const id = /\/subscriptions\/([^/]+)/i.exec(scope)?.[1] ?? scope
    return names.get(id.toLowerCase()) ?? scope.split('/').at(-1) ?? scope
  }
}
