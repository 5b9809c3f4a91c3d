'use client'

import { useTranslations } from 'next-intl'
import type { Retirement } from '@/lib/contract/retirement'

const tables = ['disks', 'domainJoined', 'sessionHosts', 'backedUp', 'setMembers'] as const

/** Parts that could not be read, each with its reason. */
export function useMissing(): (answer: Retirement) => readonly string[] {
  const t = useTranslations('retirement')
  return (answer) => {
    const parts = tables.flatMap((name) => {
      const part = answer[name]
      return part.known ? [] : [`${t(`part.${name}`)} (${t(`why.${part.why}`)})`]
    })
    const feature = answer.features.flatMap(({ registered }) => (registered.known ? [] : [registered.why]))[0]
    const size = answer.sizes.flatMap(({ atHost }) => (atHost.known ? [] : [atHost.why]))[0]
    return [
      ...parts,
      ...(feature === undefined ? [] : [`${t('part.features')} (${t(`why.${feature}`)})`]),
      ...(size === undefined ? [] : [`${t('part.sizes')} (${t(`why.${size}`)})`]),
    ]
  }
}
