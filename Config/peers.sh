# The debuggers that Dialback is measured beside; sourced by Config/bench after lib.sh and pythons.sh.

# Gets the peers that can be had: pudb and debugpy in an environment of their own, gdb and cgdb by the system's
# packages. One that can't be had is said and left out, and that is no failure; hence the subshells, which `die` ends.
make_peers() {
  local program
  (make_environment peers 3.11 "pudb==2026.1 debugpy==1.8.22" </dev/null) || say "going on without pudb and debugpy"
  for program in gdb cgdb; do
    (need "$program") || say "going on without $program"
  done
}

# Prints the Python that has the peers of PyPI, else the newest that there is: it has pdb at least.
peers_python() {
  local python="$CACHE/pythons/peers/bin/python"
  if [ -f "$CACHE/pythons/peers/ready" ]; then echo "$python"; else python_for_environment 3.11 | cut -d' ' -f2-; fi
}
