/** A marketplace image and its guest agent's values. */
export interface Image {
  readonly osType: 'Windows' | 'Linux'
  readonly publisher: string
  readonly offer: string
  readonly sku: string
  readonly osName: string
  readonly osVersion: string
}

function linux(publisher: string, offer: string, sku: string, osName: string, osVersion: string): Image {
  return { osType: 'Linux', publisher, offer, sku, osName, osVersion }
}

function windows(offer: string, sku: string, osName: string, build: string): Image {
  return { osType: 'Windows', publisher: 'MicrosoftWindowsServer', offer, sku, osName, osVersion: `10.0.${build}.3447` }
}

/** Images the worlds use; the URNs are those of supported and unsupported systems alike. */
export const images = {
  ubuntu2404: linux('Canonical', 'ubuntu-24_04-lts', 'server', 'ubuntu', '24.04'),
  ubuntu2204: linux('Canonical', '0001-com-ubuntu-server-jammy', '22_04-lts-gen2', 'ubuntu', '22.04'),
  ubuntu2004: linux('Canonical', '0001-com-ubuntu-server-focal', '20_04-lts-gen2', 'ubuntu', '20.04'),
  ubuntu1804: linux('Canonical', 'UbuntuServer', '18.04-LTS', 'ubuntu', '18.04'),
  ubuntuConfidential: linux('Canonical', '0001-com-ubuntu-confidential-vm-jammy', '22_04-lts-cvm', 'ubuntu', '22.04'),
  rhel94: linux('RedHat', 'RHEL', '94_gen2', 'redhat', '9.4'),
  rhel89: linux('RedHat', 'RHEL', '8_9', 'redhat', '8.9'),
  rhel79: linux('RedHat', 'RHEL', '7_9', 'redhat', '7.9'),
  rhel79lvm: linux('RedHat', 'RHEL', '7-LVM', 'redhat', '7.9'),
  centos79: linux('OpenLogic', 'CentOS', '7_9', 'centos', '7.9.2009'),
  oracle86: linux('Oracle', 'Oracle-Linux', 'ol86-lvm-gen2', 'oracle', '8.6'),
  mariner2: linux('MicrosoftCBLMariner', 'cbl-mariner', 'cbl-mariner-2-gen2', 'mariner', '2.0.20230518'),
  azureLinux3: linux('MicrosoftCBLMariner', 'azure-linux-3', 'azure-linux-3-gen2', 'azurelinux', '3.0.20260601'),
  debian12: linux('Debian', 'debian-12', '12-gen2', 'debian', '12.6'),
  sles15: linux('SUSE', 'sles-15-sp5', 'gen2', 'sles', '15.5'),
  alma9: linux('almalinux', 'almalinux-x86_64', '9-gen2', 'almalinux', '9.4'),
  windows2025: windows(
    'WindowsServer',
    '2025-datacenter-azure-edition',
    'Windows Server 2025 Datacenter Azure Edition',
    '26100',
  ),
  windows2022: windows('WindowsServer', '2022-datacenter-g2', 'Windows Server 2022 Datacenter', '20348'),
  windows2019: windows('WindowsServer', '2019-datacenter', 'Windows Server 2019 Datacenter', '17763'),
  windows2016: windows('WindowsServer', '2016-Datacenter', 'Windows Server 2016 Datacenter', '14393'),
  windowsSql: {
    ...windows('sql2022-ws2022', 'standard-gen2', 'Windows Server 2022 Datacenter', '20348'),
    publisher: 'MicrosoftSQLServer',
  },
} as const satisfies Record<string, Image>

export type ImageName = keyof typeof images
