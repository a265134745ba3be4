# `Config/test bare`: the two commands in bare Debian trees, as a newcomer has them; sourced by Config/test after lib.sh.
#
# Each tree is a layer over one made by debootstrap, with git and ca-certificates. It shares the kernel and the network with
# this machine, sees its toolchain, and has copies of its settings for apt, pip and git with the folders that they name.
# No tree is kept; the pictures of the demo's stop and the figures are printed.

BARE_ROLES="user swiftorg nosudo root nopython offline"
# The packages that swift.org lists for Debian 12.
BARE_SWIFT_ORG="binutils-gold gcc git libcurl4-openssl-dev libedit-dev libicu-dev libncurses-dev libpython3-dev
  libsqlite3-dev libxml2-dev pkg-config tzdata uuid-dev"
# Seconds for the demo to reach its stop from a cold start.
BARE_DEMO_SECONDS=2400

# Runs the roles "$@", all without any:
#   user      an ordinary user with sudo: the demo, then all of Config/test
#   swiftorg  the same with swift.org's packages installed first, to the end of the unit tests, as the rest
#   nosudo    an ordinary user without sudo, who is shown the line for root; it is run; then as above
#   root      root, without sudo
#   nopython  without any Python
#   offline   user's tree again, without a network
bare() {
  local role
  [ "$#" -gt 0 ] || set -- $BARE_ROLES
  for role in "$@"; do
    case " $BARE_ROLES " in *" $role "*) ;; *) die "bare: there is no role '$role'; the roles are $BARE_ROLES" ;; esac
  done
  [ "$(id -u)" = 0 ] || die "bare trees need root: nothing was tried"
  need debootstrap tmux ip
  [ -z "$(git -C "$ROOT" status --porcelain)" ] || say "the bare trees have the last commit, without what is not committed"
  bare_folder="$CACHE/bare"
  # An earlier run that failed has left its trees to be looked at.
  rm -rf "$bare_folder"
  mkdir -p "$bare_folder"
  bare_base
  for role in "$@"; do
    say "bare: $role"
    "bare_$role"
    [ "$role" = user ] || rm -rf "${bare_folder:?}/$role"
  done
  rm -rf "${bare_folder:?}"
  say "the two commands hold in bare trees: $*"
}

