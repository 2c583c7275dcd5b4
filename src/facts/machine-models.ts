/** How virtual machines call their own model, whoever made the hypervisor. */
const VIRTUAL_MACHINE =
  /^(?:Virtual Machine|VMware.*|VirtualBox|HVM domU|KVM|Bochs|RHEV Hypervisor|OpenStack (?:Nova|Compute)|Google Compute Engine|Standard PC \(.*|Parallels Virtual Platform|Xen.*|AHV|oVirt.*|Alibaba Cloud ECS)$/i;

/** Makers of nothing but virtual machines. Their models may be sizes; those that are whole computers say so. */
const VIRTUAL_MAKER = /^(?:VMware,? Inc\.?|innotek GmbH|QEMU|Xen|Bochs|Nutanix|oVirt|Parallels.*|Amazon EC2)$/i;
const WHOLE_COMPUTER = /\.metal\b/i;

/** True for the model of a virtual machine, as `systeminfo` prints it, or for any model of one of their makers. */
export function isVirtualMachine(model: string, maker = ""): boolean {
  return VIRTUAL_MACHINE.test(model.trim()) || (VIRTUAL_MAKER.test(maker.trim()) && !WHOLE_COMPUTER.test(model));
}
