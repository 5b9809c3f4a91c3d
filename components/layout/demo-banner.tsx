'use client'

import { ArrowLeft, FlaskConical, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { demoStories, demoStoryNames, type DemoStory } from './demo-stories'

/** The steps of a story: where to go, and what to look at there. */
function Steps({ story }: { readonly story: DemoStory }) {
  const t = useTranslations('demo.step')
  return (
    <ol className="mt-2 grid list-decimal gap-1 pl-5">
      {demoStories[story].map(({ step, href }) => (
        <li key={step}>
          <Link href={href} className="font-medium underline decoration-line-strong underline-offset-4">
            {t(step)}
          </Link>{' '}
          <span className="text-text-2">{t(`${step}Look`)}</span>
        </li>
      ))}
    </ol>
  )
}

/** The demo's guide through its fleet. The chosen story stays while the user goes from page to page. */
export default function DemoBanner() {
  const t = useTranslations('demo')
  const [story, setStory] = useState<DemoStory | null>(null)
  const [isHidden, setHidden] = useState(false)
  if (isHidden) return null
  const hide = <IconButton label={t('hide')} icon={<X size={16} aria-hidden />} onClick={() => setHidden(true)} />
  const choices = (
    <div className="flex flex-wrap items-center gap-2">
      {demoStoryNames.map((name) => (
        <Button key={name} size="small" onClick={() => setStory(name)}>
          {t(`story.${name}`)}
        </Button>
      ))}
      {hide}
    </div>
  )
  if (story === null)
    return (
      <Banner icon={<FlaskConical size={16} aria-hidden />} title={t('title')} action={choices}>
        {t('text')} <span className="print:hidden">{t('choose')}</span>
      </Banner>
    )
  return (
    <section aria-label={t(`story.${story}`)} className="rounded-card border border-line-strong bg-surface px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="grow font-semibold">{t(`story.${story}`)}</h2>
        <Button size="small" icon={<ArrowLeft size={14} aria-hidden />} onClick={() => setStory(null)}>
          {t('back')}
        </Button>
        {hide}
      </div>
      <Steps story={story} />
    </section>
  )
}
