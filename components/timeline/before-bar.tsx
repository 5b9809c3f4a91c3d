import { EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** The time before the first observation, with a wall at its end. The list shows the same in each lane's first row. */
export function BeforeBar({ until, reported }: { readonly until: number; readonly reported: boolean }) {
  const t = useTranslations('history')
  return (
    <span
      aria-hidden
      className="absolute top-1 left-0 flex h-8 items-center justify-center gap-1 overflow-hidden border-r-2 border-text-3 bg-canvas text-meta text-text-2"
      style={{ width: until }}
    >
      {until >= 24 && <EyeOff size={14} className="shrink-0" />}
      {reported && until >= 180 && <span className="truncate">{t('before')}</span>}
    </span>
  )
}
