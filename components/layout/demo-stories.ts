import type { Messages } from '@/lib/i18n/messages'

export const demoStoryNames = ['on-call', 'auditor', 'manager'] as const
export type DemoStory = (typeof demoStoryNames)[number]

type StepText = keyof Messages['demo']['step']
/** A step has two texts: what to do, and what to look at. */
type Step = { [Name in StepText]: `${Name}Look` extends StepText ? Name : never }[StepText]

interface StoryStep {
  readonly step: Step
  readonly href: string
}

/** Where each story leads; the VMs named here are those of the demo's past. */
export const demoStories: Readonly<Record<DemoStory, readonly StoryStep[]>> = {
  'on-call': [
    { step: 'call-groups', href: '/needs-action' },
    { step: 'call-stuck', href: '/?q=vm-stg-ci-02' },
    { step: 'call-restart', href: '/?q=vm-cache-03' },
  ],
  auditor: [
    { step: 'audit-proof', href: '/?state=encrypted' },
    { step: 'audit-report', href: '/report' },
    { step: 'audit-export', href: '/' },
  ],
  manager: [
    { step: 'manager-curve', href: '/history?hours=720' },
    { step: 'manager-way', href: '/retirement' },
    { step: 'manager-link', href: '/' },
  ],
}