# Makes the tree below all others: what debootstrap brings, and this machine's settings.
bare_base() {
  local base="$bare_folder/base" mirror suite file
  [ ! -f "$bare_folder/base.ready" ] || return 0
  rm -rf "$base"
  mirror="$(debian_mirror)"
  suite="$(. /etc/os-release && echo "$VERSION_CODENAME")"
  say "bare: making a tree of $suite"
  debootstrap --variant=minbase --include=git,ca-certificates "$suite" "$base" "$mirror" >"$bare_folder/debootstrap.log" 2>&1 ||
    die "debootstrap failed: $(tail -n 3 "$bare_folder/debootstrap.log")"
  rm -f "$base/etc/apt/sources.list"
  cp -a /etc/apt/sources.list "$base/etc/apt/" 2>/dev/null || true
  cp -a /etc/apt/sources.list.d/. "$base/etc/apt/sources.list.d/"
  for file in $(grep -l '^Acquire' /etc/apt/apt.conf.d/* 2>/dev/null); do cp "$file" "$base/etc/apt/apt.conf.d/"; done
  cp /etc/ssl/certs/ca-certificates.crt "$base/etc/ssl/certs/"
  cat /etc/gitconfig "$HOME/.gitconfig" 2>/dev/null | grep -v '^[[:space:]]*helper' >"$base/etc/gitconfig" || true
  # A mirror of the packages on this machine belongs to root, the trees' users are others.
  printf '[safe]\n\tdirectory = *\n' >>"$base/etc/gitconfig"
  mkdir -p "$base/etc/xdg/pip"
  cp /etc/pip.conf "$base/etc/" 2>/dev/null || true
  cp "$HOME/.config/pip/pip.conf" "$base/etc/xdg/pip/" 2>/dev/null || cp "$HOME/.pip/pip.conf" "$base/etc/xdg/pip/" 2>/dev/null || true
  {
    echo "export PATH=$(bare_toolchain)/usr/bin:\$PATH LANG=C.UTF-8"
    env | grep -E '^(PIP_|SSL_CERT|GIT_SSL|REQUESTS_CA|CURL_CA)|^[A-Za-z_]*(proxy|PROXY)=' | sed "s/=\(.*\)/='\1'/; s/^/export /" || true
  } >"$base/etc/profile.d/machine.sh"
  chroot "$base" useradd --create-home --shell /bin/bash ada
  touch "$bare_folder/base.ready"
}

# Prints the folder of the toolchain that is used here.
bare_toolchain() { (cd "$(dirname "$(readlink -f "$(command -v swift)")")/../.." && pwd); }

# Prints the folders and files of this machine that the settings of the trees name.
bare_named() {
  cat "$bare_folder"/base/etc/{gitconfig,pip.conf,xdg/pip/pip.conf,profile.d/machine.sh} 2>/dev/null | grep -oE '/(opt|srv|etc|usr/local|var|mnt)[^ "'\''=:]*' |
    sed 's,/$,,' | sort -u | while read -r path; do
    case "$path" in /etc/ssl/certs*) ;; *) [ ! -e "$path" ] || echo "$path" ;; esac
  done
}

# Runs the command $3 in the tree of role $1 as user $2, in a login shell; without a network where $4 is `offline`.
bare_enter() {
  local role="$1" user="$2" command="$3" network=()
  [ "${4:-}" != offline ] || network=(--net)
  mkdir -p "$bare_folder/$role"/{upper,work,root}
  unshare --mount --pid --fork --kill-child "${network[@]}" bash -c '
    set -e
    folder="$1" user="$2" command="$3" toolchain="$4"
    shift 4
    root="$folder/root"
    mount --make-rprivate /
    mount -t overlay overlay -o "lowerdir=$folder/../base,upperdir=$folder/upper,workdir=$folder/work" "$root"
    for path in "$toolchain" "$@"; do
      if [ -d "$path" ]; then mkdir -p "$root$path"; else mkdir -p "$(dirname "$root$path")"; touch "$root$path"; fi
      mount --bind -o ro "$path" "$root$path"
    done
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    if [ -e /sys/class/net/lo ]; then mount -t sysfs sysfs "$root/sys" || true; fi
    # In a network of its own the loopback device is down at first.
    ip link set lo up
    # Not by exec: the first process of a namespace has to wait for those that lose their parent, as this shell does.
    status=0
    chroot "$root" su -l "$user" -c "$command" || status=$?
    exit "$status"' bash \
    "$bare_folder/$role" "$user" "export TERM=${TERM:-screen-256color}; $command" "$(bare_toolchain)" $(bare_named)
}

# Makes the checkout in the tree of role $1, owned by user $2; the path of a build is in it, so it is the same in every tree.
# One that has been built in the tree of `user` is copied with its build, and its C files are changed, so that compiler
# and linker have work.
bare_checkout() {
  local home="$bare_folder/$1/upper/home/ada" built="$bare_folder/user/upper/home/ada/dialback"
  mkdir -p "$home"
  if [ "$1" != user ] && [ "$1" != swiftorg ] && [ -f "$built/.build/release-build.stamp" ]; then
    cp -a "$built" "$home/dialback"
    sleep 1
    find "$home/dialback/Sources/CGuard" "$home/dialback/Sources/CNcurses" -name '*.c' -exec touch {} +
  else
    git clone -q "$ROOT" "$home/dialback"
  fi
  bare_enter "$1" root "chown $2: /home/ada && chown -R $2: /home/ada/dialback"
}

# Runs Config/run demo at 80x24 in the tree of role $1 as user $2 to its first stop, prints the screen, and quits.
bare_demo() {
  local socket="$bare_folder/tmux" start=$SECONDS screen=""
  tmux() { command tmux -u -S "$socket" "$@"; }
  export -f bare_enter bare_toolchain bare_named
  export bare_folder
  tmux -f /dev/null new-session -d -x 80 -y 24 -s demo "bash -c 'bare_enter $1 $2 \"cd /home/ada/dialback && Config/run demo\" ${3:-}; echo status \$?; exec sleep 3600'"
  while [ $((SECONDS - start)) -lt "$BARE_DEMO_SECONDS" ]; do
    screen="$(tmux capture-pane -p -t demo)"
    case "$screen" in *"STOPPED breakpoint"* | *"status "[0-9]*) break ;; esac
    sleep 1
  done
  sleep 1
  screen="$(tmux capture-pane -p -t demo)"
  say "bare: $1: Config/run demo at 80x24 after $((SECONDS - start)) s"
  printf '%s\n' "$screen" | text_only >&2
  case "$screen" in *"STOPPED breakpoint"*) ;; *) tmux kill-server; die "bare: $1: the demo did not reach its stop" ;; esac
  tmux send-keys -t demo -l ":quit" && tmux send-keys -t demo Enter
  for _ in $(seq 50); do
    case "$(tmux capture-pane -p -t demo)" in *"status 0"*) break ;; esac
    sleep 0.2
  done
  screen="$(tmux capture-pane -p -t demo)"
  tmux kill-server
  case "$screen" in *"status 0"*) ;; *) die "bare: $1: the demo did not quit:"$'\n'"$screen" ;; esac
}

# Runs Config/test with the mode $3 in the tree of role $1 as user $2; a fourth argument is passed to bare_enter.
bare_test() {
  local start=$SECONDS
  bare_enter "$1" "$2" "cd /home/ada/dialback && Config/test $3" "${4:-}" </dev/null || die "bare: $1: Config/test $3 failed"
  say "bare: $1: Config/test $3 took $((SECONDS - start)) s; the checkout with its build: $(du -sh "$bare_folder/$1/upper" | cut -f1)"
}

# Installs the packages "$@" in the tree of role $1, as a person would have before.
bare_install() {
  local role="$1"
  shift
  bare_enter "$role" root "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $*" \
    >"$bare_folder/install.log" 2>&1 </dev/null || die "bare: apt failed: $(tail -n 3 "$bare_folder/install.log")"
}

# Gives ada sudo without a password in the tree of role $1.
bare_sudo() { bare_enter "$1" root "echo 'ada ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/ada"; }

bare_user() {
  bare_install user python3 sudo
  bare_sudo user
  bare_checkout user ada
  bare_demo user ada
  bare_test user ada all
}

bare_swiftorg() {
  bare_install swiftorg python3 sudo $BARE_SWIFT_ORG
  bare_sudo swiftorg
  bare_checkout swiftorg ada
  bare_demo swiftorg ada
  bare_test swiftorg ada unit
}

bare_nosudo() {
  local words line
  bare_install nosudo python3
  bare_checkout nosudo ada
  if words="$(bare_enter nosudo ada 'cd /home/ada/dialback && Config/run demo' 2>&1 </dev/null)"; then
    die "bare: nosudo: Config/run demo should have asked for packages: $words"
  fi
  printf '%s\n' "$words" | text_only >&2
  line="$(grep -m1 '^ *apt-get update' <<<"$words")" || die "bare: nosudo: no line for root was printed"
  bare_enter nosudo root "$line" >"$bare_folder/install.log" 2>&1 </dev/null ||
    die "bare: nosudo: the line for root failed: $(tail -n 3 "$bare_folder/install.log")"
  bare_demo nosudo ada
  bare_test nosudo ada unit
}

bare_root() {
  bare_install root python3
  bare_checkout root root
  bare_demo root root
  bare_test root root unit
}

bare_nopython() {
  bare_install nopython sudo
  bare_sudo nopython
  bare_checkout nopython ada
  bare_demo nopython ada
  bare_test nopython ada unit
}

bare_offline() {
  [ -f "$bare_folder/user/upper/home/ada/dialback/.build/release-build.stamp" ] || bare_user
  mkdir -p "$bare_folder/offline"
  rm -rf "$bare_folder/offline/upper"
  cp -a "$bare_folder/user/upper" "$bare_folder/offline/upper"
  bare_demo offline ada offline
  bare_test offline ada unit offline
}
