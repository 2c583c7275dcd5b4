# Types each of the given lines at an interactive zsh that has our completion, presses Tab, and prints the line then.
# The completion is read from standard input.
zmodload zsh/zpty
script=$(mktemp)
cat > $script
zpty z "env -i TERM=dumb HOME=/nowhere PATH=$PATH COLUMNS=300 zsh -f -i"
zpty -w z "unsetopt zle_bracketed_paste beep; PROMPT=; autoload -Uz compinit; compinit -u -D; source $script; print READY\$((1+1))"
zpty -r -m z line '*READY2*'
for words in "$@"; do
  # Behind Tab the line becomes the argument of a command that prints it between signs.
  zpty -w -n z $'\C-u'"$words"$'\t\C-aprint -r -- "<<\C-e>>"\n'
  zpty -r -m z line $'*\n<<*>>*'
  print -r -- "${${line##*$'\n'<<}%%>>*}"
done
zpty -d z
rm $script
