#!/bin/sh
# Ends with one clear sentence when a needed variable is empty. Compose's own ${VAR:?} cannot say it:
# it looks at the services of every profile, also of those that nobody asked for.
set -eu
for name in "$@"; do
    eval "value=\${$name:-}"
    if [ -z "$value" ]; then
        echo "$name is missing: copy infra/secrets.env.example to infra/secrets.env, fill it in, and add --env-file infra/secrets.env." >&2
        exit 1
    fi
    case $value in
    *[\;\'\"]*)
        echo "$name must not hold a quote or a semicolon." >&2
        exit 1
        ;;
    esac
done
