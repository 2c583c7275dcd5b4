# Tallies what the text summary tells of a table of "netstat -nto": each connection once (by endpoints and process id), by
# state, by offload state, by the classes of the eligible ratio, and the largest groups of eligible connections. For gawk
# and mawk alike; prints names, keys and counts between tabs.
#
# Which addresses are the host's own and on which ports it listens is only known at the end: the rows for which that
# makes a difference are kept until then, which is faster than to read the file twice.

BEGIN {
  MOST_GROUPS = 10
  split("inHost InHost offloaded Offloaded offloading Offloading uploading Uploading", words, " ")
  for (at = 1; at in words; at += 2) side[words[at + 1]] = side[words[at + 1] "\r"] = words[at]

  stages("noConnection", "LISTENING BOUND CLOSED DELETE_TCB")
  stages("setup", "SYN_SENT SYN_RECEIVED")
  stages("timeWait", "TIME_WAIT")
  for (state in stage) settled[state]
  stages("halfClosed", "FIN_WAIT_1 FIN_WAIT_2 CLOSE_WAIT")
  stages("closing", "CLOSING LAST_ACK")

  split("1270 1433 1434 1512 1723 1801 2049 2382 2383 3260 3268 3269 3306 3343 3389 5432 5985 5986 8080 9389", words, " ")
  for (at in words) service[words[at]]
  for (port = 1; port < 1024; port++) service[port]
}

$1 == "TCP" {
  cells[$4, $6]++
  if (seen[$2, $3, $5]++) {
    repeated[$4, $6]++
    next
  }
  locals[$2]
  if (!($4 in settled)) kept[++keeps] = $0
  else if ($4 == "LISTENING") listeners[$2]
  next
}

$1 == "UDP" {
  udp++
  locals[$2]
}

