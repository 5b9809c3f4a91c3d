import { useLocale, useTranslations } from 'next-intl'
import { Flag } from '@/components/ui/chip'
import type { FlagCode, VmState } from '@/lib/contract/codes'
import { formatItems } from '@/lib/i18n/format'
import { flagIcons } from './flag-icons'
import { orderFlags } from './flag-order'

/** One flag: neutral outline, icon and word. */
export function FlagChip({ code }: { readonly code: FlagCode }) {
  const t = useTranslations('flags.flag')
  const Icon = flagIcons[code]
  return <Flag icon={<Icon size={12} strokeWidth={2} aria-hidden />}>{t(code)}</Flag>
}

/** For a table cell: at most one flag, the rest as "+2". */
export function FirstFlag({ flags, state }: { readonly flags: readonly FlagCode[]; readonly state: VmState }) {
  const t = useTranslations('flags')
  const language = useLocale()
  const [first, ...others] = orderFlags(flags, state)
  if (first === undefined) return null
  const names = formatItems(
    language,
    others.map((code) => t(`flag.${code}`)),
  )
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <FlagChip code={first} />
      {others.length > 0 && (
        <span className="text-label text-text-3" title={names}>
          <span aria-hidden>{t('more', { count: others.length })}</span>
          <span className="sr-only">{t('moreLabel', { count: others.length, names })}</span>
        </span>
      )}
    </span>
  )
}
