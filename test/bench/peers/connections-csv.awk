# The table "connections" of the CSV output, over the output of "netstat -nto" or "netstat -no": the same columns, the
# same bytes. For gawk and mawk alike. It is to be given the file twice: the class of a row depends on which addresses
# are the host's own, and that is only known at the end.

BEGIN {
  RS = "\r?\n"
  ORS = "\r\n"
  split("inHost InHost offloaded Offloaded offloading Offloading uploading Uploading", words, " ")
  for (at = 1; at in words; at += 2) side[words[at + 1]] = words[at]
  stages("noConnection", "LISTENING BOUND CLOSED DELETE_TCB")
  stages("setup", "SYN_SENT SYN_RECEIVED")
  stages("timeWait", "TIME_WAIT")
  for (state in stage) settled[state]
  stages("halfClosed", "FIN_WAIT_1 FIN_WAIT_2 CLOSE_WAIT")
  stages("closing", "CLOSING LAST_ACK")
  stages("eligible", "ESTABLISHED")
  print "host,source,line,snapshot,time,protocol,local_address,local_port,foreign_address,foreign_port,state,offload_state,pid,process,class"
}

NR == FNR {
  if ($1 == "TCP" || $1 == "UDP") locals[$2]
  next
}

FNR == 1 {
  for (end in locals) {
    endpoint(end, near)
    kind[near[1]] = kindOf(near[1], "own")
  }
  source = "," quoted(FILENAME) ","
}

$1 == "TCP" {
  if (/\[/) { endpoint($2, near); endpoint($3, far) }
  else { split($2, near, ":"); split($3, far, ":") }
  on = side[$6]
  if (seen[$2, $3, $5]++) class = "duplicate"
  else if (on == "") class = "unknownOffload"
  else {
    class = $4 in stage ? stage[$4] : "unknownState"
    if (class == "eligible" && on ~ /ing$/) class = "transitional"
    if (!($4 in settled) && far[2] != "0") {
      if (!(far[1] in kind)) kind[far[1]] = kindOf(far[1], "other")
      here = kind[near[1]]
      there = kind[far[1]]
      if (here == "loopback" || there == "loopback") class = "loopback"
      else if (there == "own" || (here == "wildcard" && there == "wildcard")) class = "sameHost"
    }
  }
  # Hardly any row has to be quoted.
  if (/[",]/) print source FNR "," snapshot ",,TCP," quoted(near[1]) "," quoted(near[2]) "," quoted(far[1]) "," quoted(far[2]) "," quoted($4) "," quoted(on) "," quoted($5) ",," class
  else print source FNR "," snapshot ",,TCP," near[1] "," near[2] "," far[1] "," far[2] "," $4 "," on "," $5 ",," class
  next
}

$1 == "UDP" {
  endpoint($2, near)
  endpoint($3, far)
  print source FNR "," snapshot ",,UDP," quoted(near[1]) "," quoted(near[2]) "," quoted(far[1]) "," quoted(far[2]) ",,," quoted($4) ",,notTcp"
}

$1 == "Proto" { snapshot++ }

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

function quoted(cell) {
  if (cell !~ /[",]/) return cell
  gsub(/"/, "\"\"", cell)
  return "\"" cell "\""
}
