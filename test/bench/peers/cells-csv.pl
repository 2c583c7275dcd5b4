# The cells of a table of "netstat -no" as CSV: parsed by Parse::Netstat (which knows no offload state), printed plainly.
use strict;
use warnings;
use Parse::Netstat qw(parse_netstat);

my $text = do { local $/; <> };
my ($status, $reason, $parsed) = @{ parse_netstat(output => $text, flavor => 'win32') };
die "$reason\n" if $status != 200;

print "protocol,local_address,local_port,foreign_address,foreign_port,state,offload_state,pid\r\n";
for my $row (@{ $parsed->{active_conns} }) {
  print join(',', uc $row->{proto}, @$row{qw(local_host local_port foreign_host foreign_port)}, $row->{state} // '', '', $row->{pid} // ''), "\r\n";
}
