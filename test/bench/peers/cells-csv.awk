# The cells of a table of "netstat -nto" as CSV, as captured and without any judgement: what one would write in a minute,
# with the quoting that CSV asks for. For gawk and mawk alike.

BEGIN {
  RS = "\r?\n"
  ORS = "\r\n"
  print "protocol,local_address,local_port,foreign_address,foreign_port,state,offload_state,pid"
}

$1 == "TCP" {
  if (/[[",]/) {
    endpoint($2, near)
    endpoint($3, far)
    print $1 "," quoted(near[1]) "," quoted(near[2]) "," quoted(far[1]) "," quoted(far[2]) "," quoted($4) "," quoted($6) "," quoted($5)
  } else {
    split($2, near, ":")
    split($3, far, ":")
    print $1 "," near[1] "," near[2] "," far[1] "," far[2] "," $4 "," $6 "," $5
  }
  next
}

$1 == "UDP" {
  endpoint($2, near)
  endpoint($3, far)
  print $1 "," quoted(near[1]) "," quoted(near[2]) "," quoted(far[1]) "," quoted(far[2]) ",,," quoted($4)
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
