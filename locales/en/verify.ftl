template-groups-beside-interface = The template describes a network interface, and its security groups stand outside of it. AWS starts no instance from such a template.
template-groups-beside-interface-fix = Under Advanced network configuration, remove the network interface, so that the security groups count.
