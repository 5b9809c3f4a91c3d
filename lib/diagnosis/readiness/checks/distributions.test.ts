import { describe, expect, it } from 'vitest'
import { covers, supportOf, systemName, type Coverage } from './distributions'

const all = ['os-and-data', 'os-and-data'] as const
const dataOnly = ['data', 'data'] as const
const beyond = ['none', 'os-and-data'] as const
const dataBeyond = ['none', 'data'] as const
const none = ['none', 'none'] as const

describe('the support of a Linux system', () => {
  it.each<[string, string, readonly [Coverage, Coverage]]>([
    ['ubuntu', '18.04', all],
    ['ubuntu', '20.04', all],
    ['ubuntu', '22.04', all],
    ['ubuntu', '24.04.1', all],
    ['ubuntu', '24.10', dataBeyond],
    ['ubuntu', '26.04', dataBeyond],
    ['ubuntu', '16.04', none],
    ['ubuntu', '22.10', none],
    ['ubuntu', '', none],
    ['rhel', '6.6', none],
    ['rhel', '6.7', dataOnly],
    ['rhel', '6.8', dataOnly],
    ['rhel', '6.9', none],
    ['rhel', '7', all],
    ['rhel', '7.3', none],
    ['rhel', '7.4', all],
    ['rhel', '7.9', all],
    ['rhel', '7.10', none],
    ['rhel', '8', all],
    ['rhel', '8.0', beyond],
    ['rhel', '8.1', all],
    ['rhel', '8.9', all],
    ['rhel', '8.10', beyond],
    ['rhel', '9', all],
    ['rhel', '9.0', all],
    ['rhel', '9.1', beyond],
    ['rhel', '9.4', all],
    ['rhel', '9.5', beyond],
    ['rhel', '10.0', dataBeyond],
    ['rhel', '5.9', none],
    ['rhel', 'new', none],
    ['centos', '6.7', none],
    ['centos', '6.8', dataOnly],
    ['centos', '7', all],
    ['centos', '7.3', none],
    ['centos', '7.9', all],
    ['centos', '8', all],
    ['centos', '8.1', none],
    ['centos', '8.2', all],
    ['centos', '8.5', none],
    ['centos', '9', none],
    ['oracle', '8.4', none],
    ['oracle', '8.5', all],
    ['oracle', '8.6', all],
    ['oracle', '8.7', beyond],
    ['oracle', '8', none],
    ['oracle', '9.1', dataBeyond],
    ['oracle', '7.9', none],
    ['sles', '12-sp3', dataOnly],
    ['sles', '12.4', dataOnly],
    ['sles', '12-sp5', none],
    ['sles', '15', dataBeyond],
    ['sles', '15.5', dataBeyond],
    ['sles', '11', none],
    ['opensuse', '42.3', dataOnly],
    ['opensuse', '15.3', none],
    ['mariner', '2', all],
    ['mariner', '1', none],
    ['azurelinux', '3.0', beyond],
    ['azurelinux', '2.0', none],
    ['debian', '11', dataBeyond],
    ['debian', '10', none],
    ['almalinux', '9.4', none],
    ['constructor', '9', none],
  ])('%s %s', (name, version, [listed, tolerated]) => {
    expect(supportOf({ name, version })).toEqual({ listed, tolerated })
  })

  it.each([
    ['Ubuntu', 'ubuntu'],
    ['Red Hat Enterprise Linux', 'rhel'],
    ['redhat', 'rhel'],
    ['rhel', 'rhel'],
    ['CentOS Linux', 'centos'],
    ['ol', 'oracle'],
    ['Oracle Linux', 'oracle'],
    ['solaris', 'solaris'],
    ['openSUSE Leap', 'opensuse'],
    ['SUSE', 'sles'],
    ['sles', 'sles'],
    ['CBL-Mariner', 'mariner'],
    ['Azure Linux', 'azurelinux'],
    ['azurelinux', 'azurelinux'],
    ['debian', 'debian'],
    ['AlmaLinux', 'almalinux'],
  ])('%s is known as %s', (text, name) => {
    expect(systemName(text)).toBe(name)
  })

  it('covers the requested volumes, or does not', () => {
    const wanted = ['os', 'data', 'all'] as const
    expect(wanted.map((volumes) => covers('os-and-data', volumes))).toEqual([true, true, true])
    expect(wanted.map((volumes) => covers('data', volumes))).toEqual([false, true, false])
    expect(wanted.map((volumes) => covers('none', volumes))).toEqual([false, false, false])
  })
})
