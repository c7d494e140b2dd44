#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh SCRIPT ARGUMENT…: a display, a session bus and a home of its own for one script.
set -euo pipefail
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache XDG_RUNTIME_DIR=$home/run
export TMPDIR=$home/tmp
mkdir -m 700 "$home/run" "$home/tmp"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export GDK_BACKEND=x11 GSK_RENDERER=cairo NO_AT_BRIDGE=0 GTK_A11Y=atspi
# As on a machine where no locale was ever set up: the window speaks Vietnamese all the same.
unset LANG LANGUAGE LC_ALL LC_MESSAGES LC_CTYPE
export PYTHONUTF8=1
# What the session's own services print is not the script's.
"$(dirname "$0")/../xvfb.sh" dbus-run-session -- bash -c 'exec "$@" >&3' _ "$@" \
  3>&1 >/dev/null 2> >(grep --line-buffered -v '^X connection to\|^dbus-daemon\|SpiRegistry\|dbind-WARNING\|^$' >&2)
