#!/bin/sh
# Starts RPC Scope: the window, or the command line without JavaFX. Works from any directory and through links.

self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
    esac
done
case $self in
    */*) home=${self%/*}/.. ;;
    *) home=.. ;;
esac
home=$(CDPATH='' cd -- "$home" && pwd -P) || exit 127
lib=$home/lib

# The JDK that built the image, since the AOT caches fit no other. Another one of the same or a later version does too.
read -r jdk <"$lib/jdk"
java=$jdk/bin/java
if [ ! -x "$java" ]; then
    java=${JAVA_HOME:+$JAVA_HOME/bin/java}
    [ -x "$java" ] || java=$(command -v java) || java=
    version=$([ -z "$java" ] || "$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    if [ "${version:-0}" -lt @RELEASE@ ]; then
        echo "rpcscope: the JDK that built this program is no longer in $jdk." \
            "Install a JDK @RELEASE@ or later and set JAVA_HOME to it (found: ${java:-no java at all})." >&2
        exit 127
    fi
fi

case ${1-} in
    scan | rules | -*) mode=scan ;;
    *) mode=window ;;
esac

set -- "-Drpcscope.home=$home" -cp "@CLASSPATH@" org.rpcscope.app.Main "$@"
if [ $mode = window ]; then
    set -- --module-path "$lib/javafx" --add-modules javafx.controls \
        --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED \
        --enable-native-access=ALL-UNNAMED,javafx.graphics "$@"
else
    # Memory is in columns and reused buffers: the collector for small heaps starts soonest and keeps least. Columns go
    # straight to the old generation, which takes memory only as it fills, in large pages where the system has them.
    # The optimizing compiler takes processors from the readers: it is for loops over millions of packets and lines, which
    # reach its thresholds soon, several times the usual ones, and not for what runs some thousand times in all.
    set -- -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xms1g -Xmn24m -XX:PretenureSizeThreshold=8k -XX:+UseTransparentHugePages \
        -XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=60000 \
        -XX:Tier4BackEdgeThreshold=300000 --enable-native-access=ALL-UNNAMED "$@"
fi
[ ! -f "$lib/$mode.aot" ] || set -- "-XX:AOTCache=$lib/$mode.aot" "$@"

# A cache that no longer fits is passed over without a word; what the JVM must say goes to standard error.
# RPCSCOPE_JAVA_OPTS is split at blanks on purpose.
# shellcheck disable=SC2086
exec "$java" -Xlog:disable '-Xlog:all=error,aot*=off,cds*=off:stderr' \
    -XX:-UsePerfData --sun-misc-unsafe-memory-access=allow ${RPCSCOPE_JAVA_OPTS-} "$@"
