#!/bin/bash
# Makes the host's user, who may do everything with its own indices and nothing with others.
set -euo pipefail

call() {
    # The password goes through a file descriptor: a command line is seen by every process.
    curl --silent --show-error --fail-with-body --retry 10 --retry-all-errors --cacert /certificates/ca/ca.crt \
        --config <(printf 'user = "elastic:%s"\n' "$ELASTIC_PASSWORD") \
        --header 'Content-Type: application/json' --request PUT --data "@-" "https://elasticsearch:9200/$1"
    echo
}

call _security/role/marketplace <<'ROLE'
{ "cluster": ["monitor"], "indices": [{ "names": ["marketplace*"], "privileges": ["all"] }] }
ROLE
call _security/user/marketplace <<USER
{ "password": "$SEARCH_PASSWORD", "roles": ["marketplace"], "full_name": "The marketplace's hosts" }
USER
