# An empty Debian 12 to try things in. Source it after counting.sh: needs root and the network.
# shellcheck shell=bash
mirror=${MIRROR:-http://deb.debian.org/debian}

unmount() {
  local place
  for place in dev/shm dev/pts dev proc; do
    mountpoint -q "$base/$place" && umount "$base/$place"
  done
}
leave() {
  unmount
  rm -rf "$scratch"
}

# make_bare FOLDER [PACKAGE,...]: sets `base`. What the machine knows of the network, the bare one must know, too: names and certificates,
# but no package.
make_bare() {
  base=$1
  [ "$(id -u)" -eq 0 ] || {
    fail "bare Debian" "needs root for debootstrap and chroot"
    finish
  }
  trap leave EXIT
  unmount
  rm -rf --one-file-system "$base"
  mkdir -p "$base" build
  echo "making an empty Debian 12 in $base"
  debootstrap --variant=minbase ${2:+--include="$2"} bookworm "$base" "$mirror" >build/debootstrap.log 2>&1 || {
    tail -n 20 build/debootstrap.log
    fail "debootstrap"
    finish
  }
  mount -t proc proc "$base/proc"
  mount --bind /dev "$base/dev"
  mount -t devpts devpts "$base/dev/pts" -o newinstance,ptmxmode=0666
  mount -t tmpfs tmpfs "$base/dev/shm"
  cp /etc/resolv.conf "$base/etc/resolv.conf"
  cat >"$base/etc/apt/sources.list" <<END
deb $mirror bookworm main
deb $mirror bookworm-updates main
deb ${MIRROR_SECURITY:-http://deb.debian.org/debian-security} bookworm-security main
END
  if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
    mkdir -p "$base/usr/local/share/ca-certificates"
    cp /usr/local/share/ca-certificates/*.crt "$base/usr/local/share/ca-certificates/"
    if [ -x "$base/usr/sbin/update-ca-certificates" ]; then chroot "$base" update-ca-certificates >/dev/null 2>&1; fi
  fi
}

# inside USER COMMAND [FOLDER]: a command of a shell, with nothing of our environment.
inside() {
  chroot --userspec="$1" "$base" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin CI=true DEBIAN_FRONTEND=noninteractive \
    http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" \
    /bin/sh -c "cd ${3:-/} && $2" </dev/null
}
