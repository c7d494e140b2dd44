#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shot.sh PROGRAM PICTURE ARGUMENT…: opens the window, waits until it has drawn itself, takes its picture, closes it.
set -euo pipefail
program=$1 picture=$2
shift 2
"$program" "$@" &
pid=$!
trap 'kill $pid 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  kill -0 $pid 2>/dev/null || { echo "the program ended by itself" >&2; exit 1; }
  xwininfo -root -tree 2>/dev/null | grep -q 'Thi Đua' && break
  sleep 0.1
done
# Drawn when two pictures in a row are the same and not empty.
last=
for _ in $(seq 40); do
  sleep 0.25
  import -window root "$picture"
  now=$(md5sum <"$picture")
  if [ "$now" = "$last" ] && [ "$(identify -format %k "$picture")" -gt 16 ]; then break; fi
  last=$now
done
kill -0 $pid 2>/dev/null || { echo "the program ended by itself" >&2; exit 1; }