END {
  for (end in locals) {
    endpoint(end, near)
    kind[near[1]] = kindOf(near[1], "own")
  }
  for (end in listeners) {
    endpoint(end, near)
    listens[near[2]]
  }
  # Calls cost much in an awk, so what is done for each row is written out.
  for (row = 1; row <= keeps; row++) {
    $0 = kept[row]
    on = side[$6]
    if (on == "") continue
    if (/\[/) { endpoint($2, near); endpoint($3, far) }
    else { split($2, near, ":"); split($3, far, ":") }
    if (!(far[1] in kind)) kind[far[1]] = kindOf(far[1], "other")
    here = kind[near[1]]
    there = kind[far[1]]
    if (there != "other" || here == "loopback") {
      within = here == "loopback" || there == "loopback" ? "loopback" : there == "own" || here == "wildcard" ? "sameHost" : ""
      if (within != "" && far[2] != "0") { classes[within]++; continue }
    }
    if ($4 != "ESTABLISHED") { classes[$4 in stage ? stage[$4] : "unknownState"]++; continue }
    # A port that the host listens on is certain, a well-known one nearly; the others are decided when all were counted.
    port = near[2]
    if (!(port in listens)) {
      if (port in service) {
        if (far[2] in service && far[2] + 0 < port + 0) port = far[2]
      } else if (far[2] in service || far[2] in listens) port = far[2]
      else {
        guess[++guesses] = near[2] " " far[2] " " on
        occurs[near[2]]++
        if (far[2] != near[2]) occurs[far[2]]++
        port = ""
      }
    }
    if (on == "inHost") {
      foreignInHost[far[1]]++; localInHost[near[1]]++; processInHost[$5]++; serviceInHost[port]++
    } else if (on == "offloaded") {
      foreignOffloaded[far[1]]++; localOffloaded[near[1]]++; processOffloaded[$5]++; serviceOffloaded[port]++
    } else {
      foreignOnTheWay[far[1]]++; localOnTheWay[near[1]]++; processOnTheWay[$5]++; serviceOnTheWay[port]++
    }
  }
  delete serviceInHost[""]; delete serviceOffloaded[""]; delete serviceOnTheWay[""]
  for (at = 1; at <= guesses; at++) settle(guess[at])
  report()
}

function stages(name, states) {
  split(states, words, " ")
  for (at in words) stage[words[at]] = name
}

function kindOf(address, otherwise) {
  if (address ~ /^127\./ || address == "::1") return "loopback"
  return address == "0.0.0.0" || address == "::" ? "wildcard" : otherwise
}

# Address and port of one end of a row.
function endpoint(text, parts) {
  if (text ~ /^\[/) split(substr(text, 2), parts, /\]:/)
  else split(text, parts, ":")
}

function settle(guessed) {
  split(guessed, field, " ")
  lead = occurs[field[1]] - occurs[field[2]]
  port = lead > 0 || (lead == 0 && field[1] + 0 <= field[2] + 0) ? field[1] : field[2]
  if (field[3] == "inHost") serviceInHost[port]++
  else if (field[3] == "offloaded") serviceOffloaded[port]++
  else serviceOnTheWay[port]++
}

function report() {
  for (cell in cells) {
    split(cell, field, SUBSEP)
    tcp += cells[cell]
    states[field[1]] += cells[cell]
    once = cells[cell] - repeated[cell]
    duplicates += repeated[cell]
    if (!(field[2] in side)) { unknown += once; continue }
    offloads[side[field[2]]] += cells[cell]
    raw[side[field[2]] ~ /ing$/ ? "transitional" : side[field[2]]] += once
    if (field[1] in settled) classes[stage[field[1]]] += once
  }
  print "rows\ttcp\t" tcp + 0
  print "rows\tudp\t" udp + 0
  print "notCounted\tduplicate\t" duplicates + 0
  print "notCounted\tunknownOffload\t" unknown + 0
  counts("byState", states)
  counts("byOffloadState", offloads)
  counts("raw", raw)
  print "eligible\toffloaded\t" sum(localOffloaded)
  print "eligible\tinHost\t" sum(localInHost)
  print "eligible\ttransitional\t" sum(localOnTheWay)
  counts("excluded", classes)
  largest("byServicePort", 1, serviceInHost, serviceOffloaded, serviceOnTheWay)
  largest("byForeignAddress", 0, foreignInHost, foreignOffloaded, foreignOnTheWay)
  largest("byLocalAddress", 0, localInHost, localOffloaded, localOnTheWay)
  largest("byProcess", 1, processInHost, processOffloaded, processOnTheWay)
}

function sum(numbers,   key, total) {
  for (key in numbers) total += numbers[key]
  return total + 0
}

function counts(name, numbers,   key) {
  for (key in numbers) print name "\t" key "\t" numbers[key]
}

# The largest groups: offloaded, total and on the way of each; how many there were comes first.
function largest(name, areNumbers, in_host, gone, way,   all, key, size, groups, at, first) {
  for (key in in_host) all[key] = in_host[key]
  for (key in gone) all[key] += gone[key]
  for (key in way) all[key] += 0
  for (key in all) {
    groups++
    if (size == MOST_GROUPS && all[key] < all[first[size]]) continue
    if (size < MOST_GROUPS) size++
    else if (!comesFirst(key, first[size], all, way, areNumbers)) continue
    for (at = size; at > 1 && comesFirst(key, first[at - 1], all, way, areNumbers); at--) first[at] = first[at - 1]
    first[at] = key
  }
  print name "\t" groups + 0
  for (at = 1; at <= size; at++) print name "\t" first[at] "\t" gone[first[at]] + 0 "\t" all[first[at]] "\t" way[first[at]] + 0
}

function comesFirst(one, other, all, way, areNumbers) {
  if (all[one] != all[other]) return all[one] > all[other]
  if (way[one] + 0 != way[other] + 0) return way[one] + 0 > way[other] + 0
  return areNumbers ? one + 0 < other + 0 : one "" < other ""
}
