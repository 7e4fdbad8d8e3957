# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Sourced by run, check and screenshot: the Debian packages they need, how
# those that are missing are installed, and the program in build/.

# Lists, to be split into words. The names are the same in Debian 12 and 13.
build_packages='
  adwaita-icon-theme
  desktop-file-utils
  fonts-noto-core
  gcc
  gettext
  gsettings-desktop-schemas
  libadwaita-1-dev
  libc6-dev
  libgtk-4-bin
  libgtk-4-dev
  libical-dev
  libicu-dev
  libjson-glib-dev
  libpng-dev
  librsvg2-common
  libxml2-utils
  meson
  ninja-build
  pkgconf
  python3
  shared-mime-info
'
test_packages='
  appstream
  at-spi2-core
  bibutils
  clang
  clang-format
  dbus
  fonts-noto-cjk
  gcovr
  gir1.2-atspi-2.0
  locales
  openbox
  pandoc
  poppler-utils
  python3-gi
  python3-jsonschema
  python3-polib
  python3-pyatspi
  qpdf
  librsvg2-bin
  valgrind
  xauth
  xdotool
  xvfb
'
picture_packages='
  imagemagick
  openbox
  xauth
  xdotool
  xvfb
'

# What to look for where there is no apt.
build_tools='cc meson ninja pkg-config msgfmt xmllint'
test_tools='appstreamcli clang dbus-run-session desktop-file-validate gcovr
  localedef
  pdftotext qpdf ris2xml rsvg-convert valgrind xdotool xvfb-run'
picture_tools='import openbox xdotool xvfb-run'

say () {
  printf '%s\n' "$*"
}

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -n "${CI:-}" ]; then
    sudo -n "$@"
  else
    sudo "$@"
  fi
}

run_apt () {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q \
    -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 \
    -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# Prints those of the given packages that are not installed.
missing_packages () {
  # dpkg-query exits with 1 as soon as one name is unknown to it.
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" \
                2>/dev/null | sed -n 's/^installed //p')
  for package in "$@"; do
    printf '%s\n' "$installed" | grep -qxF "$package" ||
      printf '%s ' "$package"
  done
}

# A system without apt: goes on with the tools that are there, or names those
# that are not.
require_tools () {
  lacking=
  for tool in "$@"; do
    command -v "$tool" >/dev/null 2>&1 || lacking="$lacking $tool"
  done
  for module in gtk4 libadwaita-1 json-glib-1.0 icu-i18n libical libpng; do
    pkg-config --exists "$module" 2>/dev/null || lacking="$lacking $module"
  done
  [ -z "$lacking" ] && return 0
  say "This is not a Debian system, so nothing is installed by itself." >&2
  say "Please install these tools and development files:$lacking" >&2
  return 1
}

has_apt () {
  command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1
}

# Installs those of the given packages that are missing; touches neither apt
# nor the network when none is.
install_packages () {
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return 0

  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
    say "These packages are missing: $missing" >&2
    say "Neither root nor sudo is at hand. Please have them installed:" >&2
    say "  apt-get install --no-install-recommends $missing" >&2
    return 1
  fi
  say "Installing what is missing: $missing"
  apt_log=$(mktemp)
  # A stale list of one archive need not hinder an install from another.
  run_apt update >"$apt_log" 2>&1 ||
    say "apt-get update failed; trying with the package lists at hand." >&2
  # Word splitting is wanted: $missing is a list.
  # shellcheck disable=SC2086
  if ! run_apt install -y --no-install-recommends $missing >"$apt_log" 2>&1
  then
    tail -n 20 "$apt_log" >&2
    rm -f "$apt_log"
    say "apt-get could not install them." >&2
    return 1
  fi
  rm -f "$apt_log"
}

# The packages are lists: word splitting is wanted.
# shellcheck disable=SC2086
install_for_build () {
  if has_apt; then
    install_packages $build_packages
  else
    require_tools $build_tools
  fi
}

# shellcheck disable=SC2086
install_for_tests () {
  if has_apt; then
    install_packages $build_packages $test_packages
  else
    require_tools $build_tools $test_tools
  fi
}

# shellcheck disable=SC2086
install_for_pictures () {
  if has_apt; then
    install_packages $build_packages $picture_packages
  else
    require_tools $build_tools $picture_tools
  fi
}

# Says which fonts the languages of the program lack, and what would bring
# them; the program runs without them, and shows boxes instead of letters.
suggest_fonts () {
  command -v fc-list >/dev/null 2>&1 || return 0
  for font in 'ar Arabic fonts-noto-core' 'ru Russian fonts-noto-core' \
      'zh-cn Chinese fonts-noto-cjk'; do
    # Word splitting is wanted: code, name and package.
    # shellcheck disable=SC2086
    set -- $font
    [ -n "$(fc-list ":lang=$1" family 2>/dev/null)" ] && continue
    say "No font has the letters of $2."
    has_apt && say "This brings one: apt-get install $3"
  done
  return 0
}

# build_program ROOT: builds the window and the command line in ROOT/build.
build_program () {
  say "Building in $1/build"
  [ -f "$1/build/build.ninja" ] || meson setup "$1/build" "$1" || return
  ninja -C "$1/build" src/app/treatyline src/cli/treatyline-cli \
    data/gschemas.compiled treatyline-gmo || return

  # What an installed program finds under its prefix.
  export TREATYLINE_DATASETS_DIR="$1/data/datasets"
  export TREATYLINE_LOCALE_DIR="$1/build/po"
  export GSETTINGS_SCHEMA_DIR="$1/build/data"
  export XDG_DATA_DIRS="$1/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
}
