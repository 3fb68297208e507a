#!/bin/bash
# Inside of new namespaces: makes a root of its own in an empty folder and runs the supervisor there. Nothing outside changes, and
# nothing leaves: there is no network, the programs of this machine can't be written, and all else lies in memory.
# $1: the empty folder; $2: what is copied into it; $3: the script's folder; $4: the program that stands in for those of an instance.
read -r
set -e
mount -t tmpfs -o size=64m,mode=0755 tmpfs "$1"
cp -a "$2/." "$1"
cd "$1"
show() {
  mount --rbind "$1" "$2"
  mount -o remount,bind,ro "$2"
}
for folder in .host/*; do show "/${folder#.host/}" "$folder"; done
show "$4" .sandbox/program
show "$3" .sandbox/in
for device in null zero random urandom; do mount --bind "/dev/$device" "dev/$device"; done
mount -t proc proc proc
layout=$(< "$3/layout")
mkdir -p "root/.local/share/pnpm$layout"
ln -s /.sandbox/program "root/.local/share/pnpm$layout/pnpm"
ln -s /.sandbox/program "root/.local/share/pnpm$layout/pm2"
ln -s /.sandbox/program "root/.local/share/pnpm$layout/pnpx"
printf 'export PNPM_HOME="/root/.local/share/pnpm%s"\n' "$layout" > root/.bashrc
cat .sandbox/in/bashrc >> root/.bashrc
chown 0:0 -R root
# Without other users on this machine there is none here.
chown 1000:1000 home/ec2-user 2> /dev/null || true
exec chroot . /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 /.sandbox/program supervise
