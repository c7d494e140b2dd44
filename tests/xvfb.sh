#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# xvfb.sh COMMAND…: the command on a display of its own. The server itself picks the display's number, so that several can
# start at once: whoever looks for a free number first and starts a server then takes another's. It stays as it is when its last
# client goes (-noreset): else it starts anew between two programs, and the second finds no display.
set -euo pipefail
folder=$(mktemp -d)
mkfifo -m 600 "$folder/number"
Xvfb -displayfd 3 -noreset -screen 0 1366x768x24 -nolisten tcp 3>"$folder/number" >"$folder/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null && wait "$server" || true; rm -rf "$folder"' EXIT
if ! read -r number <"$folder/number"; then
  echo "tests/xvfb.sh: Xvfb did not start:" >&2
  cat "$folder/log" >&2
  exit 1
fi
unset WAYLAND_DISPLAY XAUTHORITY
export DISPLAY=:$number
status=0
"$@" || status=$?
exit $status
