'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { fleetReadinesses, otherEncryptions, powerStates } from '@/lib/contract/fleet'
import { passes, vmStates } from '@/lib/contract/codes'
import { fleetNeeds, type FleetGrouping } from '@/lib/contract/fleet-search'
import type { FacetName } from '@/lib/views/fleet-fields'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { useFleetContext } from './fleet-context'

/** Label for the value of a filter or a group. */
export type FacetLabel = (facet: FacetName, value: string) => string

/** Labels for codes, names for ids, and Azure's own spelling if an entry contains it. */
export function useFacetLabel(): FacetLabel {
  const states = useTranslations('states.state')
  const facts = useTranslations('facts')
  const t = useTranslations('fleet.filter')
  const needs = useTranslations('fleet.need')
  const { names } = useFleetContext()
  return useMemo(() => {
    const words = new Map<string, string>([
      ...vmStates.map((code): [string, string] => [`state ${code}`, states(code)]),
      ...passes.map((code): [string, string] => [`pass ${code}`, facts(`pass.${code}`)]),
      ...powerStates.map((code): [string, string] => [`power ${code}`, facts(`power.${code}`)]),
      ...otherEncryptions.map((code): [string, string] => [
        `otherEncryption ${code}`,
        facts(`otherEncryption.${code}`),
      ]),
      ...fleetReadinesses.map((code): [string, string] => [`readiness ${code}`, facts(`readiness.${code}`)]),
      ...fleetNeeds.map((code): [string, string] => [`needs ${code}`, needs(code)]),
      ['otherEncryption none', t('none')],
      ['os unknown', t('unknown')],
      ['pass unknown', t('unknown')],
    ])
    return (facet, value) => {
      if (facet === 'subscription') return names.get(value) ?? value
      return words.get(`${facet} ${value}`) ?? value
    }
  }, [states, facts, t, needs, names])
}

/** Label of a group; resource groups and regions as spelled in their first row. */
export function groupLabel(label: FacetLabel, grouping: FleetGrouping, value: string, sample: FleetEntry): string {
  if (grouping === 'group') return sample.resourceGroup
  if (grouping === 'region') return sample.region
  return label(grouping, value)
}
