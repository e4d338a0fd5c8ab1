#!/bin/bash
# Makes the cluster's own authority and a certificate for each node, once, as Elastic's guide for Compose does.
set -euo pipefail

# This volume lies over the image's data folder, so that it belongs to the image's user and no step needs root.
cd /usr/share/elasticsearch/data
if [[ -f ca/ca.crt && -f nodes/es-3/es-3.crt ]]; then
    exit 0
fi

rm -rf ca nodes ./*.zip
elasticsearch-certutil ca --silent --pem --days 3650 --out "$PWD/ca.zip"
unzip -q ca.zip
elasticsearch-certutil cert --silent --pem --days 1095 --in /elasticsearch/nodes.yaml --ca-cert ca/ca.crt --ca-key ca/ca.key --out "$PWD/nodes.zip"
unzip -q nodes.zip -d nodes
rm ca.zip nodes.zip

# Everybody may know the authority; the keys are for this user alone.
chmod 755 . ca nodes nodes/*
chmod 644 ca/ca.crt nodes/*/*.crt
chmod 600 ca/ca.key nodes/*/*.key
