#!/bin/sh
# Tells SeaweedFS its one log-in, in a file of its own: a secret on the command line could be read by everybody on the
# machine. Of its parts only the S3 gateway, which asks for that log-in, listens to others.
set -eu
umask 077
cat >/tmp/s3.json <<JSON
{
  "identities": [
    {
      "name": "ieum",
      "credentials": [{ "accessKey": "$S3_ACCESS_KEY_ID", "secretKey": "$S3_SECRET_ACCESS_KEY" }],
      "actions": ["Admin", "Read", "Write", "List", "Tagging"]
    }
  ]
}
JSON
exec weed -logtostderr=true server -dir=/objects -ip=127.0.0.1 -ip.bind=127.0.0.1 \
  -master.volumeSizeLimitMB=1024 -volume.max=0 -filer \
  -s3 -s3.port=8333 -s3.ip.bind=0.0.0.0 -s3.config=/tmp/s3.json
