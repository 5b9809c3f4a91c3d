import { actInside, guest } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const byManager = (apt: string, yum: string): string => `if command -v apt-get >/dev/null; then ${apt}; else ${yum}; fi`

/**
 * What is changed inside the VM. The commands are fixed: nothing that a guest says is ever run.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-isolated-network
 */
export const guestSteps = {
  'stop-services': actInside(
    guest("systemctl list-units --type=service --state=running\nsudo systemctl disable --now '<SERVICE-NAME>'", null),
  ),
  'release-data-volume': actInside(
    guest("sudo fuser -vm '<MOUNT-POINT>'\nsudo systemctl stop '<SERVICE-NAME>'\nsudo swapon --show", null),
  ),
  'disable-selinux': actInside(
    guest("sudo sed -i 's/^SELINUX=.*/SELINUX=disabled/' /etc/selinux/config\nsudo systemctl reboot", null),
    'restart',
  ),
  'mount-data-disks': actInside(
    guest(
      'lsblk -o NAME,FSTYPE,UUID,MOUNTPOINT\nsudoedit /etc/fstab\nsudo mount -a\nfindmnt -rn -o TARGET,SOURCE',
      'Get-Disk | Where-Object IsOffline | Set-Disk -IsOffline $false\nGet-Volume',
    ),
  ),
  'move-data-mounts': actInside(
    guest(
      "sudo umount '<OLD-MOUNT-POINT>'\nsudo mkdir -p '<NEW-MOUNT-POINT>'\nsudoedit /etc/fstab\nsudo mount -a",
      null,
    ),
  ),
  'install-packages': actInside(
    guest(
      byManager(
        'sudo apt-get update && sudo apt-get install -y lsscsi psmisc cryptsetup-bin procps',
        'sudo yum install -y lsscsi psmisc lvm2 uuid patch cryptsetup procps-ng util-linux',
      ),
      null,
    ),
  ),
  'load-modules': actInside(
    guest('grep -r -e vfat -e dm_crypt /etc/modprobe.d\nsudo modprobe vfat && sudo modprobe dm_crypt', null),
  ),
  'update-kernel': actInside(
    guest('sudo apt-get update && sudo apt-get install -y linux-azure && sudo reboot', null),
    'restart',
  ),
  'free-space': actInside(guest('df -h / /boot\nsudo du -xh --max-depth=2 / | sort -h | tail -n 20', null)),
  'update-agent': actInside(
    guest(
      byManager(
        'sudo apt-get update && sudo apt-get install -y --only-upgrade walinuxagent',
        'sudo yum update -y WALinuxAgent',
      ),
      "(Get-Item 'C:\\WindowsAzure\\Packages\\WaAppAgent.exe').VersionInfo.ProductVersion",
    ),
  ),
  'start-agent': actInside(
    guest(
      'sudo systemctl restart walinuxagent || sudo systemctl restart waagent',
      'Restart-Service -Name WindowsAzureGuestAgent,RdAgent -Force',
    ),
  ),
  'open-platform-address': actInside(
    guest(
      'sudo iptables -S | grep -e 168.63.129.16 -e 169.254.169.254\nsudo iptables -I OUTPUT -d 168.63.129.16 -p tcp -m multiport --dports 80,443,32526 -j ACCEPT\nsudo iptables -I OUTPUT -d 169.254.169.254 -p tcp --dport 80 -j ACCEPT',
      "New-NetFirewallRule -DisplayName 'Azure platform' -Direction Outbound -RemoteAddress 168.63.129.16,169.254.169.254 -Action Allow",
    ),
  ),
  'bypass-proxy': actInside(
    guest(
      'echo no_proxy=168.63.129.16,169.254.169.254 | sudo tee -a /etc/environment\ngrep -i HttpProxy /etc/waagent.conf',
      'netsh winhttp show proxy',
    ),
  ),
  'fix-bitlocker-policy': actInside(guest(null, 'gpupdate.exe /force')),
  'prepare-server-core': actInside(guest(null, 'bdehdcfg.exe -target default'), 'restart'),
} satisfies Partial<Record<StepKind, Step>>
