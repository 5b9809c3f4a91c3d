import { useTranslations } from 'next-intl'
import type { PowerState } from '@/lib/contract/fleet'

/** Power state of a VM in words. */
export function PowerText({ power }: { readonly power: PowerState }) {
  const t = useTranslations('facts.power')
  return <>{t(power)}</>
}
