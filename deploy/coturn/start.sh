#!/bin/sh
# Adds to turnserver.conf what differs between installations, in a file of its own: a secret on the command line
# could be read by everybody on the machine.
set -eu
own=$(hostname -i | cut -d' ' -f1)
public=${TURN_EXTERNAL_IP:-$(getent ahostsv4 "$DOMAIN" | awk 'NR == 1 { print $1 }')}
if [ -z "$public" ]; then
  echo "The address of $DOMAIN is not known: set TURN_EXTERNAL_IP in .env." >&2
  exit 1
fi

umask 077
{
  cat /etc/coturn/turnserver.conf
  echo "realm=$DOMAIN"
  echo "static-auth-secret=$TURN_SECRET"
  # The engine translates addresses between the two. Both people of a relayed call are behind our own address, and
  # nothing else answers there: hence it is the one private address that is allowed.
  echo "listening-ip=$own"
  echo "relay-ip=$own"
  echo "external-ip=$public/$own"
  echo "allowed-peer-ip=$own"
  echo "min-port=$TURN_MIN_PORT"
  echo "max-port=$TURN_MAX_PORT"
  certificate=$(find /certificates -name "$DOMAIN.crt" 2>/dev/null | head -n 1)
  if [ -n "$certificate" ]; then
    echo "cert=$certificate"
    echo "pkey=${certificate%.crt}.key"
  else
    echo 'no-tls'
  fi
} >/tmp/turnserver.conf
exec turnserver -c /tmp/turnserver.conf
