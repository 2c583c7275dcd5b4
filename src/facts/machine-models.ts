/** How virtual machines call their own model, whoever made the hypervisor. */
const VIRTUAL_MACHINE =
  /^(?:Virtual Machine|VMware.*|VirtualBox|HVM domU|KVM|Bochs|RHEV Hypervisor|OpenStack (?:Nova|Compute)|Google Compute Engine|Standard PC \(.*|Parallels Virtual Platform|Xen.*|AHV|oVirt.*|Alibaba Cloud ECS)$/i;

/** True for the model of a virtual machine, as `systeminfo` prints it. */
export function isVirtualMachine(model: string): boolean {
  return VIRTUAL_MACHINE.test(model.trim());
}
