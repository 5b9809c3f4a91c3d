import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checks } from './checks'
import { problemKinds } from './kinds'
import { prerequisiteKinds } from './readiness/kinds'
import { seed, seedIds } from './seed'
import { problemSources } from './sources'
import { steps } from './steps'

/** The collection of facts, if present, is beside the repository. */
const facts = `${process.env.SEALWATCH_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))}/facts/ade-documentation.md`

describe('the guide that Sealwatch began with', () => {
  it('is covered statement by statement', () => {
    for (const id of seedIds) {
      const target = seed[id]
      if ('check' in target) expect(checks.map(({ kind }) => kind)).toContain(target.check)
      else if ('prerequisite' in target) expect(prerequisiteKinds).toContain(target.prerequisite)
      else if ('step' in target) expect(Object.keys(steps)).toContain(target.step)
      else expect(problemKinds).toContain(target.help)
    }
    expect(Object.keys(seed)).toEqual(seedIds)
  })

  it('has as many statements as the collection of facts counts', () => {
    if (!existsSync(facts)) {
      console.info(`Not compared: ${facts} is missing`)
      return
    }
    const text = readFileSync(facts, 'utf8')
    const section = text.slice(text.indexOf('## 1. Seed coverage'), text.indexOf('## 2.'))
    expect([...section.matchAll(/^\| (S\d\d) \|/gm)].map(([, id]) => id)).toEqual(seedIds)
  })
})

describe('the sources', () => {
  it('are permanent addresses, at least one for each problem', () => {
    const links = problemKinds.flatMap((kind) => problemSources[kind].map((link) => ({ kind, link })))
    for (const kind of problemKinds) expect(problemSources[kind].length, kind).toBeGreaterThan(0)
    const permanent =
      /^https:\/\/(?:learn\.microsoft\.com\/(?!en-us)|github\.com\/Azure\/azure-linux-extensions\/(?:blob|tree)\/[0-9a-f]{8,40}\/|github\.com\/[\w-]+\/[\w-]+\/issues\/\d+$|aka\.ms\/)/
    expect(links.filter(({ link }) => !permanent.test(link))).toEqual([])
  })
})
