template-groups-beside-interface = The template describes a network interface, and its security groups stand outside of it. AWS starts no instance from such a template.
template-groups-beside-interface-fix = Under Advanced network configuration, remove the network interface, so that the security groups count.

policy-suspended = { $policy } can't act, because the group has these processes suspended: { $processes }
policy-suspended-fix = Open { $asg } > Details > Advanced configurations > Edit, and take these out of Suspended processes: { $processes }
