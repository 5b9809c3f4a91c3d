import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import packageJson from '@/package.json'
import { top } from '../launch/paths'
import { packageManifest } from '../package/manifest'
import { changesOf, checksumsOf, provenanceOf } from './contents'

describe('the files of a release', () => {
  it('have the section of this version of the changelog', () => {
    const changelog = readFileSync(join(top, 'CHANGELOG.md'), 'utf8')
    expect(changesOf(changelog, packageJson.version)?.text).toMatch(/^- /)
    const two = '# Changelog\n\n## 1.1.0 (unreleased)\n\n- b\n\n## 1.1 (2026)\n\n## 1.0.0 (2026-11-28)\n\n- a\n'
    expect(changesOf(two, '1.1.0')).toEqual({ text: '- b\n', isUnreleased: true })
    expect(changesOf(two, '1.0.0')).toEqual({ text: '- a\n', isUnreleased: false })
    for (const missing of ['1.1', '1.0', '2.0.0']) expect(changesOf(two, missing)).toBeNull()
  })

  it('have checksums that sha256sum reads, and a provenance that names each of them and the commit', () => {
    const artifacts = [
      { name: 'a.tgz', bytes: Buffer.from('a') },
      { name: 'b.json', bytes: Buffer.from('b') },
    ]
    const sha256 = createHash('sha256').update('a').digest('hex')
    expect(checksumsOf(artifacts).split('\n')).toEqual([`${sha256}  a.tgz`, expect.stringMatching(/^\w{64} {2}b/), ''])
    expect(provenanceOf(artifacts, { version: '1.0.0', commit: 'c0ffee' })).toMatchObject({
      subject: [{ name: 'a.tgz', digest: { sha256 } }, { name: 'b.json' }],
      predicate: { buildDefinition: { resolvedDependencies: [{ digest: { gitCommit: 'c0ffee' } }] } },
    })
  })

  it('come from a project and a package that are not private', () => {
    for (const manifest of [packageJson, packageManifest(packageJson)]) expect(manifest).not.toHaveProperty('private')
  })
})

const workflowSchema = z.looseObject({
  on: z.looseObject({ push: z.strictObject({ tags: z.array(z.string()) }).optional() }),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      environment: z.string().optional(),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
})
const workflows = join(top, '.github', 'workflows')

describe.each(readdirSync(workflows))('the workflow %s', (name) => {
  const text = readFileSync(join(workflows, name), 'utf8')
  const workflow = workflowSchema.parse(parse(text))
  const jobs = Object.values(workflow.jobs)

  it('runs for tags alone, says that it was not tried, and stores no secret', () => {
    expect(Object.keys(workflow.on)).toEqual(['push'])
    expect(text).toMatch(/^# Has not been run yet/)
    expect(text).not.toMatch(/secrets\./)
  })

  it('pins every action to a commit and no step takes text of an event into a shell', () => {
    const uses = jobs.flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []))
    expect(uses.length).toBeGreaterThan(0)
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
    for (const { run = '' } of jobs.flatMap(({ steps }) => steps)) expect(run).not.toContain('${{')
  })

  it('gives rights to write only to a job that waits for an approval and builds nothing', () => {
    expect(workflow.permissions).toEqual({})
    for (const { permissions, environment, steps } of jobs) {
      if (!Object.values(permissions).includes('write')) continue
      expect(environment).toBe('release')
      expect(JSON.stringify(steps)).not.toMatch(/checkout|npm (?:ci|run|install)/)
    }
  })
})
