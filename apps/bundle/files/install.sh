#!/bin/sh
# Installs Tiaoli on a Debian or another Linux with systemd, without any network. Run it as root in the unpacked folder:
#
#   ./install.sh                      into /opt/tiaoli, data in /var/lib/tiaoli, settings in /etc/tiaoli
#   ./install.sh --root FOLDER        the same below another root, without users or services: for images and tries
#
# Run again with a newer archive it upgrades: the data stay, the old program stays beside the new one.
set -eu

root=
while [ $# -gt 0 ]; do
  case "$1" in
    --root) root=${2:?--root needs a folder}; shift 2 ;;
    *) echo "install.sh: unknown option $1" >&2; exit 2 ;;
  esac
done

here=$(cd -- "$(dirname -- "$0")" && pwd)
name=$(basename -- "$here")
opt=$root/opt/tiaoli
data=$root/var/lib/tiaoli
settings=$root/etc/tiaoli

if [ -z "$root" ] && [ "$(id -u)" != 0 ]; then
  echo 'install.sh: run it as root, or with --root FOLDER.' >&2
  exit 2
fi

echo 'Checking the files…'
(cd "$here" && sha256sum --check --quiet --strict SHA256SUMS >&2) || {
  echo 'install.sh: a file is damaged or was changed; unpack the archive again.' >&2
  exit 1
}

mkdir -p "$opt" "$data" "$settings"
if [ "$here" != "$opt/$name" ]; then
  rm -rf "$opt/$name.part"
  cp -a "$here" "$opt/$name.part"
  rm -rf "$opt/$name"
  mv "$opt/$name.part" "$opt/$name"
fi
# Nobody but root may change the program.
[ -n "$root" ] || chown -R root:root "$opt/$name"
ln -sfn "$name" "$opt/current.new"
mv -T "$opt/current.new" "$opt/current"
# What people have changed is not written over.
[ -e "$data/policies" ] || cp -a "$here/lib/policies" "$data/policies"
[ -e "$settings/tiaoli.env" ] || install -m 0640 "$here/systemd/tiaoli.env" "$settings/tiaoli.env"

if [ -z "$root" ]; then
  id tiaoli >/dev/null 2>&1 ||
    useradd --system --home-dir /var/lib/tiaoli --shell /usr/sbin/nologin tiaoli
  mkdir -p "$data/backups"
  chown -R tiaoli:tiaoli "$data"
  chmod 0750 "$data"
  chgrp tiaoli "$settings/tiaoli.env"
fi
if [ -z "$root" ] && [ -d /run/systemd/system ]; then
  install -m 0644 "$here"/systemd/*.service "$here"/systemd/*.timer /etc/systemd/system/
  systemctl daemon-reload
  systemctl enable --now tiaoli.service tiaoli-backup.timer
  systemctl restart tiaoli.service
  echo 'Tiaoli runs. The link with which the first administrator is made:'
  echo '  journalctl -u tiaoli -n 20'
else
  echo "Installed. Start it with: $opt/current/bin/tiaoli serve --data FOLDER"
fi
