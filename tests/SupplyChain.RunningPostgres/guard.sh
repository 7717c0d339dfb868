# Outlives the program that started a server, to end the server and remove its folder. The program holds the other
# end of standard input: it is closed when the program says so, and when the program is killed.
trap '' HUP INT TERM QUIT
folder=$1
cat >/dev/null

# Every process of the server, and no other, has its data as working directory.
tries=0
while [ "$tries" -lt 100 ]; do
  alive=
  for process in /proc/[0-9]*; do
    if [ "$(readlink "$process/cwd" 2>/dev/null)" = "$folder/data" ]; then
      kill -KILL "${process#/proc/}" 2>/dev/null
      alive=yes
    fi
  done
  [ -n "$alive" ] || break
  tries=$((tries + 1))
  sleep 0.1
done
rm -rf "$folder"
